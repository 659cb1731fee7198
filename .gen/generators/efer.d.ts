/** The bits of EFER and the features that bring them. Intel SDM Vol. 3A, 2.2.1; AMD APM Vol. 2, 3.1.7. */
import type { Features, Mode } from "../spec/model.ts";
export declare const SCE: bigint;
export declare const LME: bigint;
export declare const LMA: bigint;
export declare const NXE: bigint;
/** The bits that exist only with a feature. */
export declare const EFER_FEATURE_BITS: {
    readonly [feature in keyof Features]?: bigint;
};
/** The bits that software may set on a processor with these features, LMA aside. */
export declare function writableEfer(features: Features): readonly bigint[];
/** EFER of a plain system in a mode: SCE, NXE where it exists, and long mode where it is on. */
export declare function plainEfer(features: Features, mode: Mode): bigint;
