/** The directory that holds package.json. Errors: none above this module. */
export declare function packageRoot(): string;
/** Path of the committed ROM image. */
export declare function romPath(): string;
