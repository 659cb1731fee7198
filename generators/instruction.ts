/** Instructions under test: their structure, and the bytes of it. */
import { GPR_NAMES } from "../spec/fields.ts";
import type { GprName, Mode } from "../spec/model.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { INSTRUCTION_NAMES, type InstructionName } from "./instruction-name.ts";
import type { RandomBits } from "./random-bits.ts";
import type { ReachClass } from "./reach.ts";
import { weighted, type Weighted } from "./weighted.ts";
import { CONTROL, ENCODING, INSTRUCTION, LOCK_IN_LONG, WIDE } from "./weights.ts";

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
  /** ModRM.rm of an instruction with a register operand, otherwise 0. */
  readonly rm: number;
  /** ModRM.reg of MOV to and from a control register, otherwise 0; bit R of REX adds 8. */
  readonly reg: number;
}

const OPCODES: { readonly [name in InstructionName]: readonly number[] } = {
  syscall: [0x0f, 0x05],
  sysret: [0x0f, 0x07],
  sysenter: [0x0f, 0x34],
  sysexit: [0x0f, 0x35],
  movfromcr: [0x0f, 0x20, 0xc0],
  movtocr: [0x0f, 0x22, 0xc0],
  clts: [0x0f, 0x06],
  lmsw: [0x0f, 0x01, 0xf0],
  smsw: [0x0f, 0x01, 0xe0],
  swapgs: [0x0f, 0x01, 0xf8],
  rdmsr: [0x0f, 0x32],
  wrmsr: [0x0f, 0x30],
  rdfsbase: [0x0f, 0xae, 0xc0],
  rdgsbase: [0x0f, 0xae, 0xc8],
  wrfsbase: [0x0f, 0xae, 0xd0],
  wrgsbase: [0x0f, 0xae, 0xd8],
};

/** LOCK, F2 (REPNE), F3 (REP). */
const LOCK = 0xf0;
const REPNE = 0xf2;
const REP = 0xf3;
const REX_W = 0x48;
/** 66, 67, F2, F3 and the segment overrides: none has an effect on the instructions under test. */
const IGNORED: readonly number[] = [0x66, 0x67, REPNE, REP, 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65];
const LEGACY: ReadonlySet<number> = new Set([...IGNORED, LOCK]);
const LONGEST = 15;

/** RDFSBASE, RDGSBASE, WRFSBASE and WRGSBASE: F3 0F AE with a register operand. */
export function isBaseInstruction(name: InstructionName): boolean {
  return name.endsWith("base");
}

/** MOV to and from a control register. */
export function isMovCr(name: InstructionName): boolean {
  return name === "movfromcr" || name === "movtocr";
}

/** Whether ModRM.rm names a general register. */
export function hasOperand(name: InstructionName): boolean {
  return isBaseInstruction(name) || isMovCr(name) || name === "lmsw" || name === "smsw";
}

/** The number of the control register that MOV names. */
export function controlRegister({ reg, rex }: Pick<Instruction, "reg" | "rex">): number {
  return reg + ((rex & 4) << 1);
}

/** Bits 5:0 of the last byte that are operands. */
function operandMask(name: InstructionName): number {
  return isMovCr(name) ? 0x3f : hasOperand(name) ? 7 : 0;
}

/** Whether REX.W chooses between two forms. */
export function hasWideForm(name: InstructionName): boolean {
  return name === "sysret" || name === "sysexit" || name === "smsw" || isBaseInstruction(name);
}

/** Whether the 64-bit form is meant. */
export function isWide(instruction: Instruction): boolean {
  return hasWideForm(instruction.name) && (instruction.rex & 8) !== 0;
}

/** The general register operand; undefined for instructions without one. */
export function operandRegister(instruction: Instruction): GprName | undefined {
  if (!hasOperand(instruction.name)) return undefined;
  return GPR_NAMES[instruction.rm + ((instruction.rex & 1) << 3)];
}

/** The instruction without a superfluous byte. */
export function plainInstruction(
  name: InstructionName,
  options: { wide: boolean; control?: number },
): Instruction {
  const { wide, control = 0 } = options;
  const rex = (wide && hasWideForm(name) ? REX_W : 0) | (control > 7 ? 0x44 : 0);
  return { name, prefixes: isBaseInstruction(name) ? [REP] : [], rex, rm: 0, reg: control & 7 };
}

/** The bytes of an instruction; more than 15 are possible. */
export function encode(instruction: Instruction): Uint8Array {
  const { name, prefixes, rex, rm, reg } = instruction;
  const opcode = OPCODES[name];
  const count = prefixes.length;
  const bytes = new Uint8Array(count + (rex === 0 ? 0 : 1) + opcode.length);
  for (let at = 0; at < count; at++) bytes[at] = prefixes[at] as number;
  let at = count;
  if (rex !== 0) bytes[at++] = rex;
  for (let index = 0; index < opcode.length; index++) bytes[at++] = opcode[index] as number;
  if (rm + reg !== 0) bytes[at - 1] = (bytes[at - 1] as number) | rm | (reg << 3);
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
  const name = INSTRUCTION_NAMES.find((candidate) => {
    const wanted = OPCODES[candidate];
    const mask = 0xff & ~operandMask(candidate);
    return (
      wanted.length === opcode.length &&
      wanted.every((byte, at) => byte === ((opcode[at] as number) & (at === 2 ? mask : 0xff)))
    );
  });
  if (name === undefined) return undefined;
  const modrm = hasOperand(name) ? (opcode[2] as number) : 0;
  const instruction = { name, prefixes, rex, rm: modrm & 7, reg: isMovCr(name) ? (modrm >> 3) & 7 : 0 };
  if (!isBaseInstruction(name)) return instruction;
  const repeat = prefixes.findLast((byte) => byte === REP || byte === REPNE);
  return repeat === REP ? instruction : undefined;
}

/** Indices of the prefixes that the instruction would not miss: all but the F3 that RD/WRxSBASE need. */
export function superfluousPrefixes(instruction: Instruction): readonly number[] {
  const needed = isBaseInstruction(instruction.name) ? instruction.prefixes.lastIndexOf(REP) : -1;
  return instruction.prefixes.flatMap((_, index) => (index === needed ? [] : [index]));
}

/** What an arbitrary of instructions may produce. */
export interface InstructionOptions {
  /** 40h to 4Fh are prefixes in 64-bit mode only. */
  readonly mode: Mode;
  /** The names to choose from; all when it is absent. */
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
  options: { name: InstructionName; wide: boolean; mode: Mode; locks?: boolean },
): Instruction {
  const { name, wide, mode, locks = true } = options;
  const long = mode === "64";
  const picked = (long ? ENCODINGS : ENCODINGS_32).pick(bits);
  const kind = !locks && (picked === "lock" || picked === "deadRex") ? "plain" : picked;
  const [narrow, wider] = PLAIN.get(name) as readonly [Instruction, Instruction];
  const plain = wide && long ? wider : narrow;
  const base = isBaseInstruction(name);
  const operand = hasOperand(name);
  if (kind === "plain" && !operand) return plain;

  let rex = plain.rex;
  let rm = 0;
  let reg = 0;
  if (isMovCr(name)) {
    const control = drawControl(bits, mode);
    reg = control & 7;
    if (control > 7) rex |= 0x44;
  }
  if (operand) {
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
      rex |= 0x40 | (bits.word() & freeRexBits(name));
      break;
    case "longest":
    case "tooLong": {
      const used = OPCODES[name].length + (rex === 0 ? 0 : 1) + (base ? 1 : 0);
      const length = kind === "longest" ? LONGEST : LONGEST + 1;
      for (let count = length - used; count > 0; count--) prefixes.push(bits.oneOf(IGNORED));
      if (locks && bits.chance(LOCK_IN_LONG)) prefixes[bits.below(prefixes.length)] = LOCK;
      break;
    }
  }
  if (base) insertRep(bits, prefixes);
  return { name, prefixes, rex, rm, reg };
}

/** Bits of REX that neither choose the form nor a register. */
function freeRexBits(name: InstructionName): number {
  const w = hasWideForm(name) ? 0 : 8;
  const r = isMovCr(name) ? 0 : 4;
  const b = hasOperand(name) ? 0 : 1;
  return w | r | 2 | b;
}

const CONTROLS = weighted(CONTROL);
const NO_CONTROLS: readonly number[] = [1, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15];

const NO_CONTROLS_32: readonly number[] = [1, 5, 6, 7];

/** The number of a control register; 8 and above need REX. */
function drawControl(bits: RandomBits, mode: Mode): number {
  const kind = CONTROLS.pick(bits);
  return kind === "none" ? bits.oneOf(mode === "64" ? NO_CONTROLS : NO_CONTROLS_32) : +kind;
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
    this.names = weighted(INSTRUCTION, options.only);
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
    if (value.rm !== 0 || (hasOperand(value.name) && (value.rex & 1) !== 0)) {
      yield { ...value, rm: 0, rex: neededRex({ ...value, rex: value.rex & ~1 }) };
    }
  }
}

/** The REX prefix that the form and the operand need; 0 for none. */
export function neededRex(instruction: Instruction): number {
  const w = isWide(instruction) ? 8 : 0;
  const b = hasOperand(instruction.name) ? instruction.rex & 1 : 0;
  const r = isMovCr(instruction.name) ? instruction.rex & 4 : 0;
  return w + b + r === 0 ? 0 : 0x40 | w | b | r;
}

/** An instruction under test, mostly without superfluous bytes. */
export function instruction(options: InstructionOptions): DrawnArbitrary<Instruction> {
  return new InstructionArbitrary(options);
}

const LEAST: { readonly [name in InstructionName]?: number } = {
  rdfsbase: 0.02,
  rdgsbase: 0.02,
  wrfsbase: 0.02,
  wrgsbase: 0.02,
  movfromcr: 0.02,
  clts: 0.01,
  lmsw: 0.015,
  smsw: 0.015,
};

/** What `instruction({mode: "64"})` must hit. */
export const INSTRUCTION_REACH: readonly ReachClass<Instruction>[] = [
  ...INSTRUCTION_NAMES.map((name) => ({
    name,
    least: LEAST[name] ?? 0.04,
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
