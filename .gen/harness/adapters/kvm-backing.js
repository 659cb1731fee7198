/** What KVM runs a guest on, and what KVM does itself instead of the CPU. */
/** KVM's back ends by their kernel modules. */
const BACKINGS = new Map([
    ["kvm_pvm", "software"],
    ["kvm_intel", "VT-x"],
    ["kvm_amd", "SVM"],
]);
const ON_ANY_CPU = [
    "WRMSR and RDMSR of EFER",
    "writes to CR0 and CR4",
    "SYSCALL, SYSENTER and SYSEXIT where the CPU raises #UD, which KVM takes for a request to emulate them",
];
/** Where the CPU is not what answers, by what KVM stands on. Read in KVM's source; no such machine was at hand. */
const CHANGES = {
    "VT-x": [...ON_ANY_CPU, "WRMSR and RDMSR of STAR, LSTAR, CSTAR and SFMASK"],
    SVM: [...ON_ANY_CPU, "WRMSR and RDMSR of SYSENTER_EIP and SYSENTER_ESP on a guest that poses as Intel"],
    software: ["everything at CPL 0, and every way into CPL 0"],
    unknown: ["nobody knows"],
};
/** What KVM stands on, by the modules that are loaded; a software module decides where several are. */
export function kvmBacking(modules) {
    for (const [module, backing] of BACKINGS)
        if (modules.includes(module))
            return backing;
    return "unknown";
}
/** What KVM does itself: there its answers are those of a processor under test, never those of the CPU. */
export function kvmChanges(backing) {
    return CHANGES[backing];
}
/** Whether the CPU answers, apart from `kvmChanges`. */
export function isSilicon(backing) {
    return backing === "VT-x" || backing === "SVM";
}
