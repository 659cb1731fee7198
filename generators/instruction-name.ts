/** The instructions under test, by name. */

/** What the suite tests. */
export type InstructionName =
  | "syscall"
  | "sysret"
  | "sysenter"
  | "sysexit"
  | "swapgs"
  | "movfromcr"
  | "movtocr"
  | "clts"
  | "lmsw"
  | "smsw"
  | "rdmsr"
  | "wrmsr"
  | "rdfsbase"
  | "rdgsbase"
  | "wrfsbase"
  | "wrgsbase";

/** Every instruction under test. */
export const INSTRUCTION_NAMES: readonly InstructionName[] = [
  "syscall",
  "sysret",
  "sysenter",
  "sysexit",
  "swapgs",
  "movfromcr",
  "movtocr",
  "clts",
  "lmsw",
  "smsw",
  "rdmsr",
  "wrmsr",
  "rdfsbase",
  "rdgsbase",
  "wrfsbase",
  "wrgsbase",
];
