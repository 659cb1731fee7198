/** The root of the repository: the nearest folder above this file that holds package.json and spec/schemas. */
export declare function repositoryRoot(): string;
/** The text of every schema by file name, sorted. */
export declare function readSchemaFiles(root: string): ReadonlyMap<string, string>;
