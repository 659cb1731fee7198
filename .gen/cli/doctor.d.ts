/**
 * Starts each emulator once per default model, and this machine's own CPU by itself and through KVM, and prints what was found, what is missing and how
 * to install it. Returns the exit code: 0 when at least one processor can be tested, otherwise 3.
 */
export declare function doctor(): Promise<number>;
