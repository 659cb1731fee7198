/** Groups of general, control and model-specific registers and of RFLAGS. */
import { GPR_NAMES, MSR_NAMES } from "../../spec/fields.js";
import { UNKNOWN_MSR_INDICES, msrOfIndex } from "../msr-values.js";
import { fromWords, highWord, lowWord } from "../random-bits.js";
import { RFLAGS_GROUPS } from "../rflags.js";
import { simplerValues } from "../simplify.js";
/** Simpler contents of ECX for RDMSR and WRMSR: the same MSR, or another unknown one, never any number. */
function* simplerMsrIndices(rcx) {
    const low = lowWord(rcx);
    if (msrOfIndex(low) === undefined) {
        for (const index of UNKNOWN_MSR_INDICES) {
            if (index === low)
                break;
            yield BigInt(index);
        }
    }
    if (highWord(rcx) === 0)
        return;
    for (const high of simplerValues(BigInt(highWord(rcx))))
        yield fromWords(lowWord(high), low);
}
function scalar(name) {
    return {
        name,
        differs: ({ state }, boring) => state[name] !== boring.state[name],
        reset: ({ state }, boring) => {
            state[name] = boring.state[name];
        },
        *simpler({ state, instruction }) {
            const holdsIndex = name === "rcx" && (instruction.name === "rdmsr" || instruction.name === "wrmsr");
            for (const value of holdsIndex ? simplerMsrIndices(state.rcx) : simplerValues(state[name])) {
                yield (parts) => {
                    parts.state[name] = value;
                };
            }
        },
    };
}
function flags(name, mask) {
    return {
        name: `rflags.${name}`,
        differs: ({ state }, boring) => ((state.rflags ^ boring.state.rflags) & mask) !== 0n,
        reset: ({ state }, boring) => {
            state.rflags = (state.rflags & ~mask) | (boring.state.rflags & mask);
        },
        *simpler({ state }) {
            for (const value of simplerValues(state.rflags & mask)) {
                if ((value & ~mask) !== 0n)
                    continue;
                yield (parts) => {
                    parts.state.rflags = (parts.state.rflags & ~mask) | value;
                };
            }
        },
    };
}
export const GPR_GROUPS = GPR_NAMES.map(scalar);
export const MSR_GROUPS = MSR_NAMES.map(scalar);
export const CONTROL_GROUPS = ["cr0", "cr4", "dr6", "dr7"].map(scalar);
export const FLAG_GROUPS = Object.entries(RFLAGS_GROUPS).map(([name, mask]) => flags(name, mask));
