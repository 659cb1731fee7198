/** Whole descriptor tables as bytes. */
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import type { ReachClass } from "./reach.ts";
/** Bytes of the largest table. */
export declare const GDT_MAXIMUM = 256;
/** A table of 1 to 32 descriptors: a preset, a preset with one entry replaced, or random ones. */
export declare function gdt(): DrawnArbitrary<Uint8Array>;
/** What `gdt()` must hit. */
export declare const GDT_REACH: readonly ReachClass<Uint8Array>[];
