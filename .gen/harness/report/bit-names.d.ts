/** Names of single bits, so that a report says "RF" where a mask would say 0x10000. */
import type { FieldName } from "../../spec/model.ts";
/**
 * The names of the set bits of `bits`, lowest first; unnamed neighbours are joined to ranges in
 * the manuals' order, e.g. `["RF", "bits 63:48"]`. R11 counts as flags only below bit 22.
 */
export declare function bitNames(field: FieldName, bits: bigint): readonly string[];
