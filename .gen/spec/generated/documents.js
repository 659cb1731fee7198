// Written by `npm run generate` from spec/schemas. Do not edit.
export {};
