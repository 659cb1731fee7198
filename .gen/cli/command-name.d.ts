/** How the user calls this program here: through npx where it is no command of the shell. */
export declare function commandName(environment?: NodeJS.ProcessEnv): string;
