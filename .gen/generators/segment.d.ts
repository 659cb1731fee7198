/** Segment registers with their hidden parts, as loads and ring crossings leave them. */
import type { Mode, Profile, Segment, SegmentName } from "../spec/model.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import type { RandomBits } from "./random-bits.ts";
/** What a segment register's content depends on. */
export interface SegmentOptions {
    readonly profile: Profile;
    readonly mode: Mode;
    readonly cpl: number;
}
/** A canonical address of the CPU's width, or of 32 bits without long mode. */
export declare function drawHiddenBase(bits: RandomBits, options: {
    profile: Profile;
    mode: Mode;
}): bigint;
/** A random content of one segment register; CS has base 0 and, outside 64-bit mode, a flat limit. */
export declare function drawSegment(bits: RandomBits, name: SegmentName, options: SegmentOptions): Segment;
/** The content of one segment register in a mode at a CPL. */
export declare function segment(name: SegmentName, options: SegmentOptions): DrawnArbitrary<Segment>;
