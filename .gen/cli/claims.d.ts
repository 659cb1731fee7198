/** The options as commander hands them over. */
export interface ClaimsOptionWords {
    /** What to ask; every emulator of this machine when left out. The oracles always answer too. */
    readonly on?: readonly string[];
}
/**
 * Runs the experiments of the claims that `words` name (all of them when there are none) and prints
 * claim, verdict and what each processor did. Returns the exit code: 0 when every processor did what
 * the law says, 5 when one did not, 3 when there was nobody to ask but the oracles, or nothing to ask.
 * Errors: `UsageError` for a word that names no claim or no processor.
 */
export declare function claims(words: readonly string[], { on }: ClaimsOptionWords): Promise<number>;
