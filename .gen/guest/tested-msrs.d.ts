/**
 * Indices of the MSRs that hold state of the model, and of those that no vendor defines: a test of the
 * latter is only safe because nothing is behind them.
 */
export declare function testedMsrs(): readonly number[];
