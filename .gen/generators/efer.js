export const SCE = 1n << 0n;
export const LME = 1n << 8n;
export const LMA = 1n << 10n;
export const NXE = 1n << 11n;
/** The bits that exist only with a feature. */
export const EFER_FEATURE_BITS = {
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
export function writableEfer(features) {
    const optional = Object.entries(EFER_FEATURE_BITS);
    return [SCE, LME, ...optional.filter(([feature]) => features[feature]).map(([, bit]) => bit)];
}
/** EFER of a plain system in a mode: SCE, NXE where it exists, and long mode where it is on. */
export function plainEfer(features, mode) {
    return mode === "legacy" ? SCE : SCE | LME | LMA | (features.nx ? NXE : 0n);
}
