/** The options as commander hands them over. */
export interface RecordOptionWords {
    readonly out: string;
    readonly cases?: string;
    readonly seed?: string;
}
/** Cases recorded when nothing else is said. */
export declare const RECORDED_CASES = 1000;
/**
 * Records until the CPU has answered so many cases. Returns the exit code.
 * Errors: `UsageError`; `AdapterError` where the machine cannot be recorded, or breaks on a case.
 */
export declare function record(words: RecordOptionWords): Promise<number>;
