/** The guest's hello record: what CPUID says inside the machine, and the profile that follows from it. */
import type { Features, Mode, Profile, Vendor } from "../spec/model.ts";
import type { ObserverName } from "./layout.ts";
/** One leaf of CPUID. */
export interface Leaf {
    readonly eax: number;
    readonly ebx: number;
    readonly ecx: number;
    readonly edx: number;
}
/** The modes in which a vendor's instructions have something to test. */
export declare const MODES: {
    readonly [vendor in Vendor]: readonly Mode[];
};
/** Looks up leaves; one above the largest that CPUID names counts as zero. */
export declare function boundedLeaves(all: ReadonlyMap<number, Leaf>): (leaf: number) => Leaf;
/** The features that CPUID names. */
export declare function readFeatures(leaf: (number: number) => Leaf, vendor: Vendor): Features;
/** Whose manual applies. Errors: a vendor that no oracle models. */
export declare function readVendor(leaf: (number: number) => Leaf): Vendor;
/**
 * The profile of the machine whose control page this is. Errors: no hello record, another protocol
 * version, an unknown vendor, or, for the observer that needs it, a processor without SVM.
 */
export declare function readHello(controlPage: Uint8Array, observer?: ObserverName): Profile;
