/** libunicorn on this machine, if Node can call it. The variable LIBUNICORN names it and then nothing else is looked for. */
export declare function findLibrary(environment?: NodeJS.ProcessEnv): string | undefined;
