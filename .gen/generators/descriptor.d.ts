/** 8-byte segment descriptors and how their fields are packed. */
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import type { ReachClass } from "./reach.ts";
/** The fields of a descriptor: `limit` is the raw 20-bit value, `base` has 32 bits. */
export interface DescriptorFields {
    readonly base: number;
    readonly limit: number;
    readonly type: number;
    readonly s: number;
    readonly dpl: number;
    readonly p: number;
    readonly avl: number;
    readonly l: number;
    readonly db: number;
    readonly g: number;
}
/** The 64-bit value of a descriptor. Intel SDM Vol. 3A, 3.4.5; AMD APM Vol. 2, 4.7. */
export declare function packDescriptor(fields: DescriptorFields): bigint;
/** A descriptor of any kind: code, data, system, null, or 64 random bits. */
export declare function descriptor(): DrawnArbitrary<bigint>;
/** What `descriptor()` must hit. */
export declare const DESCRIPTOR_REACH: readonly ReachClass<bigint>[];
