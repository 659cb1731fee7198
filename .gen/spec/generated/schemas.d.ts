/** Every schema of spec/schemas; each carries its file name as $id. */
export declare const SCHEMAS: readonly object[];
