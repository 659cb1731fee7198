import { boringCase, namedMsr } from "./boring.js";
import { differingGroups } from "./differing-groups.js";
import { isWide } from "./instruction.js";
import { takeApart } from "./parts.js";
/** The boring machine of a case that was taken apart. */
export function boringOf(testCase, parts) {
    const { instruction, mode } = parts;
    const [modrm] = instruction.tail;
    const msr = namedMsr(testCase.before, instruction.name);
    return boringCase({
        profile: testCase.profile,
        instruction: instruction.name,
        mode,
        wide: isWide(instruction),
        ...(modrm !== undefined && { reg: (modrm >> 3) & 7 }),
        ...(msr !== undefined && { msr }),
    });
}
/** In which groups a case differs from the boring machine of its instruction, form, mode and MSR. */
export function distance(testCase) {
    const parts = takeApart(testCase);
    if (parts === undefined)
        return { distance: 1, groups: ["instruction"] };
    const boring = takeApart(boringOf(testCase, parts));
    const groups = differingGroups(parts, boring).map(({ name }) => name);
    return { distance: groups.length, groups };
}
