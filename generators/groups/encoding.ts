/** Groups of the instruction's encoding. */
import { neededRex, operandRegister, superfluousPrefixes, type Instruction } from "../instruction.ts";
import { bytesAt, numberAt } from "../mapped.ts";
import { hasModRm, hasTail } from "../opcode-forms.ts";
import { linearOf } from "../operand.ts";
import type { Page } from "../../spec/model.ts";
import type { Parts } from "../parts.ts";
import { pageOf } from "../placement.ts";
import { simplerNumbers } from "../simplify.ts";
import { nothingSimpler, type Group } from "./group.ts";

/** Bytes of the longest operand: a far pointer of 64 bits. */
const OPERAND_SIZE = 10;

/** REX without bit B, and without REX when B was its only use. */
function withoutB(instruction: Instruction): number {
  const { rex } = instruction;
  return rex === 0x41 ? 0 : rex & ~1;
}

/** The general register operand, or what takes its place; its value moves to rAX. */
export const OPERAND: Group = {
  name: "operand",
  differs: ({ instruction }, boring) =>
    hasTail(instruction.name)
      ? !sameOperand(instruction, boring.instruction)
      : (operandRegister(instruction) ?? "rax") !== "rax",
  reset: (parts, boring) => {
    const { state, instruction } = parts;
    if (hasTail(instruction.name)) {
      resetTail(parts, boring);
      return;
    }
    const register = operandRegister(instruction);
    if (register === undefined || register === "rax") return;
    state.rax = state[register];
    state[register] = boring.state[register];
    parts.instruction = { ...instruction, rm: 0, rex: withoutB(instruction) };
  },
  simpler: nothingSimpler,
};

/** Whether everything but superfluous prefixes is the same. */
function sameOperand(a: Instruction, b: Instruction): boolean {
  return (
    a.rex === b.rex && a.tail.join() === b.tail.join() && a.prefixes.length === superfluousPrefixes(a).length
  );
}

/** Any operand becomes the boring one, which holds what the operand held; an immediate becomes the boring one. */
function resetTail(parts: Parts, boring: Parts): void {
  const { mode, state, instruction, end } = parts;
  const superfluous = superfluousPrefixes(instruction);
  if (hasModRm(instruction.name)) {
    const register = operandRegister(instruction);
    if (operandRegister(boring.instruction) === undefined) moveOperand(parts, boring);
    else if (register !== undefined) {
      const { rax } = state;
      state.rax = state[register];
      if (register !== "rax") state[register] = rax;
    } else {
      const size = isBranch(instruction.name) ? (mode === "64" ? 8 : 4) : 2;
      state.rax = numberAt(pagesOf(parts), linearOf(instruction, { state, mode, next: end }), size);
    }
  }
  parts.instruction = {
    ...boring.instruction,
    prefixes: instruction.prefixes.filter((_, index) => superfluous.includes(index)),
  };
}

/** Moves what an operand in memory holds to where the boring machine has its operand. */
function moveOperand(parts: Parts, boring: Parts): void {
  const { mode, state, instruction, end, others } = parts;
  const to = linearOf(boring.instruction, { state: boring.state, mode, next: boring.end });
  const plain = boring.others.find(({ linear }) => linear === pageOf(to));
  const isMemory = operandRegister(instruction) === undefined;
  const from = isMemory ? linearOf(instruction, { state, mode, next: end }) : 0n;
  state.rax = boring.state.rax;
  if (plain === undefined || !isMemory) return;
  const data = [{ offset: Number(to & 0xfffn), bytes: bytesAt(pagesOf(parts), from, OPERAND_SIZE) }];
  parts.others = [...others.filter(({ linear }) => linear !== plain.linear), { ...plain, data }];
}

/** Near branches through an operand: it is as wide as an address. */
function isBranch(name: Instruction["name"]): boolean {
  return name === "jmp_near" || name === "call_near";
}

function pagesOf({ others, code, table }: Parts): readonly Page[] {
  return [...others, code, ...(table === undefined ? [] : [table])];
}

/** Bits of REX without effect. */
export const REX: Group = {
  name: "rex",
  differs: ({ instruction }) => instruction.rex !== neededRex(instruction),
  reset: (parts) => {
    parts.instruction = { ...parts.instruction, rex: neededRex(parts.instruction) };
  },
  *simpler({ instruction }) {
    const superfluous = (instruction.rex ^ neededRex(instruction)) & 0xf;
    for (const bit of [8, 4, 2, 1]) {
      if ((superfluous & bit) === 0 || superfluous === bit) continue;
      yield (parts: Parts) => {
        parts.instruction = { ...parts.instruction, rex: parts.instruction.rex & ~bit };
      };
    }
  },
};

/**
 * Each prefix that the instruction would not miss. The first one comes first: when it goes, the distances of the
 * others from the end stay right.
 */
export function prefixes({ instruction }: Parts): readonly Group[] {
  return superfluousPrefixes(instruction).map((index) => {
    const byte = instruction.prefixes[index] as number;
    const fromEnd = instruction.prefixes.length - index;
    return {
      name: `prefix ${byte.toString(16).toUpperCase()}h`,
      differs: () => true,
      reset: (parts) => {
        const at = parts.instruction.prefixes.length - fromEnd;
        parts.instruction = {
          ...parts.instruction,
          prefixes: parts.instruction.prefixes.filter((_, other) => other !== at),
        };
      },
      *simpler() {
        for (const simplerByte of simplerPrefixes(byte)) {
          yield (parts: Parts) => {
            const copy = [...parts.instruction.prefixes];
            copy[copy.length - fromEnd] = simplerByte;
            parts.instruction = { ...parts.instruction, prefixes: copy };
          };
        }
      },
    };
  });
}

/** A dead REX with fewer bits; a prefix that no instruction here heeds becomes 66h. */
function* simplerPrefixes(byte: number): Generator<number> {
  if (byte >> 4 === 4) for (const bits of simplerNumbers(byte & 0xf)) yield 0x40 | bits;
  else if (byte !== 0xf0 && byte !== 0x66) yield 0x66;
}
