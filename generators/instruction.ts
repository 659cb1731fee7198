/** Instructions under test: their structure, and the bytes of it. */
import { GPR_NAMES } from "../spec/fields.ts";
import type { GprName, Mode } from "../spec/model.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { INSTRUCTION_NAMES, type InstructionName } from "./instruction-name.ts";
import type { RandomBits } from "./random-bits.ts";
import type { ReachClass } from "./reach.ts";
import { weighted, type Weighted } from "./weighted.ts";
import { ENCODING, INSTRUCTION, LOCK_IN_LONG, WIDE } from "./weights.ts";

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
}

const OPCODES: { readonly [name in InstructionName]: readonly number[] } = {
  syscall: [0x0f, 0x05],
  sysret: [0x0f, 0x07],
  sysenter: [0x0f, 0x34],
  sysexit: [0x0f, 0x35],
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

/** Whether REX.W chooses between two forms. */
export function hasWideForm(name: InstructionName): boolean {
  return name === "sysret" || name === "sysexit" || isBaseInstruction(name);
}

/** Whether the 64-bit form is meant. */
export function isWide(instruction: Instruction): boolean {
  return hasWideForm(instruction.name) && (instruction.rex & 8) !== 0;
}

/** The general register operand of RD/WRxSBASE; undefined for the others. */
export function operandRegister(instruction: Instruction): GprName | undefined {
  if (!isBaseInstruction(instruction.name)) return undefined;
  return GPR_NAMES[instruction.rm + ((instruction.rex & 1) << 3)];
}

/** The instruction without a superfluous byte. */
export function plainInstruction(name: InstructionName, options: { wide: boolean }): Instruction {
  return {
    name,
    prefixes: isBaseInstruction(name) ? [REP] : [],
    rex: options.wide && hasWideForm(name) ? REX_W : 0,
    rm: 0,
  };
}

/** The bytes of an instruction; more than 15 are possible. */
export function encode(instruction: Instruction): Uint8Array {
  const { name, prefixes, rex, rm } = instruction;
  const opcode = OPCODES[name];
  const count = prefixes.length;
  const bytes = new Uint8Array(count + (rex === 0 ? 0 : 1) + opcode.length);
  for (let at = 0; at < count; at++) bytes[at] = prefixes[at] as number;
  let at = count;
  if (rex !== 0) bytes[at++] = rex;
  for (let index = 0; index < opcode.length; index++) bytes[at++] = opcode[index] as number;
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
  const name = INSTRUCTION_NAMES.find((candidate) => {
    const wanted = OPCODES[candidate];
    const mask = isBaseInstruction(candidate) ? 0xf8 : 0xff;
    return (
      wanted.length === opcode.length &&
      wanted.every((byte, at) => byte === ((opcode[at] as number) & (at === 2 ? mask : 0xff)))
    );
  });
  if (name === undefined) return undefined;
  if (!isBaseInstruction(name)) return { name, prefixes, rex, rm: 0 };
  const repeat = prefixes.findLast((byte) => byte === REP || byte === REPNE);
  return repeat === REP ? { name, prefixes, rex, rm: (opcode[2] as number) & 7 } : undefined;
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
  options: { name: InstructionName; wide: boolean; mode: Mode },
): Instruction {
  const { name, wide, mode } = options;
  const long = mode === "64";
  const kind = (long ? ENCODINGS : ENCODINGS_32).pick(bits);
  const [narrow, wider] = PLAIN.get(name) as readonly [Instruction, Instruction];
  const plain = wide && long ? wider : narrow;
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
      const used = OPCODES[name].length + (rex === 0 ? 0 : 1) + (base ? 1 : 0);
      const length = kind === "longest" ? LONGEST : LONGEST + 1;
      for (let count = length - used; count > 0; count--) prefixes.push(bits.oneOf(IGNORED));
      if (bits.chance(LOCK_IN_LONG)) prefixes[bits.below(prefixes.length)] = LOCK;
      break;
    }
  }
  if (base) insertRep(bits, prefixes);
  return { name, prefixes, rex, rm };
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
    if (value.rm !== 0 || (isBaseInstruction(value.name) && (value.rex & 1) !== 0)) {
      yield { ...value, rm: 0, rex: isWide(value) ? REX_W : 0 };
    }
  }
}

/** The REX prefix that the form and the operand need; 0 for none. */
export function neededRex(instruction: Instruction): number {
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
  ...INSTRUCTION_NAMES.map((name) => ({
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
