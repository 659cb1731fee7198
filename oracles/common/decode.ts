/**
 * The oracle's own decoder for the instructions under test. Intel SDM Vol. 2A, ch. 2; AMD APM
 * Vol. 3, ch. 1. Anything else is out of the model.
 */
import { GPR_NAMES } from "../../spec/fields.ts";
import type { GprName, SegmentName } from "../../spec/model.ts";
import { readModRm, type ModRm, type Operand } from "./modrm.ts";

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
  | "ret_far"
  | "ret_far_imm"
  | "iret"
  | "mov_to_sreg"
  | "mov_from_sreg"
  | "int"
  | "int3"
  | "int1"
  | "into"
  | "ud2"
  | "push_es"
  | "push_cs"
  | "push_ss"
  | "push_ds"
  | "push_fs"
  | "push_gs"
  | "pop_es"
  | "pop_ss"
  | "pop_ds"
  | "pop_fs"
  | "pop_gs"
  | "lds"
  | "les"
  | "lfs"
  | "lgs"
  | "lss"
  | "jmp_rel8"
  | "jmp_rel"
  | "jmp_near"
  | "call_rel"
  | "call_near"
  | "ret_near"
  | "ret_near_imm"
  | "jmp_far_direct"
  | "jmp_far_memory"
  | "call_far_direct"
  | "call_far_memory"
  | "mov_from_cr"
  | "mov_to_cr"
  | "mov_from_dr"
  | "mov_to_dr"
  | "clts"
  | "lmsw"
  | "smsw"
  | "lar"
  | "lsl"
  | "verr"
  | "verw"
  | "lldt"
  | "ltr"
  | "lgdt"
  | "lidt";

/** A decoded instruction. `length` is in bytes and may exceed the 15 that a processor accepts. */
export interface Instruction {
  readonly name: InstructionName;
  readonly length: number;
  readonly lock: boolean;
  /** Whether there is a prefix 66h. */
  readonly operandSizePrefix: boolean;
  /** 64 with an effective REX.W, otherwise 32. */
  readonly operandSize: 32 | 64;
  /** Operand size where 66h counts: 64 with an effective REX.W, otherwise what the code's default and 66h make it. */
  readonly size: 16 | 32 | 64;
  /** ModRM.reg with REX.R; 0 without ModRM. */
  readonly reg: number;
  /** What ModRM.rm names; undefined for an instruction without such an operand. */
  readonly operand: Operand | undefined;
  /** The immediate, sign-extended; of a far pointer its offset, zero-extended; 0 without one. */
  readonly immediate: bigint;
  /** The selector of a far pointer in the instruction; 0 without one. */
  readonly selector: number;
  /** The general register of RD/WRFSBASE and RD/WRGSBASE; `rax` for the others, which have none. */
  readonly register: GprName;
  /**
   * A near branch with 66h in 64-bit mode as a processor reads it on which that makes it one of 16 bits, or, where it is
   * read so, as one reads it on which 66h has no effect; undefined for others.
   */
  readonly otherReading: Instruction | undefined;
  /** What the instruction would be if a REX prefix that a legacy prefix follows counted; undefined without one. */
  readonly withDeadRex: Instruction | undefined;
}

/** The bytes are no instruction that the oracles model. */
export class OutOfModel extends Error {
  override readonly name = "OutOfModel";
}

/**
 * Bytes of immediate: that many, as many as the operand size (2, or 4 for 32 and 64 bits), the same for a branch, on
 * which 66h may have no effect in 64-bit mode, or a far pointer: an offset of that size and a selector.
 */
type ImmediateForm = 1 | 2 | "operand" | "branch" | "pointer";

/** What ModRM may name; `register`: mod is ignored, so that both operands are registers whatever it holds. */
type ModRmForm = "any" | "memory" | "register";

/** What an opcode stands for. */
interface Form {
  readonly name: InstructionName;
  /** Whether ModRM follows, and what it names in this instruction. */
  readonly modrm?: ModRmForm;
  readonly immediate?: ImmediateForm;
  /** In 64-bit mode the opcode is another one's. */
  readonly outside64?: true;
}

/** A form, or those of a group by ModRM.reg. */
type Entry = Form | readonly (Form | undefined)[];

const ONE_BYTE: { readonly [opcode in number]?: Entry } = {
  0x06: { name: "push_es" },
  0x07: { name: "pop_es" },
  0x0e: { name: "push_cs" },
  0x16: { name: "push_ss" },
  0x17: { name: "pop_ss" },
  0x1e: { name: "push_ds" },
  0x1f: { name: "pop_ds" },
  0xc2: { name: "ret_near_imm", immediate: 2 },
  0xc3: { name: "ret_near" },
  0xe8: { name: "call_rel", immediate: "branch" },
  0xe9: { name: "jmp_rel", immediate: "branch" },
  0xeb: { name: "jmp_rel8", immediate: 1 },
  0x9a: { name: "call_far_direct", immediate: "pointer" },
  0xca: { name: "ret_far_imm", immediate: 2 },
  0xcb: { name: "ret_far" },
  0xcf: { name: "iret" },
  0xea: { name: "jmp_far_direct", immediate: "pointer" },
  0xff: [
    undefined,
    undefined,
    { name: "call_near", modrm: "any" },
    { name: "call_far_memory", modrm: "any" },
    { name: "jmp_near", modrm: "any" },
    { name: "jmp_far_memory", modrm: "any" },
    undefined,
    undefined,
  ],
  0x8c: { name: "mov_from_sreg", modrm: "any" },
  0x8e: { name: "mov_to_sreg", modrm: "any" },
  0xcc: { name: "int3" },
  0xcd: { name: "int", immediate: 1 },
  0xce: { name: "into" },
  0xf1: { name: "int1" },
  // With a register as the operand, and in 64-bit mode, these are the VEX prefixes.
  0xc4: { name: "les", modrm: "memory", outside64: true },
  0xc5: { name: "lds", modrm: "memory", outside64: true },
};

const SMSW: Form = { name: "smsw", modrm: "any" };
const LMSW: Form = { name: "lmsw", modrm: "any" };

/** After 0F; but for 0F 01 F8 and 0F AE. */
const TWO_BYTE: { readonly [opcode in number]?: Entry } = {
  0x00: [
    undefined,
    undefined,
    { name: "lldt", modrm: "any" },
    { name: "ltr", modrm: "any" },
    { name: "verr", modrm: "any" },
    { name: "verw", modrm: "any" },
  ],
  0x01: [
    undefined,
    undefined,
    { name: "lgdt", modrm: "memory" },
    { name: "lidt", modrm: "memory" },
    SMSW,
    undefined,
    LMSW,
  ],
  0x02: { name: "lar", modrm: "any" },
  0x03: { name: "lsl", modrm: "any" },
  0x05: { name: "syscall" },
  0x06: { name: "clts" },
  0x07: { name: "sysret" },
  0x0b: { name: "ud2" },
  0x20: { name: "mov_from_cr", modrm: "register" },
  0x21: { name: "mov_from_dr", modrm: "register" },
  0x22: { name: "mov_to_cr", modrm: "register" },
  0x23: { name: "mov_to_dr", modrm: "register" },
  0x30: { name: "wrmsr" },
  0x32: { name: "rdmsr" },
  0x34: { name: "sysenter" },
  0x35: { name: "sysexit" },
  0xa0: { name: "push_fs" },
  0xa1: { name: "pop_fs" },
  0xa8: { name: "push_gs" },
  0xa9: { name: "pop_gs" },
  0xb2: { name: "lss", modrm: "any" },
  0xb4: { name: "lfs", modrm: "any" },
  0xb5: { name: "lgs", modrm: "any" },
};

/** ModRM.reg of 0F AE with mod = 3 under F3. */
const BASE_INSTRUCTIONS: readonly (InstructionName | undefined)[] = [
  "rdfsbase",
  "rdgsbase",
  "wrfsbase",
  "wrgsbase",
];

const LEGACY_PREFIXES: ReadonlySet<number> = new Set([
  0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3,
]);

/** The segment of each override prefix. */
const OVERRIDES: ReadonlyMap<number, SegmentName> = new Map([
  [0x26, "es"],
  [0x2e, "cs"],
  [0x36, "ss"],
  [0x3e, "ds"],
  [0x64, "fs"],
  [0x65, "gs"],
]);

interface Prefixes {
  readonly lock: boolean;
  readonly operandSizePrefix: boolean;
  readonly addressSizePrefix: boolean;
  readonly override: SegmentName | undefined;
  /** The last override of ES, CS, SS or DS in 64-bit mode, where it has no effect. */
  readonly ignored: SegmentName | undefined;
  /** F2 or F3, whichever came last; 0 for neither. */
  readonly repeat: number;
  readonly rex: number;
  /** 40h to 4Fh are prefixes: 64-bit mode. */
  readonly long: boolean;
  /** 66h counts for near branches in 64-bit mode. */
  readonly narrowsBranches: boolean;
  /** Size of operands and addresses outside 64-bit mode, by CS.D. */
  readonly defaultSize: 16 | 32;
}

/**
 * Decodes one instruction. `rex` says whether 40h to 4Fh are prefixes (64-bit mode); `defaultSize` is 16 in code with
 * CS.D = 0 outside it.
 * Errors: `OutOfModel` for bytes that are no modelled instruction.
 */
export function decode(bytes: Uint8Array, rex: boolean, defaultSize: 16 | 32 = 32): Instruction {
  let at = 0;
  let lock = false;
  let operandSizePrefix = false;
  let addressSizePrefix = false;
  let override: SegmentName | undefined;
  let ignored: SegmentName | undefined;
  let repeat = 0;
  let effectiveRex = 0;
  let deadRex = 0;
  for (; ; at++) {
    const byte = bytes[at] ?? 0;
    if (LEGACY_PREFIXES.has(byte)) {
      if (byte === 0xf0) lock = true;
      if (byte === 0x66) operandSizePrefix = true;
      if (byte === 0x67) addressSizePrefix = true;
      // Of F2 and F3 the last one counts.
      if (byte >= 0xf2) repeat = byte;
      // 64-bit mode knows the overrides of FS and GS only; of several the last one counts.
      const segment = OVERRIDES.get(byte);
      if (rex && byte < 0x64) ignored = segment;
      else override = segment ?? override;
      // A REX prefix that a legacy prefix follows is dead.
      if (effectiveRex !== 0) deadRex = effectiveRex;
      effectiveRex = 0;
    } else if (rex && byte >= 0x40 && byte <= 0x4f) {
      effectiveRex = byte;
    } else {
      break;
    }
  }
  const common = {
    lock,
    operandSizePrefix,
    addressSizePrefix,
    override,
    ignored,
    repeat,
    long: rex,
    narrowsBranches: false,
    defaultSize,
  };
  const byDeadRex =
    deadRex === 0 || effectiveRex !== 0
      ? undefined
      : finish(bytes, at, { ...common, rex: deadRex }, undefined);
  const instruction = finish(bytes, at, { ...common, rex: effectiveRex }, byDeadRex);
  if (!rex || instruction.size !== 16 || !NEAR_BRANCHES.has(instruction.name)) return instruction;
  const narrowed = finish(bytes, at, { ...common, rex: effectiveRex, narrowsBranches: true }, byDeadRex);
  return { ...instruction, otherReading: narrowed };
}

const NEAR_BRANCHES: ReadonlySet<InstructionName> = new Set<InstructionName>([
  "jmp_rel8",
  "jmp_rel",
  "jmp_near",
  "call_rel",
  "call_near",
  "ret_near",
  "ret_near_imm",
]);

function finish(
  bytes: Uint8Array,
  at: number,
  prefixes: Prefixes,
  withDeadRex: Instruction | undefined,
): Instruction {
  const { lock, operandSizePrefix, rex } = prefixes;
  const { name, length, register = "rax", modrm, immediate = 0n, selector = 0 } = opcode(bytes, at, prefixes);
  return {
    name,
    length,
    register,
    lock,
    operandSizePrefix,
    operandSize: (rex & 8) !== 0 ? 64 : 32,
    size: sizeOf(prefixes),
    reg: modrm?.reg ?? 0,
    operand: modrm?.operand,
    immediate,
    selector,
    otherReading: undefined,
    withDeadRex,
  };
}

/** Operand size where 66h counts. */
function sizeOf({ operandSizePrefix, rex, long, defaultSize }: Prefixes): 16 | 32 | 64 {
  if ((rex & 8) !== 0) return 64;
  return operandSizePrefix !== (!long && defaultSize === 16) ? 16 : 32;
}

/** What an opcode and the bytes after it say. `length` counts from the first byte of the string. */
interface Opcode {
  readonly name: InstructionName;
  readonly length: number;
  readonly register?: GprName;
  readonly modrm?: ModRm | undefined;
  readonly immediate?: bigint;
  readonly selector?: number;
}

/** The opcode and what follows it; `at` is the index of its first byte. */
function opcode(bytes: Uint8Array, at: number, prefixes: Prefixes): Opcode {
  const found =
    bytes[at] === 0x0f
      ? (withoutTable(bytes, at, prefixes) ?? read(TWO_BYTE[bytes[at + 1] ?? 0], bytes, at + 2, prefixes))
      : read(ONE_BYTE[bytes[at] ?? 0], bytes, at + 1, prefixes);
  if (found !== undefined) return found;
  const shown = Buffer.from(bytes).toString("hex");
  throw new OutOfModel(`no oracle models the instruction ${shown}`);
}

/** Two-byte opcodes whose ModRM byte as a whole, or a prefix, belongs to the opcode. */
function withoutTable(bytes: Uint8Array, at: number, prefixes: Prefixes): Opcode | undefined {
  const modrm = bytes[at + 2] ?? 0;
  if (bytes[at + 1] === 0x01 && modrm === 0xf8) return { name: "swapgs", length: at + 3 };
  if (bytes[at + 1] !== 0xae) return undefined;
  const name = BASE_INSTRUCTIONS[(modrm >> 3) & 7];
  if (prefixes.repeat !== 0xf3 || modrm < 0xc0 || name === undefined) return undefined;
  const register = GPR_NAMES[(modrm & 7) + 8 * (prefixes.rex & 1)] as GprName;
  return { name, length: at + 3, register };
}

/** Reads what follows an opcode; `at` is the index after it. */
function read(
  entry: Entry | undefined,
  bytes: Uint8Array,
  at: number,
  prefixes: Prefixes,
): Opcode | undefined {
  const modrmByte = bytes[at] ?? 0;
  const form = Array.isArray(entry)
    ? (entry as readonly (Form | undefined)[])[(modrmByte >> 3) & 7]
    : (entry as Form | undefined);
  if (form === undefined || (form.modrm === "memory" && modrmByte >= 0xc0)) return undefined;
  if (form.outside64 === true && prefixes.long) return undefined;
  const { name, immediate } = form;
  const modrm =
    form.modrm === undefined
      ? undefined
      : readModRm(
          form.modrm === "register" ? Uint8Array.of(modrmByte | 0xc0) : bytes,
          form.modrm === "register" ? 0 : at,
          {
            ...prefixes,
            addressSize: addressSizeOf(prefixes),
          },
        );
  const after = at + (modrm?.length ?? 0);
  if (immediate === undefined) return { name, length: after, modrm };
  const size = immediateSize(immediate, prefixes);
  const value = littleEndianNumber(bytes, after, size);
  if (immediate !== "pointer") {
    return { name, length: after + size, modrm, immediate: BigInt.asIntN(8 * size, value) };
  }
  const selector = Number(littleEndianNumber(bytes, after + size, 2));
  return { name, length: after + size + 2, modrm, immediate: value, selector };
}

function immediateSize(form: ImmediateForm, prefixes: Prefixes): number {
  if (typeof form === "number") return form;
  if (form === "branch" && prefixes.long && !prefixes.narrowsBranches) return 4;
  return sizeOf(prefixes) === 16 ? 2 : 4;
}

/** A number of `size` bytes; bytes beyond the end count as 0. */
function littleEndianNumber(bytes: Uint8Array, at: number, size: number): bigint {
  let value = 0n;
  for (let index = size - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[at + index] ?? 0);
  return value;
}

function addressSizeOf({ long, addressSizePrefix, defaultSize }: Prefixes): 16 | 32 | 64 {
  if (long) return addressSizePrefix ? 32 : 64;
  return addressSizePrefix === (defaultSize === 16) ? 32 : 16;
}
