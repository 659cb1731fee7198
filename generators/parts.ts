/** A test case taken apart, so that shrinking can change one part without breaking what depends on it. */
import { validate, modeOf } from "../spec/validity.ts";
import { copyState, type MutableCpuState } from "../spec/fields.ts";
import type { Mode, Page, Segment, Step, TestCase } from "../spec/model.ts";
import { stepAddresses } from "../spec/step-address.ts";
import { familyOf } from "./families/index.ts";
import { imposer } from "./imposed.ts";
import { imposePages } from "./imposed-memory.ts";
import { encode, operandSizeOf, parse, type Instruction } from "./instruction.ts";
import { isMapped } from "./mapped.ts";
import { hasModRm, immediateLength } from "./opcode-forms.ts";
import { formOf } from "./operand.ts";
import { pageOf } from "./placement.ts";
import { targetsInPages } from "./targets.ts";

export { samePage } from "../spec/same-page.ts";

/** The parts of a case of one instruction; shrinking changes them freely. */
export interface Parts {
  readonly mode: Mode;
  state: MutableCpuState;
  /** Linear address after the instruction; RIP follows from it, CS.base and the length. */
  end: bigint;
  code: Page;
  /** The page that GDTR points into, if the case has it. */
  table: Page | undefined;
  others: readonly Page[];
  /** The first one. */
  instruction: Instruction;
  /** The steps after the first. */
  rest: readonly Step[];
}

const bitsOf = (mode: Mode): number => (mode === "64" ? 64 : 32);
const codeBase = (mode: Mode, cs: { readonly base: bigint }): bigint => (mode === "64" ? 0n : cs.base);

/** Takes a case apart; undefined for one whose instruction or code page the generators do not know. */
export function takeApart(testCase: TestCase): Parts | undefined {
  const { before, pages, steps } = testCase;
  const [step] = steps;
  if (step === undefined) return undefined;
  const mode = modeOf(before);
  const instruction = parse(step.bytes, mode);
  if (instruction === undefined) return undefined;
  const first = BigInt.asUintN(bitsOf(mode), codeBase(mode, before.cs) + before.rip);
  const last = BigInt.asUintN(bitsOf(mode), first + BigInt(step.bytes.length - 1));
  // Code that spans two pages keeps both: the one with its end is `code`, the other one of `others`.
  const code = pages.find(({ linear }) => linear === pageOf(last));
  if (code === undefined) return undefined;
  const table = pages.find((page) => page !== code && page.linear === pageOf(before.gdtr.base));
  return {
    mode,
    state: copyState(before),
    end: BigInt.asUintN(bitsOf(mode), last + 1n),
    code,
    table,
    others: pages.filter((page) => page !== code && page !== table),
    instruction,
    rest: steps.slice(1),
  };
}

/** Puts a case together; `original` gives the profile and the delivery. */
export function putTogether(parts: Parts, original: TestCase): TestCase {
  const { mode, state, end, code, table, others, instruction, rest } = parts;
  const bytes = encode(instruction);
  const before = copyState(state);
  before.rip = BigInt.asUintN(bitsOf(mode), end - BigInt(bytes.length) - codeBase(mode, state.cs));
  imposer(original.profile, mode)(before);
  return {
    profile: original.profile,
    before,
    pages: imposePages(original.profile, table === undefined ? [code, ...others] : [code, table, ...others]),
    steps: [{ bytes }, ...rest],
    delivery: original.delivery,
  };
}

/** Whether a case is valid and lands outside its pages. */
export function isUsable(testCase: TestCase, instruction: Instruction): boolean {
  const { before, pages, steps } = testCase;
  if (!isWhole(instruction, testCase) || validate(testCase).length > 0) return false;
  if (familyOf(instruction.name)?.admits?.(testCase, instruction) === false) return false;
  const starts = stepAddresses(testCase);
  // A step may lie where SYSCALL goes.
  const free = pages.filter(({ linear }) => !starts.slice(1).some((start) => pageOf(start) === linear));
  if (targetsInPages(before, instruction, free)) return false;
  if (!starts.slice(1).includes(before.lstar) && isMapped(before.lstar, pages)) return false;
  return steps.every(({ bytes }, index) => {
    const next = (starts[index] as bigint) + BigInt(bytes.length);
    const bits = bitsOf(modeOf(before));
    return starts[index + 1] === next || !isMapped(BigInt.asUintN(bits, next), pages);
  });
}

/** Whether the bytes after the opcode are as many as it asks for; the code's size may have changed under it. */
function isWhole(instruction: Instruction, { before, profile: { vendor } }: TestCase): boolean {
  const { name, tail } = instruction;
  const mode = modeOf(before);
  const modrm = hasModRm(name) ? (formOf(instruction, mode, before.cs.db)?.length ?? 1) : 0;
  const operandSize = operandSizeOf(instruction, mode, before.cs.db);
  return tail.length === modrm + immediateLength(name, { operandSize, mode, vendor });
}

/** Whether two segment registers hold the same. */
export function sameSegment(a: Segment, b: Segment): boolean {
  return (Object.keys(a) as (keyof Segment)[]).every((part) => a[part] === b[part]);
}

/** A copy whose state can be changed without touching `parts`. */
export function copyParts(parts: Parts): Parts {
  return { ...parts, state: copyState(parts.state) };
}
