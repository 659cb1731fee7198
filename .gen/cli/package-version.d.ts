/** The version of ringcross, from its package.json: beside this folder, or above it when built. */
export declare function packageVersion(): string;
