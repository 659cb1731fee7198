import { RULES } from "../spec/generated/rules.js";
/** The fields that stand for each group. */
export const STATE_GROUPS = {
    "general registers": ["rbx", "r12"],
    "instruction pointer": ["rip"],
    rflags: ["rflags"],
    cpl: ["cpl"],
    "code segment": ["cs.base", "cs.selector"],
    "stack segment": ["ss.base", "ss.selector"],
    "data segments": ["ds.selector", "es.limit"],
    "fs and gs": ["gs.selector", "fs.base"],
    "system segments": ["tr.base", "ldtr.selector"],
    "descriptor tables": ["gdtr.limit", "idtr.base"],
    "control registers": ["cr4", "cr0", "cr3"],
    "debug registers": ["dr7"],
    "syscall msrs": ["star", "lstar", "fmask"],
    efer: ["efer"],
    "kernel gs base": ["kernelGsBase"],
    "sysenter msrs": ["sysenterEsp", "sysenterCs"],
    // No field: a byte of a page that nothing is stored to.
    memory: [],
};
/** Groups that a completed instruction always sets in full, so that nothing in them can stay. */
const ALWAYS_SET = {
    "syscall.unchanged": ["instruction pointer", "rflags", "cpl", "code segment", "stack segment"],
    "sysret.unchanged": ["instruction pointer", "rflags", "cpl", "code segment", "stack segment"],
    "sysenter.unchanged": ["instruction pointer", "rflags", "cpl", "code segment", "stack segment"],
    "sysexit.unchanged": ["instruction pointer", "rflags", "cpl", "code segment", "stack segment"],
    "swapgs.unchanged": ["instruction pointer", "kernel gs base"],
    "rdmsr.unchanged": ["instruction pointer"],
    "wrmsr.unchanged": ["instruction pointer"],
    "fsgsbase.unchanged": ["instruction pointer"],
    "movsreg.unchanged": ["instruction pointer"],
    "farjmp.unchanged": ["instruction pointer", "code segment"],
    "farcall.unchanged": ["instruction pointer", "code segment"],
};
/** Every way to break one rule of the vendor's oracle. Variants and masks assert nothing to break. */
export function mutantsOf(vendor) {
    const mutants = [];
    for (const { id, kind, vendors, observable } of RULES.values()) {
        const asserts = kind !== "variant" && kind !== "mask" && observable === true;
        if (!asserts || !vendors.includes(vendor))
            continue;
        if (kind !== "unchanged") {
            mutants.push({ rule: id });
            continue;
        }
        const always = ALWAYS_SET[id] ?? [];
        const groups = Object.keys(STATE_GROUPS).filter((group) => !always.includes(group));
        for (const group of groups)
            mutants.push({ rule: id, group });
    }
    return mutants;
}
