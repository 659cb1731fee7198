/** The bits of EFER and the features that bring them. Intel SDM Vol. 3A, 2.2.1; AMD APM Vol. 2, 3.1.7. */
import type { Features, Mode } from "../spec/model.ts";

export const SCE: bigint = 1n << 0n;
export const LME: bigint = 1n << 8n;
export const LMA: bigint = 1n << 10n;
export const NXE: bigint = 1n << 11n;

/** The bits that exist only with a feature. */
export const EFER_FEATURE_BITS: { readonly [feature in keyof Features]?: bigint } = {
  nx: NXE,
  svm: 1n << 12n,
  lmsle: 1n << 13n,
  ffxsr: 1n << 14n,
  tce: 1n << 15n,
  mcommit: 1n << 17n,
  intwb: 1n << 18n,
  uaie: 1n << 20n,
  aibrse: 1n << 21n,
};

/** The bits that software may set on a processor with these features, LMA aside. */
export function writableEfer(features: Features): readonly bigint[] {
  const optional = Object.entries(EFER_FEATURE_BITS) as [keyof Features, bigint][];
  return [SCE, LME, ...optional.filter(([feature]) => features[feature]).map(([, bit]) => bit)];
}

/** EFER of a plain system in a mode: SCE, NXE where it exists, and long mode where it is on. */
export function plainEfer(features: Features, mode: Mode): bigint {
  return mode === "legacy" ? SCE : SCE | LME | LMA | (features.nx ? NXE : 0n);
}
