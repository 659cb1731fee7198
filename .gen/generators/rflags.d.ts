/** RFLAGS: valid images for the state before, and any image for R11. */
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import type { ReachClass } from "./reach.ts";
import { RFLAGS } from "./weights.ts";
/** Bit 1, which always reads 1. */
export declare const FIXED = 2n;
/** The groups of RFLAGS that generators draw and shrinking resets one by one, with their bits. */
export declare const RFLAGS_GROUPS: {
    readonly [group in keyof typeof RFLAGS]: bigint;
};
/** Every bit that can be 1 in protected and long mode. */
export declare const RFLAGS_VALID: bigint;
/** An RFLAGS value that a processor can hold in protected or long mode. */
export declare function rflags(): DrawnArbitrary<bigint>;
/** What software may leave in R11 for SYSRET: flags, with or without the bits that must not get through. */
export declare function flagsImage(): DrawnArbitrary<bigint>;
/** What `rflags()` must hit. */
export declare const RFLAGS_REACH: readonly ReachClass<bigint>[];
/** What `flagsImage()` must hit. */
export declare const FLAGS_IMAGE_REACH: readonly ReachClass<bigint>[];
