/** Instructions under test: their structure, and the bytes of it. */
import { GPR_NAMES } from "../spec/fields.ts";
import type { GprName, Mode, Vendor } from "../spec/model.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { INSTRUCTION_NAMES, SETTLED_INSTRUCTIONS, type InstructionName } from "./instruction-name.ts";
import {
  hasModRm,
  hasTail,
  hasWideForm,
  immediateLength,
  isBaseInstruction,
  OPCODE_FORMS,
} from "./opcode-forms.ts";
import type { RandomBits } from "./random-bits.ts";
import type { ReachClass } from "./reach.ts";
import { weighted, type Weighted } from "./weighted.ts";
import { CONTROL, DEBUG, ENCODING, INSTRUCTION, LOCK_IN_LONG, OPERAND_SIZE_PREFIX, WIDE } from "./weights.ts";

/** One instruction before encoding. */
export interface Instruction {
  readonly name: InstructionName;
  /**
   * What precedes the REX prefix in effect: legacy prefixes, the mandatory F3 of RD/WRxSBASE among them, and REX
   * prefixes that are dead because something follows them.
   */
  readonly prefixes: readonly number[];
  /** The REX prefix in effect, 40h to 4Fh; 0 for none. */
  readonly rex: number;
  /** ModRM.rm of RD/WRxSBASE, otherwise 0. */
  readonly rm: number;
  /** What follows the opcode: ModRM with SIB and displacement, and the immediate, where there are such. */
  readonly tail: readonly number[];
}

/** LOCK, F2 (REPNE), F3 (REP). */
const LOCK = 0xf0;
const REPNE = 0xf2;
const REP = 0xf3;
const REX_W = 0x48;
/** 66, 67, F2, F3 and the segment overrides: none has an effect on the instructions under test. */
const IGNORED: readonly number[] = [0x66, 0x67, REPNE, REP, 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65];
/** What even an instruction with operands does not miss. */
const ALWAYS_IGNORED: ReadonlySet<number> = new Set([LOCK, REPNE, REP]);
const LEGACY: ReadonlySet<number> = new Set([...IGNORED, LOCK]);
const LONGEST = 15;

/** Instructions whose ModRM.reg names a segment register. */
const SEGMENT_OPERANDS: ReadonlySet<InstructionName> = new Set<InstructionName>([
  "mov_to_sreg",
  "mov_from_sreg",
]);

/** ModRM of [rBX], reg aside. */
const RBX = 3;

/** ModRM.reg of DS. */
const DS = 3;
/** ModRM.reg of DR7. */
const DR7 = 7;
const REX_R = 0x44;

/** MOV to and from debug registers. */
function isMovDebug(name: InstructionName): boolean {
  return name === "mov_to_dr" || name === "mov_from_dr";
}

/** MOV to and from control and debug registers, whose ModRM.reg has four bits. */
export function isMovControl(name: InstructionName): boolean {
  return name === "mov_to_cr" || name === "mov_from_cr" || isMovDebug(name);
}

/** ModRM.reg with REX.R; 0 without ModRM. */
export function registerNumber({ name, rex, tail }: Instruction): number {
  if (!hasModRm(name)) return 0;
  return (((tail[0] as number) >> 3) & 7) | ((rex & 4) << 1);
}

/** Whether the 64-bit form is meant. */
export function isWide(instruction: Instruction): boolean {
  return hasWideForm(instruction.name) && (instruction.rex & 8) !== 0;
}

/** The general register that is an operand; undefined for an instruction without one. */
export function operandRegister(instruction: Instruction): GprName | undefined {
  const { name, rex, tail } = instruction;
  if (hasModRm(name)) {
    const modrm = tail[0] as number;
    return modrm >= 0xc0 ? GPR_NAMES[(modrm & 7) | ((rex & 1) << 3)] : undefined;
  }
  if (!isBaseInstruction(instruction.name)) return undefined;
  return GPR_NAMES[instruction.rm + ((instruction.rex & 1) << 3)];
}

/** mod and rm of the plainest operand: rAX, or [rBX] where it must be memory. */
function plainOperand(name: InstructionName): number {
  return OPCODE_FORMS[name].memory === true ? RBX : 0xc0;
}

/** The instruction without a superfluous byte; an immediate is still missing. */
export function plainInstruction(
  name: InstructionName,
  options: { readonly wide: boolean; readonly reg?: number },
): Instruction {
  const { wide, reg = isMovDebug(name) ? DR7 : isMovControl(name) ? 0 : DS } = options;
  return {
    name,
    prefixes: isBaseInstruction(name) ? [REP] : [],
    rex: (wide && hasWideForm(name) ? REX_W : 0) | (isMovControl(name) && reg > 7 ? REX_R : 0),
    rm: 0,
    tail: hasModRm(name) ? [plainOperand(name) | ((OPCODE_FORMS[name].digit ?? reg & 7) << 3)] : [],
  };
}

/** The operand size where 66h and REX.W count; `db` is CS.D. */
export function operandSizeOf(instruction: Instruction, mode: Mode, db: number): 16 | 32 | 64 {
  if (mode === "64" && (instruction.rex & 8) !== 0) return 64;
  return instruction.prefixes.includes(0x66) === (mode === "64" || db === 1) ? 16 : 32;
}

/**
 * The instruction with the low bytes of `value` as the immediate that its form asks for; it must not have one yet. The
 * vendor matters for branches alone.
 */
export function withImmediate(
  instruction: Instruction,
  value: bigint,
  options: { readonly mode: Mode; readonly db: number; readonly vendor?: Vendor },
): Instruction {
  const { mode, db, vendor = "intel" } = options;
  const operandSize = operandSizeOf(instruction, mode, db);
  const length = immediateLength(instruction.name, { operandSize, mode, vendor });
  const bytes = Array.from({ length }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
  return withoutExcess({ ...instruction, tail: [...instruction.tail, ...bytes] });
}

/** The instruction without as many of its last prefixes as make it more than one byte too long; 66h comes first. */
function withoutExcess(instruction: Instruction): Instruction {
  const excess = encode(instruction).length - (LONGEST + 1);
  return excess <= 0 ? instruction : { ...instruction, prefixes: instruction.prefixes.slice(0, -excess) };
}

/** The bytes of an instruction; more than 15 are possible. */
export function encode(instruction: Instruction): Uint8Array {
  const { name, prefixes, rex, rm, tail } = instruction;
  const { opcode } = OPCODE_FORMS[name];
  const count = prefixes.length;
  const bytes = new Uint8Array(count + (rex === 0 ? 0 : 1) + opcode.length + tail.length);
  for (let at = 0; at < count; at++) bytes[at] = prefixes[at] as number;
  let at = count;
  if (rex !== 0) bytes[at++] = rex;
  for (let index = 0; index < opcode.length; index++) bytes[at++] = opcode[index] as number;
  for (let index = 0; index < tail.length; index++) bytes[at++] = tail[index] as number;
  if (rm !== 0) bytes[at - 1] = (bytes[at - 1] as number) | rm;
  return bytes;
}

/** The structure of bytes that `encode` could have written in this mode; undefined for anything else. */
export function parse(bytes: Uint8Array, mode: Mode): Instruction | undefined {
  const isRex = (byte: number | undefined): boolean => mode === "64" && byte !== undefined && byte >> 4 === 4;
  let start = 0;
  while (start < bytes.length && (LEGACY.has(bytes[start] as number) || isRex(bytes[start]))) start++;
  const opcode = bytes.subarray(start);
  const hasRex = isRex(bytes[start - 1]);
  const prefixes = [...bytes.subarray(0, hasRex ? start - 1 : start)];
  const rex = hasRex ? (bytes[start - 1] as number) : 0;
  const name = INSTRUCTION_NAMES.find((candidate) => isOpcodeOf(candidate, opcode));
  if (name === undefined) return undefined;
  if (hasTail(name)) {
    return { name, prefixes, rex, rm: 0, tail: [...opcode.subarray(OPCODE_FORMS[name].opcode.length)] };
  }
  if (!isBaseInstruction(name)) return { name, prefixes, rex, rm: 0, tail: [] };
  const repeat = prefixes.findLast((byte) => byte === REP || byte === REPNE);
  return repeat === REP ? { name, prefixes, rex, rm: (opcode[2] as number) & 7, tail: [] } : undefined;
}

/** Whether `bytes`, from the opcode on, can be the instruction `name`. */
function isOpcodeOf(name: InstructionName, bytes: Uint8Array): boolean {
  const { opcode, digit } = OPCODE_FORMS[name];
  const last = opcode.length - 1;
  const mask = isBaseInstruction(name) ? 0xf8 : 0xff;
  if (!opcode.every((byte, at) => byte === ((bytes[at] as number) & (at === last ? mask : 0xff))))
    return false;
  if (!hasTail(name)) return bytes.length === opcode.length;
  if (bytes.length === opcode.length) return false;
  return digit === undefined || (((bytes[opcode.length] as number) >> 3) & 7) === digit;
}

/** Indices of the prefixes that the instruction would not miss: all but the F3 that RD/WRxSBASE need. */
export function superfluousPrefixes(instruction: Instruction): readonly number[] {
  const needed = isBaseInstruction(instruction.name) ? instruction.prefixes.lastIndexOf(REP) : -1;
  if (hasTail(instruction.name)) {
    return instruction.prefixes.flatMap((byte, index) => (ALWAYS_IGNORED.has(byte) ? [index] : []));
  }
  return instruction.prefixes.flatMap((_, index) => (index === needed ? [] : [index]));
}

/** What an arbitrary of instructions may produce. */
export interface InstructionOptions {
  /** 40h to 4Fh are prefixes in 64-bit mode only. */
  readonly mode: Mode;
  /** The names to choose from; the settled ones when it is absent. */
  readonly only?: readonly InstructionName[];
}

const ENCODINGS = weighted(ENCODING);
const ENCODINGS_32 = weighted(ENCODING, ["plain", "ignored", "several", "lock", "longest", "tooLong"]);
const PLAIN = new Map(
  INSTRUCTION_NAMES.map((name) => [
    name,
    [plainInstruction(name, { wide: false }), plainInstruction(name, { wide: true })] as const,
  ]),
);

/** An instruction named `name` with random superfluous bytes; `wide` asks for the 64-bit form. */
export function drawEncoding(
  bits: RandomBits,
  options: { name: InstructionName; wide: boolean; mode: Mode },
): Instruction {
  const { name, wide, mode } = options;
  const long = mode === "64";
  const kind = (long ? ENCODINGS : ENCODINGS_32).pick(bits);
  const [narrow, wider] = PLAIN.get(name) as readonly [Instruction, Instruction];
  const plain = wide && long ? wider : narrow;
  if (hasTail(name)) return drawWithTail(bits, kind, { name, wide: wide && long, long });
  const base = isBaseInstruction(name);
  if (kind === "plain" && !base) return plain;

  let rex = plain.rex;
  let rm = 0;
  if (base) {
    const word = bits.word();
    rm = word & 7;
    if (long && (word & 8) !== 0) rex |= 0x41;
  }
  const prefixes: number[] = [];
  switch (kind) {
    case "plain":
      break;
    case "ignored":
      prefixes.push(bits.oneOf(IGNORED));
      break;
    case "several":
      for (let count = 2 + bits.below(3); count > 0; count--) prefixes.push(bits.oneOf(IGNORED));
      break;
    case "lock":
      for (let count = bits.below(3); count > 0; count--) prefixes.push(bits.oneOf(IGNORED));
      prefixes.splice(bits.below(prefixes.length + 1), 0, LOCK);
      break;
    case "deadRex":
      prefixes.push((bits.word() & 0xf) | (bits.chance(500) ? REX_W : 0x40));
      // Something must follow that kills it; for RD/WRxSBASE the mandatory F3 does.
      if (!base || bits.chance(500)) prefixes.push(bits.oneOf(IGNORED));
      break;
    case "rexBits":
      // For RD/WRxSBASE bit B chooses the register, and W the form where there are two.
      rex |= 0x40 | (bits.word() & (base ? 0x6 : hasWideForm(name) ? 0x7 : 0xf));
      break;
    case "longest":
    case "tooLong": {
      const used = OPCODE_FORMS[name].opcode.length + (rex === 0 ? 0 : 1) + (base ? 1 : 0);
      const length = kind === "longest" ? LONGEST : LONGEST + 1;
      for (let count = length - used; count > 0; count--) prefixes.push(bits.oneOf(IGNORED));
      if (bits.chance(LOCK_IN_LONG)) prefixes[bits.below(prefixes.length)] = LOCK;
      break;
    }
  }
  if (base) insertRep(bits, prefixes);
  return { name, prefixes, rex, rm, tail: plain.tail };
}

/**
 * An instruction with a register operand; a memory operand may replace it later. The operand size is drawn, since it
 * matters; in 64-bit mode the overrides of ES, CS, SS and DS do not.
 */
function drawWithTail(
  bits: RandomBits,
  kind: keyof typeof ENCODING,
  options: { readonly name: InstructionName; readonly wide: boolean; readonly long: boolean },
): Instruction {
  const { name, wide, long } = options;
  const ignored = long ? [REPNE, REP, 0x26, 0x2e, 0x36, 0x3e] : [REPNE, REP];
  const prefixes: number[] = [];
  if (bits.chance(OPERAND_SIZE_PREFIX)) prefixes.push(0x66);
  let rex = wide ? REX_W : 0;
  if (long && bits.chance(300)) rex |= 0x41;
  const reg = hasModRm(name) ? drawReg(bits, name, long) : 0;
  if (reg > 7) rex |= REX_R;
  // On AMD LOCK makes MOV of CR8 out of that of CR0.
  const locks = isMovDebug(name) || !isMovControl(name) || (reg & 7) !== 0;
  const plain = plainOperand(name);
  const tail = hasModRm(name) ? [plain | ((reg & 7) << 3) | (plain === RBX ? 0 : bits.below(8))] : [];
  const used = prefixes.length + (rex === 0 ? 0 : 1) + OPCODE_FORMS[name].opcode.length + tail.length;
  switch (kind) {
    case "ignored":
      prefixes.push(bits.oneOf(ignored));
      break;
    case "several":
      for (let count = 2 + bits.below(3); count > 0; count--) prefixes.unshift(bits.oneOf(ignored));
      break;
    case "lock":
      if (locks) prefixes.push(LOCK);
      break;
    case "longest":
    case "tooLong":
      for (let count = (kind === "longest" ? LONGEST : LONGEST + 1) - used; count > 0; count--) {
        prefixes.push(bits.oneOf(ignored));
      }
      if (locks && bits.chance(LOCK_IN_LONG)) prefixes[prefixes.length - 1] = LOCK;
      break;
    case "rexBits":
      if (!hasWideForm(name)) rex |= REX_W;
      break;
    case "plain":
    case "deadRex":
      break;
  }
  return { name, prefixes, rex, rm: 0, tail };
}

/** ModRM.reg: what the opcode asks for, a segment or control register, or any number. */
function drawReg(bits: RandomBits, name: InstructionName, long: boolean): number {
  const { digit } = OPCODE_FORMS[name];
  if (digit !== undefined) return digit;
  if (isMovDebug(name)) return drawDebug(bits, long);
  if (isMovControl(name)) return drawControl(bits, long);
  return SEGMENT_OPERANDS.has(name) ? drawSegmentNumber(bits) : bits.below(8);
}

const CONTROLS = weighted(CONTROL);
const NO_CONTROLS: readonly number[] = [1, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15];
const NO_CONTROLS_32: readonly number[] = [1, 5, 6, 7];

const DEBUGS = weighted(DEBUG);

/** The number of a debug register; without REX there is none that no CPU has. */
function drawDebug(bits: RandomBits, long: boolean): number {
  const kind = DEBUGS.pick(bits);
  if (kind === "none") return long ? 8 + bits.below(8) : 6 + bits.below(2);
  return +kind;
}

/** The number of a control register; 8 and above need REX. */
function drawControl(bits: RandomBits, long: boolean): number {
  const kind = CONTROLS.pick(bits);
  return kind === "none" ? bits.oneOf(long ? NO_CONTROLS : NO_CONTROLS_32) : +kind;
}

/** ModRM.reg: ES, SS, DS, FS and GS mostly, CS and the numbers without a register now and then. */
function drawSegmentNumber(bits: RandomBits): number {
  return bits.chance(60) ? bits.oneOf([1, 6, 7]) : bits.oneOf([0, 2, 2, 2, 3, 3, 4, 4, 5]);
}

/** Adds the mandatory F3 at the end, or before a last prefix that leaves it in effect. */
function insertRep(bits: RandomBits, prefixes: number[]): void {
  const last = prefixes.at(-1);
  const swap = last !== undefined && LEGACY.has(last) && last !== REPNE && last !== REP && bits.chance(500);
  prefixes.splice(swap ? prefixes.length - 1 : prefixes.length, 0, REP);
}

class InstructionArbitrary extends DrawnArbitrary<Instruction> {
  private readonly mode: Mode;
  private readonly names: Weighted<InstructionName>;

  constructor(options: InstructionOptions) {
    super();
    this.mode = options.mode;
    this.names = weighted(INSTRUCTION, options.only ?? SETTLED_INSTRUCTIONS);
  }

  override draw(bits: RandomBits): Instruction {
    return drawEncoding(bits, { name: this.names.pick(bits), wide: bits.chance(WIDE), mode: this.mode });
  }

  override admits(value: unknown): value is Instruction {
    const instruction = value as Instruction;
    return (
      typeof value === "object" &&
      value !== null &&
      INSTRUCTION_NAMES.includes(instruction.name) &&
      Array.isArray(instruction.prefixes) &&
      (instruction.rex === 0 || (this.mode === "64" && instruction.rex >> 4 === 4))
    );
  }

  /** Without all superfluous bytes, without each, then with rAX as its operand. */
  override *simpler(value: Instruction): Generator<Instruction> {
    const superfluous = superfluousPrefixes(value);
    if (superfluous.length > 1) {
      yield { ...value, prefixes: value.prefixes.filter((_, index) => !superfluous.includes(index)) };
    }
    for (const index of superfluous) {
      yield { ...value, prefixes: value.prefixes.filter((_, other) => other !== index) };
    }
    const needed = neededRex(value);
    if (value.rex !== needed) yield { ...value, rex: needed };
    if (value.rm !== 0 || (isBaseInstruction(value.name) && (value.rex & 1) !== 0)) {
      yield { ...value, rm: 0, rex: isWide(value) ? REX_W : 0 };
    }
  }
}

/** The REX prefix that the form and the operand need; 0 for none. */
export function neededRex(instruction: Instruction): number {
  // Of an operand in memory every bit may matter.
  if (hasTail(instruction.name)) return instruction.rex;
  const w = isWide(instruction) ? 8 : 0;
  const b = isBaseInstruction(instruction.name) ? instruction.rex & 1 : 0;
  return w + b === 0 ? 0 : 0x40 | w | b;
}

/** An instruction under test, mostly without superfluous bytes. */
export function instruction(options: InstructionOptions): DrawnArbitrary<Instruction> {
  return new InstructionArbitrary(options);
}

/** What `instruction({mode: "64"})` must hit. */
export const INSTRUCTION_REACH: readonly ReachClass<Instruction>[] = [
  ...SETTLED_INSTRUCTIONS.map((name) => ({
    name,
    least: name.endsWith("base") ? 0.02 : 0.05,
    matches: (value: Instruction) => value.name === name,
  })),
  {
    name: "SYSRET with REX.W",
    least: 0.4,
    among: (value) => value.name === "sysret",
    matches: (value) => (value.rex & 8) !== 0,
  },
  { name: "LOCK", least: 0.03, matches: (value) => value.prefixes.includes(LOCK) },
  {
    name: "a dead REX.W",
    least: 0.01,
    matches: (value) => value.prefixes.some((byte) => byte >= REX_W && byte <= 0x4f),
  },
  { name: "exactly 15 bytes", least: 0.005, matches: (value) => encode(value).length === LONGEST },
  { name: "more than 15 bytes", least: 0.01, matches: (value) => encode(value).length > LONGEST },
  {
    name: "more than 15 bytes with LOCK",
    least: 0.002,
    matches: (value) => encode(value).length > LONGEST && value.prefixes.includes(LOCK),
  },
  ...IGNORED.map((byte) => ({
    name: `prefix ${byte.toString(16).toUpperCase()}h`,
    least: 0.01,
    matches: (value: Instruction) => value.prefixes.includes(byte),
  })),
  {
    name: "RD/WRxSBASE with r8 to r15",
    least: 0.3,
    among: (value) => isBaseInstruction(value.name),
    matches: (value) => (value.rex & 1) !== 0,
  },
];
