/** What transitions must hit, by profile. */
import { GPR_NAMES } from "../spec/fields.js";
import { isCanonical } from "./canonical.js";
import { pagingWidth } from "./cpu-state.js";
import { SCE } from "./efer.js";
import { isWide, operandRegister } from "./instruction.js";
import { UNKNOWN_MSR_INDICES, msrOfIndex } from "./msr-values.js";
import { lowWord } from "./random-bits.js";
const is = (name, wide) => ({ instruction }) => instruction.name === name && (wide === undefined || isWide(instruction) === wide);
const at = (mode, cpl) => (value) => value.mode === mode && (cpl === undefined || value.before.cpl === cpl);
const both = (...conditions) => (value) => conditions.every((condition) => condition(value));
const canonicalRcx = ({ before }) => isCanonical(before.rcx, pagingWidth(before));
const canonicalRdx = ({ before }) => isCanonical(before.rdx, pagingWidth(before));
const not = (condition) => (value) => !condition(value);
const enabled = ({ before }) => (before.efer & SCE) !== 0n;
const plainBytes = ({ instruction }) => !instruction.prefixes.includes(0xf0);
const next = ({ before, bytes }) => BigInt.asUintN(64, before.rip + BigInt(bytes.length));
/** What `transition` must hit for a profile. */
export function transitionReach(profile) {
    const hasModes = (mode, classes) => (profile.modes.includes(mode) ? classes : []);
    return [
        {
            name: "SYSRET with REX.W at CPL 0 and a RCX that is not canonical",
            least: 0.06,
            among: is("sysret"),
            matches: both(is("sysret", true), at("64", 0), enabled, plainBytes, not(canonicalRcx)),
        },
        {
            name: "SYSRET with REX.W at CPL 0 and a canonical RCX",
            least: 0.12,
            among: is("sysret"),
            matches: both(is("sysret", true), at("64", 0), enabled, plainBytes, canonicalRcx),
        },
        {
            name: "SYSRET without REX.W at CPL 0",
            least: 0.12,
            among: is("sysret"),
            matches: both(is("sysret", false), at("64", 0), enabled, plainBytes),
        },
        {
            name: "SYSRET to the first address beyond the lower half",
            least: 0.003,
            among: is("sysret"),
            matches: ({ before }) => before.rcx === 1n << BigInt(pagingWidth(before) - 1),
        },
        { name: "SYSRET at CPL 3", least: 0.05, among: is("sysret"), matches: at("64", 3) },
        {
            name: "SYSRET with R11.TF",
            least: 0.06,
            among: is("sysret"),
            matches: ({ before }) => (before.r11 & 0x100n) !== 0n,
        },
        {
            name: "SYSRET with R11.RF",
            least: 0.1,
            among: is("sysret"),
            matches: ({ before }) => (before.r11 & 0x10000n) !== 0n,
        },
        {
            name: "SYSCALL from CPL 3",
            least: 0.3,
            among: is("syscall"),
            matches: both(at("64", 3), enabled, plainBytes),
        },
        {
            name: "SYSCALL from CPL 0",
            least: 0.1,
            among: is("syscall"),
            matches: both(at("64", 0), enabled, plainBytes),
        },
        {
            name: "SYSCALL with TF that FMASK leaves alone",
            least: 0.01,
            among: is("syscall"),
            matches: ({ before }) => (before.rflags & ~before.fmask & 0x100n) !== 0n,
        },
        {
            name: "SYSCALL with TF that FMASK clears",
            least: 0.02,
            among: is("syscall"),
            matches: ({ before }) => (before.rflags & before.fmask & 0x100n) !== 0n,
        },
        {
            name: "next RIP is the first address beyond the lower half",
            least: 0.02,
            among: at("64"),
            matches: (value) => next(value) === 1n << BigInt(pagingWidth(value.before) - 1),
        },
        { name: "next RIP is 0", least: 0.01, among: at("64"), matches: (value) => next(value) === 0n },
        ...["sysenter", "sysexit"].flatMap((name) => [
            {
                name: `${name} with a null SYSENTER_CS`,
                least: 0.08,
                among: is(name),
                matches: ({ before }) => (before.sysenterCs & 0xfffcn) === 0n,
            },
            {
                name: `${name} with a SYSENTER_CS that is null only in the bits that count`,
                least: 0.03,
                among: is(name),
                matches: ({ before }) => (before.sysenterCs & 0xfffcn) === 0n && before.sysenterCs !== 0n,
            },
            {
                name: `${name} with selectors that wrap`,
                least: 0.01,
                among: is(name),
                matches: ({ before }) => (before.sysenterCs & 0xffffn) >= 0xffd8n,
            },
        ]),
        {
            name: "SYSENTER with TF",
            least: 0.05,
            among: is("sysenter"),
            matches: ({ before }) => (before.rflags & 0x100n) !== 0n,
        },
        {
            name: "SYSEXIT with REX.W at CPL 0, both registers canonical",
            least: 0.15,
            among: both(is("sysexit"), at("64")),
            matches: both(is("sysexit", true), at("64", 0), plainBytes, canonicalRcx, canonicalRdx),
        },
        {
            name: "SYSEXIT with REX.W at CPL 0, RDX alone not canonical",
            least: 0.02,
            among: both(is("sysexit"), at("64")),
            matches: both(is("sysexit", true), at("64", 0), plainBytes, canonicalRcx, not(canonicalRdx)),
        },
        {
            name: "SYSEXIT with REX.W at CPL 0, RCX alone not canonical",
            least: 0.02,
            among: both(is("sysexit"), at("64")),
            matches: both(is("sysexit", true), at("64", 0), plainBytes, not(canonicalRcx), canonicalRdx),
        },
        {
            name: "SYSEXIT without REX.W at CPL 0",
            least: 0.12,
            among: both(is("sysexit"), at("64")),
            matches: both(is("sysexit", false), at("64", 0), plainBytes),
        },
        { name: "SWAPGS at CPL 0", least: 0.5, among: is("swapgs"), matches: both(at("64", 0), plainBytes) },
        {
            name: "SWAPGS above CPL 0",
            least: 0.08,
            among: is("swapgs"),
            matches: both(at("64"), not(at("64", 0))),
        },
        {
            name: "RDMSR at CPL 0 of an MSR under test",
            least: 0.5,
            among: is("rdmsr"),
            matches: ({ before }) => before.cpl === 0 && msrOfIndex(lowWord(before.rcx)) !== undefined,
        },
        {
            name: "RDMSR of an unknown MSR",
            least: 0.02,
            among: is("rdmsr"),
            matches: ({ before }) => UNKNOWN_MSR_INDICES.includes(lowWord(before.rcx)),
        },
        {
            name: "WRMSR EFER at CPL 0",
            least: 0.08,
            among: is("wrmsr"),
            matches: ({ before }) => before.cpl === 0 && msrOfIndex(lowWord(before.rcx)) === "efer",
        },
        ...["wrfsbase", "wrgsbase"].flatMap((name) => [
            {
                name: `${name} of 64 bits, not canonical`,
                least: 0.08,
                among: is(name),
                matches: ({ mode, instruction, before }) => mode === "64" &&
                    isWide(instruction) &&
                    !isCanonical(before[operandRegister(instruction)], pagingWidth(before)),
            },
            {
                name: `${name} of 64 bits, canonical`,
                least: 0.1,
                among: is(name),
                matches: ({ mode, instruction, before }) => mode === "64" &&
                    isWide(instruction) &&
                    isCanonical(before[operandRegister(instruction)], pagingWidth(before)),
            },
        ]),
        ...GPR_NAMES.map((register) => ({
            name: `RD/WRxSBASE with ${register}`,
            least: 0.02,
            among: ({ instruction }) => operandRegister(instruction) !== undefined,
            matches: ({ instruction }) => operandRegister(instruction) === register,
        })),
        ...hasModes("compat", [
            {
                name: "compat mode with D=1",
                least: 0.05,
                matches: ({ mode, before }) => mode === "compat" && before.cs.db === 1,
            },
            {
                name: "compat mode with D=0",
                least: 0.02,
                matches: ({ mode, before }) => mode === "compat" && before.cs.db === 0,
            },
            {
                name: "CS.base not 0",
                least: 0.05,
                among: at("compat"),
                matches: ({ before }) => before.cs.base !== 0n,
            },
        ]),
        ...hasModes("legacy", [{ name: "legacy mode", least: 0.04, matches: at("legacy") }]),
        ...(profile.features.la57
            ? [
                {
                    name: "LSTAR canonical for the CPU but not for the paging",
                    least: 0.02,
                    among: is("syscall"),
                    matches: ({ before }) => !isCanonical(before.lstar, pagingWidth(before)),
                },
            ]
            : []),
    ];
}
