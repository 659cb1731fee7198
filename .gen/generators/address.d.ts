/** 64-bit addresses that gather where canonicality, and truncation to 32 bits, change the answer. */
import { type AddressWidth } from "./canonical.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import type { ReachClass } from "./reach.ts";
/** Any 64-bit value, often near the edge of the canonical addresses of `width` bits. */
export declare function address(width: AddressWidth): DrawnArbitrary<bigint>;
/** Only addresses that are canonical in `width` bits, often the outermost ones. */
export declare function canonicalAddress(width: AddressWidth): DrawnArbitrary<bigint>;
/** What `address(width)` must hit. */
export declare function addressReach(width: AddressWidth): readonly ReachClass<bigint>[];
