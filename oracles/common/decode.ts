/**
 * The oracle's own decoder for the instructions under test. Intel SDM Vol. 2A, ch. 2; AMD APM
 * Vol. 3, ch. 1. Anything else is out of the model.
 */
import type { GprName } from "../../spec/model.ts";

/** Instructions that the oracles model. */
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
  | "movfromcr"
  | "movtocr"
  | "clts"
  | "lmsw"
  | "smsw";

/** A decoded instruction. `length` is in bytes and may exceed the 15 that a processor accepts. */
export interface Instruction {
  readonly name: InstructionName;
  readonly length: number;
  readonly lock: boolean;
  /** Whether there is a prefix 66h. */
  readonly operandSizePrefix: boolean;
  /** 64 with an effective REX.W, otherwise 32. */
  readonly operandSize: 32 | 64;
  /** The general register of RD/WRFSBASE and RD/WRGSBASE; `rax` for the others, which have none. */
  readonly register: GprName;
  /** The number of the control register of MOV to and from one; 0 for the others. */
  readonly control: number;
  /** What the instruction would be if a REX prefix that a legacy prefix follows counted; undefined without one. */
  readonly withDeadRex: Instruction | undefined;
}

/** The bytes are no instruction that the oracles model. */
export class OutOfModel extends Error {
  override readonly name = "OutOfModel";
}

const REGISTERS: readonly GprName[] = [
  "rax",
  "rcx",
  "rdx",
  "rbx",
  "rsp",
  "rbp",
  "rsi",
  "rdi",
  "r8",
  "r9",
  "r10",
  "r11",
  "r12",
  "r13",
  "r14",
  "r15",
];

/** ModRM.reg of 0F AE with mod = 3 under F3. */
const BASE_INSTRUCTIONS: readonly (InstructionName | undefined)[] = [
  "rdfsbase",
  "rdgsbase",
  "wrfsbase",
  "wrgsbase",
];

/** CR2 and CR8 are no state of a case. */
const UNMODELLED_CONTROLS: ReadonlySet<number> = new Set([2, 8]);

const LEGACY_PREFIXES: ReadonlySet<number> = new Set([
  0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3,
]);

/**
 * Decodes one instruction. `rex` says whether 40h to 4Fh are prefixes (64-bit mode).
 * Errors: `OutOfModel` for bytes that are no modelled instruction.
 */
export function decode(bytes: Uint8Array, rex: boolean): Instruction {
  let at = 0;
  let lock = false;
  let operandSizePrefix = false;
  let repeat = 0;
  let effectiveRex = 0;
  let deadRex = 0;
  for (; ; at++) {
    const byte = bytes[at] ?? 0;
    if (LEGACY_PREFIXES.has(byte)) {
      if (byte === 0xf0) lock = true;
      if (byte === 0x66) operandSizePrefix = true;
      // Of F2 and F3 the last one counts.
      if (byte >= 0xf2) repeat = byte;
      // A REX prefix that a legacy prefix follows is dead.
      if (effectiveRex !== 0) deadRex = effectiveRex;
      effectiveRex = 0;
    } else if (rex && byte >= 0x40 && byte <= 0x4f) {
      effectiveRex = byte;
    } else {
      break;
    }
  }
  const byDeadRex =
    deadRex === 0 || effectiveRex !== 0
      ? undefined
      : finish(bytes, at, { lock, operandSizePrefix, repeat, rex: deadRex }, undefined);
  const instruction = finish(bytes, at, { lock, operandSizePrefix, repeat, rex: effectiveRex }, byDeadRex);
  if (UNMODELLED_CONTROLS.has(instruction.control)) {
    throw new OutOfModel(`CR${instruction.control} is no state of a case`);
  }
  return instruction;
}

interface Prefixes {
  readonly lock: boolean;
  readonly operandSizePrefix: boolean;
  /** F2 or F3, whichever came last; 0 for neither. */
  readonly repeat: number;
  readonly rex: number;
}

function finish(
  bytes: Uint8Array,
  at: number,
  prefixes: Prefixes,
  withDeadRex: Instruction | undefined,
): Instruction {
  const { name, length, register, control = 0 } = opcode(bytes, at, prefixes);
  const { lock, operandSizePrefix, rex } = prefixes;
  const operandSize = (rex & 8) !== 0 ? 64 : 32;
  return { name, length, register, control, lock, operandSizePrefix, operandSize, withDeadRex };
}

/** The opcode and what follows it; `at` is the index of its first byte. */
function opcode(
  bytes: Uint8Array,
  at: number,
  prefixes: Prefixes,
): Pick<Instruction, "name" | "length" | "register"> & { readonly control?: number } {
  const operand = (modrm: number): GprName => REGISTERS[(modrm & 7) + 8 * (prefixes.rex & 1)] as GprName;
  const second = bytes[at] === 0x0f ? bytes[at + 1] : undefined;
  switch (second) {
    case 0x05:
      return { name: "syscall", length: at + 2, register: "rax" };
    case 0x07:
      return { name: "sysret", length: at + 2, register: "rax" };
    case 0x34:
      return { name: "sysenter", length: at + 2, register: "rax" };
    case 0x35:
      return { name: "sysexit", length: at + 2, register: "rax" };
    case 0x30:
      return { name: "wrmsr", length: at + 2, register: "rax" };
    case 0x32:
      return { name: "rdmsr", length: at + 2, register: "rax" };
    case 0x06:
      return { name: "clts", length: at + 2, register: "rax" };
    case 0x01: {
      const modrm = bytes[at + 2] ?? 0;
      if (modrm === 0xf8) return { name: "swapgs", length: at + 3, register: "rax" };
      // mod = 3, reg = 4 or 6; with other prefixes these bytes are no other instruction.
      if (modrm >> 3 === 0x1c) return { name: "smsw", length: at + 3, register: operand(modrm) };
      if (modrm >> 3 === 0x1e) return { name: "lmsw", length: at + 3, register: operand(modrm) };
      break;
    }
    case 0x20:
    case 0x22: {
      // ModRM.mod is ignored: the operands are registers whatever it holds.
      const modrm = bytes[at + 2] ?? 0;
      const control = ((modrm >> 3) & 7) + 2 * (prefixes.rex & 4);
      const name = second === 0x20 ? "movfromcr" : "movtocr";
      return { name, length: at + 3, register: operand(modrm), control };
    }
    case 0xae: {
      const modrm = bytes[at + 2] ?? 0;
      const name = BASE_INSTRUCTIONS[(modrm >> 3) & 7];
      if (prefixes.repeat === 0xf3 && modrm >= 0xc0 && name !== undefined) {
        return { name, length: at + 3, register: operand(modrm) };
      }
      break;
    }
  }
  const shown = Buffer.from(bytes).toString("hex");
  throw new OutOfModel(`no oracle models the instruction ${shown}`);
}
