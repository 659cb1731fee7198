/** The flat segments of a plain system; selectors are those of Linux's GDT. */
import type { Mode, Segment, SegmentName } from "../spec/model.ts";
/** Flat code with D=0 at each CPL. */
export declare const PLAIN_CODE_16: readonly Segment[];
/** What loading a null selector leaves, by its RPL. */
export declare const NULL_SEGMENTS: readonly Segment[];
/** The flat code segment of a mode at a CPL; D=1 outside 64-bit mode. */
export declare function plainCode(mode: Mode, cpl: number): Segment;
/** The flat stack segment at a CPL. */
export declare function plainStack(cpl: number): Segment;
/** The flat data segment of ES, DS, FS and GS at every CPL. */
export declare const PLAIN_DATA: Segment;
/** The default LDT. */
export declare const PLAIN_LDTR: Segment;
/** The default task: a busy 32-bit or 64-bit TSS. */
export declare const PLAIN_TR: Segment;
/** The plain content of one segment register. */
export declare function plainSegment(name: SegmentName, options: {
    mode: Mode;
    cpl: number;
}): Segment;
