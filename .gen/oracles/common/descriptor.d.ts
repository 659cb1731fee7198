/** Descriptors in memory: Intel SDM Vol. 3A, 3.4 and 3.5; AMD APM Vol. 2, 4.6 to 4.8. */
import type { Segment } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
/** A descriptor as a segment register would hold it, the selector apart, and where it was read. */
export interface Descriptor extends Omit<Segment, "selector"> {
    readonly linear: bigint;
    /** The second doubleword. */
    readonly high: number;
}
/** A null selector: 0 to 3. */
export declare function isNull(selector: number): boolean;
/** The error code of a fault about a selector: the selector without RPL. */
export declare function selectorError(selector: number): number;
/**
 * The linear address of the `size` bytes of a selector's descriptor; undefined when the table has no such entry: its
 * limit ends before, LDTR is unusable, or the address is not canonical.
 */
export declare function entryAddress(context: OperationContext, selector: number, size?: number): bigint | undefined;
/** The descriptor that a selector names; undefined as in `entryAddress`. */
export declare function readDescriptor(context: OperationContext, selector: number): Descriptor | undefined;
/**
 * The descriptor that a selector names, for an instruction that raises #GP, by `beyond`, when its table has no such
 * entry. Undefined only for a processor that does not raise it.
 */
export declare function needDescriptor(context: OperationContext, selector: number, beyond: Parameters<OperationContext["raise"]>[1]): Descriptor | undefined;
