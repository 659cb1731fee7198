/** The comparable fields of a CPU state: their names, widths, and how to read and replace them. */
import type { ControlName, CpuState, FieldName, GprName, MsrName, Segment, SegmentName, TableRegister } from "./model.ts";
export declare const GPR_NAMES: readonly GprName[];
export declare const CONTROL_NAMES: readonly ControlName[];
export declare const MSR_NAMES: readonly MsrName[];
export declare const SEGMENT_NAMES: readonly SegmentName[];
export declare const TABLE_NAMES: readonly ("gdtr" | "idtr")[];
/** Width in bits of each part of a segment register. */
export declare const SEGMENT_PART_WIDTHS: {
    readonly [part in keyof Segment]: number;
};
/** Width in bits of each part of GDTR and IDTR. */
export declare const TABLE_PART_WIDTHS: {
    readonly [part in keyof TableRegister]: number;
};
/** A 64-bit value held directly in the state. */
export type ScalarName = GprName | ControlName | MsrName;
export declare const SCALAR_NAMES: readonly ScalarName[];
interface FieldAccess {
    readonly width: number;
    /** All ones over the width. */
    readonly mask: bigint;
    readonly get: (state: CpuState) => bigint;
    readonly set: (state: MutableCpuState, value: bigint) => void;
}
type Mutable<T> = {
    -readonly [key in keyof T]: T[key] extends object ? Mutable<T[key]> : T[key];
};
/** A CPU state under construction. */
export type MutableCpuState = Mutable<CpuState>;
/** Every field, in the order in which reports print them. */
export declare const FIELD_NAMES: readonly FieldName[];
/** How to read and write the field `name`. */
export declare function field(name: FieldName): FieldAccess;
/** A copy whose parts can be changed without touching `state`. */
export declare function copyState(state: CpuState): MutableCpuState;
export {};
