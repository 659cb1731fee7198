/** Processors that break exactly one rule: they show that the suite would notice. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import { RULES } from "../spec/generated/rules.ts";
import type { FieldName, Vendor } from "../spec/model.ts";

/** A part of the state that an `unchanged` rule protects. */
export type StateGroup =
  | "general registers"
  | "instruction pointer"
  | "rflags"
  | "cpl"
  | "code segment"
  | "stack segment"
  | "data segments"
  | "fs and gs"
  | "system segments"
  | "descriptor tables"
  | "control registers"
  | "debug registers"
  | "syscall msrs"
  | "efer"
  | "kernel gs base"
  | "sysenter msrs"
  | "memory";

/** The fields that stand for each group. */
export const STATE_GROUPS: { readonly [group in StateGroup]: readonly FieldName[] } = {
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

/**
 * The oracle without `rule`: a raise is not raised, a set keeps the old value or takes the one that its rule names, an
 * order is swapped, an absence does what the rule says does not happen. `group` is the group of state that
 * a mutant of an `unchanged` rule disturbs.
 */
export interface Mutant {
  readonly rule: RuleId;
  readonly group?: StateGroup;
}

/** Groups that a completed instruction always sets in full, so that nothing in them can stay. */
const ALWAYS_SET: { readonly [rule in RuleId]?: readonly StateGroup[] } = {
  "syscall.unchanged": ["instruction pointer", "rflags", "cpl", "code segment", "stack segment"],
  "sysret.unchanged": ["instruction pointer", "rflags", "cpl", "code segment", "stack segment"],
  "sysenter.unchanged": ["instruction pointer", "rflags", "cpl", "code segment", "stack segment"],
  "sysexit.unchanged": ["instruction pointer", "rflags", "cpl", "code segment", "stack segment"],
  "movcr.unchanged": ["instruction pointer"],
  "movdr.unchanged": ["instruction pointer"],
  "clts.unchanged": ["instruction pointer"],
  "lmsw.unchanged": ["instruction pointer"],
  "smsw.unchanged": ["instruction pointer"],
  "swapgs.unchanged": ["instruction pointer", "kernel gs base"],
  "rdmsr.unchanged": ["instruction pointer"],
  "wrmsr.unchanged": ["instruction pointer"],
  "fsgsbase.unchanged": ["instruction pointer"],
  "near.unchanged": ["instruction pointer"],
  "movsreg.unchanged": ["instruction pointer"],
  "events.unchanged": ["instruction pointer", "code segment"],
  "pushsreg.unchanged": ["instruction pointer"],
  "popsreg.unchanged": ["instruction pointer"],
  "loadfar.unchanged": ["instruction pointer"],
  "retf.unchanged": ["instruction pointer", "code segment"],
  "iret.unchanged": ["instruction pointer", "rflags", "code segment"],
  "farjmp.unchanged": ["instruction pointer", "code segment"],
  "farcall.unchanged": ["instruction pointer", "code segment"],
  "inspect.unchanged": ["instruction pointer"],
  "lldt.unchanged": ["instruction pointer"],
  "lgdt.unchanged": ["instruction pointer"],
};

/** Every way to break one rule of the vendor's oracle. Variants and masks assert nothing to break. */
export function mutantsOf(vendor: Vendor): readonly Mutant[] {
  const mutants: Mutant[] = [];
  for (const { id, kind, vendors, observable } of RULES.values()) {
    const asserts = kind !== "variant" && kind !== "mask" && observable === true;
    if (!asserts || !vendors.includes(vendor)) continue;
    if (kind !== "unchanged") {
      mutants.push({ rule: id });
      continue;
    }
    const always = ALWAYS_SET[id] ?? [];
    const groups = (Object.keys(STATE_GROUPS) as StateGroup[]).filter((group) => !always.includes(group));
    for (const group of groups) mutants.push({ rule: id, group });
  }
  return mutants;
}
