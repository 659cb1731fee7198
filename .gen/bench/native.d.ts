/** Cases per second on one core, by what the cases have in common. */
export interface NativeRates {
    readonly title: string;
    /** Inside the C program: `mixed` as generated, `plain` in 64-bit mode at the default address. */
    readonly program: {
        readonly mixed: number;
        readonly plain: number;
    };
    /** Generated, predicted, run and compared. */
    readonly endToEnd: number;
}
/** Measures the native processor. Errors: `AdapterError` where the machine cannot run it. */
export declare function measureNative(seed: number): Promise<NativeRates>;
