/** Exit codes in result records that a VMCB does not have: cases about which Unicorn says nothing, and why. */
/** Codes far from those of a VMCB. */
export declare const UNICORN_EXIT: {
    readonly systemCall: 4096;
    readonly interrupt: 4097;
    readonly stopped: 4098;
    readonly noPlace: 4099;
    readonly failed: 4100;
};
/** What a report says about a case with that code. */
export declare const UNICORN_REASONS: ReadonlyMap<number, string>;
