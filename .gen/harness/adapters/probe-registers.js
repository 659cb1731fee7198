/** Finds bits that observer B cannot bring into a register on this processor: no case can begin with them. */
import { plainCase } from "../../guest/plain-case.js";
import { field } from "../../spec/fields.js";
import { probeImposed } from "./probe-imposed.js";
/** Registers whose bits may not all be there, and the bits that are tried. */
const TRIED = [
    ["rflags", [1n << 18n, 1n << 19n, 1n << 20n, 1n << 21n]],
    ["sysenterCs", Array.from({ length: 32 }, (_, bit) => 1n << BigInt(bit))],
    ["dr6", [1n << 11n, 1n << 13n, 1n << 14n, 1n << 15n]],
    ["dr7", [1n << 8n, 1n << 9n, 1n << 11n, ...Array.from({ length: 16 }, (_, bit) => 1n << BigInt(16 + bit))]],
];
/** EFER of a case in long mode with nothing else. */
const EFER_PLAIN = 0x501n;
/**
 * `profile` with the bits imposed as 0 that are gone when the next instruction has run, or that the agent could not
 * set at all. Errors: what `run` throws.
 */
async function probeRegisters(profile, run) {
    const plain = plainCase(profile, EFER_PLAIN);
    const probes = TRIED.flatMap(([name, bits]) => bits.map((bit) => ({ name, bit })));
    const answers = await run(probes.map(({ name, bit }) => ({
        ...plain,
        before: { ...plain.before, [name]: field(name).get(plain.before) | bit },
    })));
    const imposed = [...profile.imposed];
    for (const [name] of TRIED) {
        const initial = field(name).get(plain.before);
        const mask = probes.reduce((sum, probe, index) => {
            if (probe.name !== name || (initial & probe.bit) !== 0n)
                return sum;
            const answer = answers[index];
            const kept = !("unsupported" in answer) && (field(name).get(answer.after) & probe.bit) !== 0n;
            return kept ? sum : sum | probe.bit;
        }, 0n);
        if (mask !== 0n)
            imposed.push({ field: name, mask, value: 0n });
    }
    return { ...profile, imposed };
}
/** The profile of a machine with everything imposed that `observer` forces. Errors: what `run` throws. */
export async function probeProfile(observer, greeted, run) {
    const profile = await probeImposed(greeted, run);
    return observer === "svm" ? profile : probeRegisters(profile, run);
}
