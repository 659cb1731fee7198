import { flipOneOf, instructionOf, twinLaw } from "./twin-law.js";
/** Low bits only: an address stays canonical whatever they are. */
const LOW_32 = 0xffffffffn;
const LOW_16 = 0xffffn;
const STAR_SYSCALL = 0xffffn << 32n;
const STAR_SYSRET = 0xffffn << 48n;
const SYSENTER = [
    { name: "sysenterCs", mask: LOW_16 },
    { name: "sysenterEsp", mask: LOW_32 },
    { name: "sysenterEip", mask: LOW_32 },
];
const TARGETS = [
    { name: "star", mask: STAR_SYSRET | STAR_SYSCALL | LOW_32 },
    { name: "lstar", mask: LOW_32 },
    { name: "cstar", mask: LOW_32 },
    { name: "fmask", mask: LOW_32 },
];
const KERNEL_GS = { name: "kernelGsBase", mask: LOW_32 };
const BASES = [
    { name: "fs.base", mask: LOW_32 },
    { name: "gs.base", mask: LOW_32 },
];
/** By number, as ECX of RDMSR and WRMSR gives it. */
const NUMBERS = new Map([
    [0xc000_0081, "star"],
    [0xc000_0082, "lstar"],
    [0xc000_0083, "cstar"],
    [0xc000_0084, "fmask"],
    [0xc000_0100, "fs.base"],
    [0xc000_0101, "gs.base"],
    [0xc000_0102, "kernelGsBase"],
    [0x174, "sysenterCs"],
    [0x175, "sysenterEsp"],
    [0x176, "sysenterEip"],
]);
/** MSRs that the instruction has nothing to do with, and the parts of STAR that belong to the other one. */
export const otherMsrs = twinLaw({
    id: "law.other_msrs",
    statement: "An MSR, or a part of STAR, that the instruction does not use does not matter.",
    disturb: (testCase, pick) => flipOneOf(testCase, unused(testCase), pick),
});
function unused(testCase) {
    switch (instructionOf(testCase).name) {
        case "syscall":
            return [...SYSENTER, KERNEL_GS, ...BASES, { name: "star", mask: STAR_SYSRET }];
        case "sysret":
            return [
                ...SYSENTER,
                KERNEL_GS,
                ...BASES,
                ...TARGETS.slice(1),
                { name: "star", mask: STAR_SYSCALL | LOW_32 },
            ];
        case "swapgs":
            return [...SYSENTER, ...TARGETS, { name: "fs.base", mask: LOW_32 }];
        case "rdmsr":
        case "wrmsr": {
            const named = NUMBERS.get(Number(BigInt.asUintN(32, testCase.before.rcx)));
            return [...SYSENTER, ...TARGETS, KERNEL_GS, ...BASES].filter(({ name }) => name !== named);
        }
        case "rdfsbase":
        case "wrfsbase":
            return [...SYSENTER, ...TARGETS, KERNEL_GS, { name: "gs.base", mask: LOW_32 }];
        default:
            return [...SYSENTER, ...TARGETS, KERNEL_GS, { name: "fs.base", mask: LOW_32 }];
    }
}
