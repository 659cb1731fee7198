/** The options as commander hands them over. */
export interface ReplayOptionWords {
    /** Other processors than the one that the finding names. */
    readonly on?: readonly string[];
}
/**
 * Runs stored cases again and prints what was predicted and observed. Returns the exit code: 5
 * when a case still differs, 0 when none does.
 * Errors: `UsageError` when there is no such case or processor.
 */
export declare function replay(source: string, { on }: ReplayOptionWords): Promise<number>;
