/**
 * The oracle's decoder against iced-x86 and against the generators' encoder: three readings of the same bytes.
 * Where they differ by design is listed in DIFFERENCES, each with its reason.
 */
import fc, { Random } from "fast-check";
import { Code, Decoder, DecoderOptions, OpKind, Register } from "iced-x86";
import { describe, expect, it } from "vitest";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { INSTRUCTION_NAMES } from "../../generators/instruction-name.ts";
import { hasModRm } from "../../generators/opcode-forms.ts";
import { encode, instruction, isWide, operandRegister, withImmediate } from "../../generators/instruction.ts";
import { decode, OutOfModel, type Instruction, type InstructionName } from "../../oracles/index.ts";
import { GPR_NAMES } from "../../spec/fields.ts";

/** What iced-x86 calls the instructions under test. */
const NAMES: ReadonlyMap<Code, readonly [InstructionName, 32 | 64 | undefined]> = new Map<
  Code,
  readonly [InstructionName, 32 | 64 | undefined]
>([
  [Code.Syscall, ["syscall", undefined]],
  [Code.Sysretd, ["sysret", 32]],
  [Code.Sysretq, ["sysret", 64]],
  [Code.Sysenter, ["sysenter", undefined]],
  [Code.Sysexitd, ["sysexit", 32]],
  [Code.Sysexitq, ["sysexit", 64]],
  [Code.Mov_r32_cr, ["mov_from_cr", undefined]],
  [Code.Mov_r64_cr, ["mov_from_cr", undefined]],
  [Code.Mov_cr_r32, ["mov_to_cr", undefined]],
  [Code.Mov_cr_r64, ["mov_to_cr", undefined]],
  [Code.Mov_r32_dr, ["mov_from_dr", undefined]],
  [Code.Mov_r64_dr, ["mov_from_dr", undefined]],
  [Code.Mov_dr_r32, ["mov_to_dr", undefined]],
  [Code.Mov_dr_r64, ["mov_to_dr", undefined]],
  [Code.Clts, ["clts", undefined]],
  [Code.Lmsw_rm16, ["lmsw", undefined]],
  [Code.Lmsw_r32m16, ["lmsw", undefined]],
  [Code.Lmsw_r64m16, ["lmsw", undefined]],
  [Code.Smsw_rm16, ["smsw", 32]],
  [Code.Smsw_r32m16, ["smsw", 32]],
  [Code.Smsw_r64m16, ["smsw", 64]],
  [Code.Swapgs, ["swapgs", undefined]],
  [Code.Retfw, ["ret_far", 32]],
  [Code.Retfd, ["ret_far", 32]],
  [Code.Retfq, ["ret_far", 64]],
  [Code.Retfw_imm16, ["ret_far_imm", 32]],
  [Code.Retfd_imm16, ["ret_far_imm", 32]],
  [Code.Retfq_imm16, ["ret_far_imm", 64]],
  [Code.Iretw, ["iret", 32]],
  [Code.Iretd, ["iret", 32]],
  [Code.Iretq, ["iret", 64]],
  [Code.Rdmsr, ["rdmsr", undefined]],
  [Code.Wrmsr, ["wrmsr", undefined]],
  [Code.Pushw_FS, ["push_fs", undefined]],
  [Code.Pushd_FS, ["push_fs", undefined]],
  [Code.Pushq_FS, ["push_fs", undefined]],
  [Code.Popw_FS, ["pop_fs", undefined]],
  [Code.Popd_FS, ["pop_fs", undefined]],
  [Code.Popq_FS, ["pop_fs", undefined]],
  [Code.Pushw_GS, ["push_gs", undefined]],
  [Code.Pushd_GS, ["push_gs", undefined]],
  [Code.Pushq_GS, ["push_gs", undefined]],
  [Code.Popw_GS, ["pop_gs", undefined]],
  [Code.Popd_GS, ["pop_gs", undefined]],
  [Code.Popq_GS, ["pop_gs", undefined]],
  [Code.Lss_r16_m1616, ["lss", undefined]],
  [Code.Lss_r32_m1632, ["lss", undefined]],
  [Code.Lss_r64_m1664, ["lss", undefined]],
  [Code.Lfs_r16_m1616, ["lfs", undefined]],
  [Code.Lfs_r32_m1632, ["lfs", undefined]],
  [Code.Lfs_r64_m1664, ["lfs", undefined]],
  [Code.Lgs_r16_m1616, ["lgs", undefined]],
  [Code.Lgs_r32_m1632, ["lgs", undefined]],
  [Code.Lgs_r64_m1664, ["lgs", undefined]],
  [Code.Rdfsbase_r32, ["rdfsbase", 32]],
  [Code.Rdfsbase_r64, ["rdfsbase", 64]],
  [Code.Rdgsbase_r32, ["rdgsbase", 32]],
  [Code.Rdgsbase_r64, ["rdgsbase", 64]],
  [Code.Wrfsbase_r32, ["wrfsbase", 32]],
  [Code.Wrfsbase_r64, ["wrfsbase", 64]],
  [Code.Wrgsbase_r32, ["wrgsbase", 32]],
  [Code.Wrgsbase_r64, ["wrgsbase", 64]],
  [Code.Int_imm8, ["int", undefined]],
  [Code.Int3, ["int3", undefined]],
  [Code.Int1, ["int1", undefined]],
  [Code.Into, ["into", undefined]],
  [Code.Ud2, ["ud2", undefined]],
  [Code.Lar_r16_rm16, ["lar", undefined]],
  [Code.Lar_r32_r32m16, ["lar", undefined]],
  [Code.Lar_r64_r64m16, ["lar", undefined]],
  [Code.Lsl_r16_rm16, ["lsl", undefined]],
  [Code.Lsl_r32_r32m16, ["lsl", undefined]],
  [Code.Lsl_r64_r64m16, ["lsl", undefined]],
  [Code.Verr_rm16, ["verr", undefined]],
  [Code.Verr_r32m16, ["verr", undefined]],
  [Code.Verr_r64m16, ["verr", undefined]],
  [Code.Verw_rm16, ["verw", undefined]],
  [Code.Verw_r32m16, ["verw", undefined]],
  [Code.Verw_r64m16, ["verw", undefined]],
  [Code.Lldt_rm16, ["lldt", undefined]],
  [Code.Lldt_r32m16, ["lldt", undefined]],
  [Code.Lldt_r64m16, ["lldt", undefined]],
  [Code.Ltr_rm16, ["ltr", undefined]],
  [Code.Ltr_r32m16, ["ltr", undefined]],
  [Code.Ltr_r64m16, ["ltr", undefined]],
  [Code.Lgdt_m1632, ["lgdt", undefined]],
  [Code.Lgdt_m1632_16, ["lgdt", undefined]],
  [Code.Lgdt_m1664, ["lgdt", undefined]],
  [Code.Lidt_m1632, ["lidt", undefined]],
  [Code.Lidt_m1632_16, ["lidt", undefined]],
  [Code.Lidt_m1664, ["lidt", undefined]],
]);

/** What both decoders must agree on; undefined for anything that is not under test. */
interface Reading {
  readonly name: InstructionName;
  readonly length: number;
  readonly lock: boolean;
  /** Undefined where REX.W makes no difference. */
  readonly operandSize: 32 | 64 | undefined;
  /** Undefined for instructions without an operand. */
  readonly register: string | undefined;
  /** The number of the control or debug register; 0 without one. */
  readonly control: number;
}

/** MOV to and from control and debug registers. */
const MOVES: ReadonlySet<InstructionName> = new Set<InstructionName>([
  "mov_from_cr",
  "mov_to_cr",
  "mov_from_dr",
  "mov_to_dr",
]);

/** Instructions with a general register in ModRM.rm. */
function hasRegisterOperand(name: InstructionName): boolean {
  return name.endsWith("base") || MOVES.has(name) || name === "lmsw" || name === "smsw";
}

/** Instructions besides those on bases whose form REX.W decides. */
const SIZED: readonly InstructionName[] = ["sysret", "sysexit", "smsw", "ret_far", "ret_far_imm", "iret"];

function oracleReads(
  bytes: Uint8Array,
  bitness: 32 | 64,
): (Reading & { readonly full: Instruction }) | undefined {
  try {
    const full = decode(bytes, bitness === 64);
    const { name, length, lock, reg, operand } = full;
    const isMov = MOVES.has(name);
    const register = operand?.kind === "register" ? operand.register : undefined;
    const sized = name.endsWith("base") || SIZED.includes(name);
    return {
      name,
      length,
      lock,
      operandSize: sized ? full.operandSize : undefined,
      register: name.endsWith("base") ? full.register : hasRegisterOperand(name) ? register : undefined,
      control: isMov ? reg : 0,
      full,
    };
  } catch (error) {
    if (error instanceof OutOfModel) return undefined;
    throw error;
  }
}

function icedReads(bytes: Uint8Array, bitness: 32 | 64): Reading | undefined {
  // Without its checks iced-x86 decodes LOCK where it is not allowed.
  const decoder = new Decoder(bitness, bytes, DecoderOptions.NoInvalidCheck);
  const read = decoder.decode();
  try {
    const known = NAMES.get(read.code);
    if (known === undefined) return undefined;
    const [name, operandSize] = known;
    const isMov = MOVES.has(name);
    const writes = name === "mov_to_cr" || name === "mov_to_dr";
    const first = name.endsWith("_dr") ? Register.DR0 : Register.CR0;
    const control = isMov ? read.opRegister(writes ? 0 : 1) - first : 0;
    const operand = writes ? 1 : 0;
    const hasRegister = hasRegisterOperand(name) && read.opKind(operand) === OpKind.Register;
    return {
      name,
      length: read.length,
      lock: read.hasLockPrefix,
      operandSize,
      register: hasRegister ? registerName(read.opRegister(operand)) : undefined,
      control,
    };
  } finally {
    read.free();
    decoder.free();
  }
}

function registerName(register: Register): string | undefined {
  const first =
    register >= Register.RAX ? Register.RAX : register >= Register.EAX ? Register.EAX : Register.AX;
  return GPR_NAMES[register - first];
}

/** The cases in which the two may differ, with the reason. */
const DIFFERENCES: readonly {
  readonly reason: string;
  /** A string that shows it, with the size of the code. */
  readonly example: readonly [32 | 64, string];
  readonly applies: (reading: Reading | undefined, bitness: 32 | 64) => boolean;
}[] = [
  {
    reason: "iced-x86 gives up beyond 15 bytes; the oracle tells the length, so that #GP(0) has a rule",
    example: [64, "66666666666666666666666666660f05"],
    applies: (reading) => reading !== undefined && reading.length > 15,
  },
  {
    reason: "iced-x86 knows these in 64-bit code only; the oracle decodes them, so that #UD has a rule",
    example: [32, "0f01f8"],
    applies: (reading, bitness) =>
      bitness === 32 && reading !== undefined && (reading.name === "swapgs" || reading.name.endsWith("base")),
  },
  {
    reason: "iced-x86 knows INTO outside 64-bit code only; the oracle decodes it, so that #UD has a rule",
    example: [64, "ce"],
    applies: (reading, bitness) => bitness === 64 && reading?.name === "into",
  },
];

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const LEGACY = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3] as const;
const REX = Array.from({ length: 16 }, (_, low) => 0x40 + low);
/** The instructions under test and their neighbours in the opcode map. */
const TAILS: readonly (readonly number[])[] = [
  [0x0f, 0x05],
  [0x0f, 0x07],
  [0x0f, 0x34],
  [0x0f, 0x35],
  [0x0f, 0x30],
  [0x0f, 0x32],
  [0x0f, 0x01, 0xf8],
  [0x0f, 0x06],
  [0xca, 0x08, 0x80],
  [0xcb],
  [0xcf],
  [0x0f, 0x00, 0xe0],
  [0x0f, 0x00, 0x28],
  [0x0f, 0x02, 0x48, 0x12],
  [0x0f, 0x03, 0xc1],
  ...Array.from({ length: 64 }, (_, low) => [0x0f, 0xae, 0xc0 + low]),
  [0x0f, 0x04],
  ...Array.from({ length: 64 }, (_, low) => [0x0f, 0x20, low * 4 + 1]),
  ...Array.from({ length: 64 }, (_, low) => [0x0f, 0x22, low * 4 + 2]),
  ...Array.from({ length: 64 }, (_, low) => [0x0f, 0x21, low * 4 + 3]),
  ...Array.from({ length: 64 }, (_, low) => [0x0f, 0x23, low * 4]),
  ...Array.from({ length: 32 }, (_, low) => [0x0f, 0x01, 0xe0 + low]).filter(
    ([, , m = 0]) => m >> 3 === 0x1c || m >> 3 === 0x1e,
  ),
  [0x0f, 0x31],
  [0x0f, 0x33],
  [0x0f, 0x36],
  [0x0f, 0x37],
  [0x0f, 0x01, 0xf9],
  [0x0f, 0x01, 0xf0],
  [0x0f, 0x01, 0xd0],
  [0x0f, 0xae, 0x00],
  [0x0f, 0xae, 0x08],
  [0xcd, 0x40],
  [0xcc],
  [0xf1],
  [0xce],
  [0x0f, 0x0b],
  [0x90],
  [0x05],
  [0xcf],
];
/** The first eight are the instructions under test that take no F3; the next 32 those that need it. */
const TESTED = TAILS.slice(0, 8 + 32);

function strings(bitness: 32 | 64): fc.Arbitrary<Uint8Array> {
  const prefix = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...LEGACY) },
    { weight: 4, arbitrary: fc.constant(0xf3) },
    // In 32-bit code these are instructions of their own.
    { weight: bitness === 64 ? 5 : 1, arbitrary: fc.constantFrom(...REX) },
  );
  return fc
    .tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.array(prefix, { maxLength: 6 }) },
        { weight: 1, arbitrary: fc.array(prefix, { minLength: 10, maxLength: 16 }) },
      ),
      fc.oneof(fc.constantFrom(...TAILS.slice(0, 8)), fc.constantFrom(...TESTED), fc.constantFrom(...TAILS)),
    )
    .map(([prefixes, tail]) => Uint8Array.from([...prefixes, ...tail]));
}

describe("the oracle's decoder and iced-x86", () => {
  it.each([64, 32] as const)("agree on random prefix strings in %i-bit code", (bitness) => {
    let agreed = 0;
    fc.assert(
      fc.property(strings(bitness), (bytes) => {
        const oracle = oracleReads(bytes, bitness);
        const iced = icedReads(bytes, bitness);
        const excuse = DIFFERENCES.find(({ applies }) => applies(oracle, bitness));
        if (excuse !== undefined) {
          expect(iced, hex(bytes)).toBeUndefined();
          return;
        }
        if (oracle !== undefined) agreed++;
        const { full: _, ...reading } = oracle ?? { full: undefined };
        expect(oracle === undefined ? undefined : reading, hex(bytes)).toEqual(iced);
      }),
      { seed: 20_260_101, numRuns: 20_000 },
    );
    expect(agreed).toBeGreaterThan(2_000);
  });

  it("agree on every two-byte opcode", () => {
    for (let second = 0; second < 256; second++) {
      for (const third of [0x00, 0xc0, 0xd7, 0xf8]) {
        const bytes = Uint8Array.of(0x0f, second, third, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        const oracle = oracleReads(bytes, 64);
        // LSS, LFS and LGS of a register: the oracle decodes them, so that #UD has a rule.
        if ([0xb2, 0xb4, 0xb5].includes(second) && third >= 0xc0) continue;
        expect(oracle?.name, hex(bytes)).toBe(icedReads(bytes, 64)?.name);
      }
    }
  });

  it.each(DIFFERENCES)("differ where $reason", ({ applies, example: [bitness, text] }) => {
    const bytes = Uint8Array.from(Buffer.from(text, "hex"));
    const oracle = oracleReads(bytes, bitness);
    expect(applies(oracle, bitness)).toBe(true);
    expect(oracle).toBeDefined();
    expect(icedReads(bytes, bitness)).toBeUndefined();
  });
});

/** The bytes of an immediate, of which an instruction takes as many as it has. */
const IMMEDIATE = 0x1122_3344_5566_7788n;

/** What the generators say of the operand; an instruction of which it must be memory is drawn with [rBX]. */
function expectedOperand(value: ReturnType<typeof withImmediate>): object {
  const register = operandRegister(value);
  if (!hasModRm(value.name)) return { register: register ?? "rax" };
  return { operand: register === undefined ? { kind: "memory" } : { kind: "register", register } };
}

describe("the oracle's decoder and the generators' encoder", () => {
  it.each(["64", "compat"] as const)("agree on generated instructions of mode %s", (mode) => {
    // Of LDS and LES the forms with a register, which are drawn first, are the VEX prefixes.
    const only = INSTRUCTION_NAMES.filter((name) => name !== "lds" && name !== "les");
    const arbitrary = instruction({ mode, only });
    const random = new Random(xoroshiro128plus(7));
    for (let at = 0; at < 5_000; at++) {
      const { value: drawn } = arbitrary.generate(random);
      const value = withImmediate(drawn, IMMEDIATE, { mode, db: 1 });
      const bytes = encode(value);
      const read = decode(bytes, mode === "64");
      expect(read, hex(bytes)).toMatchObject({
        name: value.name,
        length: bytes.length,
        lock: value.prefixes.includes(0xf0),
        ...expectedOperand(value),
      });
      if (value.name === "sysret" || value.name === "sysexit" || value.name.endsWith("base")) {
        expect(read.operandSize, hex(bytes)).toBe(isWide(value) ? 64 : 32);
      }
    }
  });
});
