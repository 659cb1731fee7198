/** The options as commander hands them over. */
export interface LawsOptionWords {
    readonly vendor?: string;
    readonly cases?: string;
    readonly seed?: string;
    readonly only?: readonly string[];
}
/** Cases per law and processor when --cases is not given. */
export declare const DEFAULT_LAW_CASES = 2000;
/**
 * Runs laws on processors and prints what breaks them. Returns the exit code, which is that of a run.
 * Errors: `UsageError`.
 */
export declare function laws(names: readonly string[], words: LawsOptionWords): Promise<number>;
/** One line per law, for the help text. */
export declare const LAW_LINES: readonly (readonly [id: string, statement: string])[];
