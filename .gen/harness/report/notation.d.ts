import type { End, FieldName, Write } from "../../spec/model.ts";
import type { Difference, FieldDifference } from "../verdict.ts";
/** `0` for zero, else `0x` and lower-case digits; 64-bit values are `0x00008000_00000000`. */
export declare function formatHex(value: bigint, width: number): string;
/** The value of one field as reports print it: single bits and levels in decimal, the rest in hex. */
export declare function formatValue(name: FieldName, value: bigint): string;
/** `#GP(0)`, `#UD`, `#PF(0x14)`; a vector without a name is `exception 9`. */
export declare function formatException(vector: number, errorCode?: number): string;
/** How a step ended, and at which privilege level: `retired at CPL 3`, `#GP(0) at CPL 0`. */
export declare function formatEnd(end: End, cpl?: number): string;
/** The bits of a field on which prediction and observation disagree. */
export declare function differingBits(difference: FieldDifference): bigint;
/** Memory that changed: `0x00000000_00600000: 01 02`, or `not written`. */
export declare function formatWrites(writes: readonly Write[]): string;
/** One differing field as three texts; `bits` names the bits when that says more than the values. */
export interface DifferenceText {
    readonly field: string;
    readonly predicted: string;
    readonly observed: string;
    readonly bits: string;
}
/** A difference in words; for an end, the levels come from the caller. */
export declare function formatDifference(difference: Difference, cpl?: {
    readonly predicted?: number;
    readonly observed?: number;
}): DifferenceText;
