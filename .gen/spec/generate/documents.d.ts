/** The text of spec/generated/documents.ts: one type per schema, all reached from the index schema. */
export declare function documentTypes(root: string): Promise<string>;
/**
 * The text of spec/generated/schemas.ts: the schemas themselves, so that the installed package
 * needs no file but its code.
 */
export declare function schemaConstant(root: string): string;
