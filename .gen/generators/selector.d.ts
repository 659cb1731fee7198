/** 16-bit selectors. */
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import type { ReachClass } from "./reach.ts";
/** A selector: of a small table entry, null with any RPL, local, or close to the top of 16 bits. */
export declare function selector(): DrawnArbitrary<number>;
/** What `selector()` must hit. */
export declare const SELECTOR_REACH: readonly ReachClass<number>[];
