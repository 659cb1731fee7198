/** The instructions under test, by name. */

/** What the suite tests. */
export type InstructionName =
  | "syscall"
  | "sysret"
  | "sysenter"
  | "sysexit"
  | "swapgs"
  | "rdmsr"
  | "wrmsr"
  | "rdfsbase"
  | "rdgsbase"
  | "wrfsbase"
  | "wrgsbase"
  | "mov_to_sreg"
  | "mov_from_sreg";

/** Every instruction under test. */
export const INSTRUCTION_NAMES: readonly InstructionName[] = [
  "syscall",
  "sysret",
  "sysenter",
  "sysexit",
  "swapgs",
  "rdmsr",
  "wrmsr",
  "rdfsbase",
  "rdgsbase",
  "wrfsbase",
  "wrgsbase",
  "mov_to_sreg",
  "mov_from_sreg",
];
