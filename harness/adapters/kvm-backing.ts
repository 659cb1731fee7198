/** What KVM runs a guest on, and what KVM does itself instead of the CPU. */

/** `software`: a module emulates the guest's kernel, so that what is seen is not the CPU. */
export type KvmBacking = "VT-x" | "SVM" | "software" | "unknown";

/** KVM's back ends by their kernel modules. */
const BACKINGS: ReadonlyMap<string, KvmBacking> = new Map([
  ["kvm_pvm", "software"],
  ["kvm_intel", "VT-x"],
  ["kvm_amd", "SVM"],
]);

const ON_ANY_CPU: readonly string[] = [
  "WRMSR and RDMSR of EFER",
  "writes to CR0 and CR4",
  "SYSCALL, SYSENTER and SYSEXIT where the CPU raises #UD, which KVM takes for a request to emulate them",
];

/** Where the CPU is not what answers, by what KVM stands on. Read in KVM's source; no such machine was at hand. */
const CHANGES: Readonly<Record<KvmBacking, readonly string[]>> = {
  "VT-x": [...ON_ANY_CPU, "WRMSR and RDMSR of STAR, LSTAR, CSTAR and SFMASK"],
  SVM: [...ON_ANY_CPU, "WRMSR and RDMSR of SYSENTER_EIP and SYSENTER_ESP on a guest that poses as Intel"],
  software: ["everything at CPL 0, and every way into CPL 0"],
  unknown: ["nobody knows"],
};

/** What KVM stands on, by the modules that are loaded; a software module decides where several are. */
export function kvmBacking(modules: readonly string[]): KvmBacking {
  for (const [module, backing] of BACKINGS) if (modules.includes(module)) return backing;
  return "unknown";
}

/** What KVM does itself: there its answers are those of a processor under test, never those of the CPU. */
export function kvmChanges(backing: KvmBacking): readonly string[] {
  return CHANGES[backing];
}

/** Whether the CPU answers, apart from `kvmChanges`. */
export function isSilicon(backing: KvmBacking): boolean {
  return backing === "VT-x" || backing === "SVM";
}
