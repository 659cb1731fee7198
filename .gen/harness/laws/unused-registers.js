import { GPR_NAMES } from "../../spec/fields.js";
import { modeOf } from "../../spec/validity.js";
import { flipOneOf, instructionOf, twinLaw } from "./twin-law.js";
/** What the instructions read or write without naming it; the FSGSBASE ones name theirs. */
const USED = {
    syscall: ["rcx", "r11"],
    sysret: ["rcx", "r11"],
    swapgs: [],
    rdmsr: ["rax", "rcx", "rdx"],
    wrmsr: ["rax", "rcx", "rdx"],
};
const LOW_32 = 0xffffffffn;
/** General registers that the instruction does not use. */
export const unusedRegisters = twinLaw({
    id: "law.unused_registers",
    statement: "A general register that the instruction neither reads nor writes does not matter.",
    disturb: (testCase, pick) => flipOneOf(testCase, unused(testCase), pick),
});
function unused(testCase) {
    const { name, register, withDeadRex } = instructionOf(testCase);
    const is64 = modeOf(testCase.before) === "64";
    const used = new Set(USED[name] ?? [register, withDeadRex?.register]);
    return GPR_NAMES.filter((each) => !used.has(each) && (is64 || !/^r\d/.test(each))).map((each) => ({
        name: each,
        // The upper half of RSP is lost on the way into compatibility mode, those of others are out of reach there.
        mask: is64 && each !== "rsp" ? (1n << 64n) - 1n : LOW_32,
    }));
}
