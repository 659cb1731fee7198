/** From a claim's experiment to the test case that one processor runs. */
import { boringCase } from "../../generators/boring.js";
import { INSTRUCTION_NAMES } from "../../generators/instruction-name.js";
import { MSR_INDICES } from "../../generators/msr-values.js";
import { plainCode, plainStack } from "../../generators/plain-segment.js";
import { inputsOf } from "../../harness/report/inputs.js";
import { copyState, field } from "../../spec/fields.js";
import { validate } from "../../spec/validity.js";
import { familyOf } from "../select.js";
/**
 * The experiment on the plain machine of its instruction, as the processor's profile has it.
 * Errors: a plain `Error` for an instruction or MSR that the generators do not know.
 */
export function poseClaim(each, { profile, capabilities }) {
    const { mode, feature } = each;
    if (each.vendors !== undefined && !each.vendors.includes(profile.vendor))
        return { foreign: true };
    if (!profile.modes.includes(mode))
        return { skip: `it has no ${mode} mode` };
    if (feature !== undefined && !profile.features[feature]) {
        return { skip: `it has no ${feature}` };
    }
    const instruction = instructionOf(each);
    const reason = capabilities.noOpinion.get(familyOf(instruction));
    if (reason !== undefined)
        return { skip: reason };
    const options = {
        instruction,
        mode,
        ...(each.wide !== undefined && { wide: each.wide }),
        ...(each.msr !== undefined && { msr: msrOf(each.msr) }),
    };
    const plain = boringCase({ ...options, profile });
    const forced = forcedField(each, plain, boringCase({ ...options, profile: { ...profile, imposed: [] } }));
    if (forced !== undefined)
        return { skip: `its observer forces ${forced}` };
    const testCase = { ...plain, before: changed(plain.before, each), pages: withEntries(plain, each.gdt) };
    const [problem] = validate(testCase);
    return problem === undefined ? { testCase } : { skip: `the case is none for it: ${problem}` };
}
/**
 * The field that the experiment is about and that the observer forces to another value than the plain machine
 * has: the experiment would be another one. EFER is left out, because it holds bits of the observer's own.
 */
function forcedField({ law, notes }, plain, free) {
    const named = [...Object.keys(law.after), ...Object.keys(notes?.after ?? {})];
    const read = inputsOf(free).flatMap(({ fields }) => fields);
    return ["cpl", ...read, ...named].find((name) => {
        const { get } = field(name);
        const isForced = name !== "efer" && plain.profile.imposed.some((each) => each.field === name);
        return isForced && get(plain.before) !== get(free.before);
    });
}
function instructionOf({ instruction }) {
    const name = INSTRUCTION_NAMES.find((known) => known === instruction);
    if (name === undefined)
        throw new Error(`a claim is about an unknown instruction: ${instruction}`);
    return name;
}
function msrOf(name) {
    if (!(name in MSR_INDICES))
        throw new Error(`a claim is about an unknown MSR: ${name}`);
    return name;
}
function changed(plain, { cpl, mode, before }) {
    const state = copyState(plain);
    if (cpl !== undefined) {
        state.cpl = cpl;
        state.cs = { ...plainCode(mode, cpl) };
        state.ss = { ...plainStack(cpl) };
    }
    for (const [name, change] of Object.entries(before)) {
        const { get, set } = field(name);
        if (typeof change !== "object")
            set(state, BigInt(change));
        else if ("set" in change)
            set(state, get(state) | BigInt(change.set));
        else
            set(state, get(state) & ~BigInt(change.clear));
    }
    return state;
}
/** The pages with some entries of the GDT replaced. */
function withEntries({ pages, before }, entries = {}) {
    const all = Object.entries(entries);
    if (all.length === 0)
        return pages;
    const offset = Number(before.gdtr.base & 0xfffn);
    const added = all.map(([index, descriptor]) => {
        const bytes = new Uint8Array(8);
        new DataView(bytes.buffer).setBigUint64(0, BigInt(descriptor), true);
        return { offset: offset + 8 * Number(index), bytes };
    });
    const table = before.gdtr.base & ~0xfffn;
    return pages.map((page) => (page.linear === table ? { ...page, data: overlaid(page.data, added) } : page));
}
/** One chunk with the bytes of all, the later ones on top. */
function overlaid(below, above) {
    const end = Math.max(...[...below, ...above].map(({ offset, bytes }) => offset + bytes.length));
    const bytes = new Uint8Array(end);
    for (const chunk of [...below, ...above])
        bytes.set(chunk.bytes, chunk.offset);
    return [{ offset: 0, bytes }];
}
