/** Finds bits of EFER that CPUID offers but the observer cannot set: no case can begin with them. */
import { plainCase } from "../../guest/plain-case.js";
/** LME, LMA and SCE: what every case may have, besides what the observer forces. */
const EFER_PLAIN = 0x501n;
const EFER_OF_FEATURE = [
    ["nx", 1n << 11n],
    ["lmsle", 1n << 13n],
    ["ffxsr", 1n << 14n],
    ["tce", 1n << 15n],
    ["mcommit", 1n << 17n],
    ["intwb", 1n << 18n],
    ["uaie", 1n << 20n],
    ["aibrse", 1n << 21n],
];
/**
 * `profile` with the refused bits imposed as 0. Bits that no feature brings are reserved in every case anyway.
 * Errors: what `run` throws.
 */
export async function probeImposed(profile, run) {
    const offered = EFER_OF_FEATURE.filter(([feature]) => profile.features[feature]).map(([, bit]) => bit);
    const forced = profile.imposed.find(({ field }) => field === "efer")?.value ?? 0n;
    const answers = await run(offered.map((bit) => plainCase(profile, EFER_PLAIN | forced | bit)));
    const refused = offered.filter((_, index) => "unsupported" in answers[index]);
    const mask = refused.reduce((sum, bit) => sum | bit, 0n);
    if (mask === 0n)
        return profile;
    const others = profile.imposed.filter(({ field }) => field !== "efer");
    const efer = profile.imposed.find(({ field }) => field === "efer") ?? { mask: 0n, value: 0n };
    return { ...profile, imposed: [{ field: "efer", mask: efer.mask | mask, value: efer.value }, ...others] };
}
