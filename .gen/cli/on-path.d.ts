/** The first executable file named `program` in a folder of PATH; a path is taken as it is. */
export declare function onPath(program: string, path?: string): string | undefined;
