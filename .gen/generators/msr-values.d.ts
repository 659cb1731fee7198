/** Values for WRMSR, each MSR with its own edges. */
import type { Profile } from "../spec/model.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { type RandomBits } from "./random-bits.ts";
import type { ReachClass } from "./reach.ts";
import { MSR } from "./weights.ts";
/** The name of an MSR under test, or `unknown` for an index that no manual defines. */
export type MsrChoice = keyof typeof MSR;
/** Indices of the MSRs under test; a test holds them against spec/registers/msrs.json. */
export declare const MSR_INDICES: {
    readonly [name in Exclude<MsrChoice, "unknown">]: number;
};
/** Indices that no manual defines, from the same file. */
export declare const UNKNOWN_MSR_INDICES: readonly number[];
/** A random MSR. */
export declare function drawMsr(bits: RandomBits): MsrChoice;
/** Its index; a random one of the unknown indices for `unknown`. */
export declare function drawIndex(bits: RandomBits, name: MsrChoice): number;
/** The MSR under test that has this index; undefined for any other. */
export declare function msrOfIndex(index: number): Exclude<MsrChoice, "unknown"> | undefined;
/** A value for WRMSR; `efer` is what EFER holds. */
export declare function drawMsrValue(bits: RandomBits, name: MsrChoice, options: {
    width: 48 | 57;
    writable: readonly bigint[];
    efer: bigint;
}): bigint;
/** What WRMSR is given: an MSR index and EDX:EAX. */
export interface MsrWrite {
    readonly index: number;
    readonly value: bigint;
}
/** An MSR and a value to write to it: legal ones, and for each MSR those that it must refuse or cut. */
export declare function msrWrite(options: {
    profile: Profile;
}): DrawnArbitrary<MsrWrite>;
/** What `msrWrite` must hit with an EFER of `plainEfer`. */
export declare function msrWriteReach(profile: Profile): readonly ReachClass<MsrWrite>[];
