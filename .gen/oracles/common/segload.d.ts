import type { OperationContext } from "../operation.ts";
/** A segment register that a selector can be loaded into without a transfer of control. */
export type LoadableSegment = "es" | "ss" | "ds" | "fs" | "gs";
/** What the manuals state differently about null selectors. */
export interface NullLoads {
    /** SS takes a null selector whose RPL is not CPL, in 64-bit mode below CPL 3. */
    readonly otherRpl: (context: OperationContext) => void;
    /** The base that a null selector leaves in FS or GS. */
    readonly base: (context: OperationContext, name: "fs" | "gs") => void;
}
/** Loads a segment register, or raises what forbids it; nothing is set when it raises. */
export type SegmentLoad = (context: OperationContext, name: LoadableSegment, selector: number) => void;
/** The segment loads of a vendor. */
export declare function segmentLoad(nulls: NullLoads): SegmentLoad;
