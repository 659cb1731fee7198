// Generated from spec/rules by `npm run generate`; do not edit.
export {};
