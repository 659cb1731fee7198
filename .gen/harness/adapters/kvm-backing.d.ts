/** What KVM runs a guest on, and what KVM does itself instead of the CPU. */
/** `software`: a module emulates the guest's kernel, so that what is seen is not the CPU. */
export type KvmBacking = "VT-x" | "SVM" | "software" | "unknown";
/** What KVM stands on, by the modules that are loaded; a software module decides where several are. */
export declare function kvmBacking(modules: readonly string[]): KvmBacking;
/** What KVM does itself: there its answers are those of a processor under test, never those of the CPU. */
export declare function kvmChanges(backing: KvmBacking): readonly string[];
/** Whether the CPU answers, apart from `kvmChanges`. */
export declare function isSilicon(backing: KvmBacking): boolean;
