import type { CpuState, FieldName } from "../spec/model.ts";
/** The position of a field in FIELD_NAMES. */
export declare function fieldIndex(name: FieldName): number;
/**
 * Writes the positions of the fields that differ to the front of `changed`, which must have room
 * for every field, and returns how many there are.
 */
export declare function findChanges(a: CpuState, b: CpuState, changed: Uint8Array): number;
type Reader = (state: CpuState) => bigint | number;
/** Reads a field as the state holds it: small parts stay numbers. */
export declare function reader(name: FieldName): Reader;
export {};
