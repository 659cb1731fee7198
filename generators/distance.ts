/** How far a case is from its boring machine. */
import type { TestCase } from "../spec/model.ts";
import { boringCase, namedMsr } from "./boring.ts";
import { differingGroups } from "./differing-groups.ts";
import { isWide, registerNumber } from "./instruction.ts";
import { hasModRm } from "./opcode-forms.ts";
import { takeApart, type Parts } from "./parts.ts";

/** A case beside its boring machine. */
export interface Distance {
  /** The number of groups. */
  readonly distance: number;
  /**
   * The names of the groups that differ: a register, a segment register, an MSR, a group of RFLAGS, `cpl` with the
   * CS and SS that follow it, `gdt` (GDTR and its page), `code` (where the code lies), a page, a prefix; only
   * `instruction` for code that the generators do not know.
   */
  readonly groups: readonly string[];
}

/** The boring machine of a case that was taken apart. */
export function boringOf(testCase: TestCase, parts: Parts): TestCase {
  const { instruction, mode } = parts;
  const msr = namedMsr(testCase.before, instruction.name);
  return boringCase({
    profile: testCase.profile,
    instruction: instruction.name,
    mode,
    wide: isWide(instruction),
    ...(hasModRm(instruction.name) && { reg: registerNumber(instruction) }),
    ...(msr !== undefined && { msr }),
  });
}

/** In which groups a case differs from the boring machine of its instruction, form, mode and MSR. */
export function distance(testCase: TestCase): Distance {
  const parts = takeApart(testCase);
  if (parts === undefined) return { distance: 1, groups: ["instruction"] };
  const boring = takeApart(boringOf(testCase, parts)) as Parts;
  const groups = differingGroups(parts, boring).map(({ name }) => name);
  return { distance: groups.length, groups };
}
