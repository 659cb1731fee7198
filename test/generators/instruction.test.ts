import { Code, Decoder, DecoderOptions, Mnemonic, Register } from "iced-x86";
import { describe, expect, it } from "vitest";
import {
  encode,
  instruction,
  isWide,
  operandRegister,
  parse,
  plainInstruction,
  type Instruction,
} from "../../generators/instruction.ts";
import { INSTRUCTION_NAMES, type InstructionName } from "../../generators/instruction-name.ts";
import { hasTail, immediateLength } from "../../generators/opcode-forms.ts";
import type { GprName, Mode } from "../../spec/model.ts";
import { sample } from "./support.ts";

const MNEMONICS: { readonly [name in InstructionName]: Mnemonic } = {
  syscall: Mnemonic.Syscall,
  sysret: Mnemonic.Sysret,
  sysenter: Mnemonic.Sysenter,
  sysexit: Mnemonic.Sysexit,
  swapgs: Mnemonic.Swapgs,
  rdmsr: Mnemonic.Rdmsr,
  wrmsr: Mnemonic.Wrmsr,
  rdfsbase: Mnemonic.Rdfsbase,
  rdgsbase: Mnemonic.Rdgsbase,
  wrfsbase: Mnemonic.Wrfsbase,
  wrgsbase: Mnemonic.Wrgsbase,
  mov_to_sreg: Mnemonic.Mov,
  mov_from_sreg: Mnemonic.Mov,
  int: Mnemonic.Int,
  int3: Mnemonic.Int3,
  int1: Mnemonic.Int1,
  into: Mnemonic.Into,
  ud2: Mnemonic.Ud2,
  push_es: Mnemonic.Push,
  push_cs: Mnemonic.Push,
  push_ss: Mnemonic.Push,
  push_ds: Mnemonic.Push,
  push_fs: Mnemonic.Push,
  push_gs: Mnemonic.Push,
  pop_es: Mnemonic.Pop,
  pop_ss: Mnemonic.Pop,
  pop_ds: Mnemonic.Pop,
  pop_fs: Mnemonic.Pop,
  pop_gs: Mnemonic.Pop,
  lds: Mnemonic.Lds,
  les: Mnemonic.Les,
  lfs: Mnemonic.Lfs,
  lgs: Mnemonic.Lgs,
  lss: Mnemonic.Lss,
  ret_far: Mnemonic.Retf,
  ret_far_imm: Mnemonic.Retf,
  iret: Mnemonic.Iretd,
  jmp_rel8: Mnemonic.Jmp,
  jmp_rel: Mnemonic.Jmp,
  jmp_near: Mnemonic.Jmp,
  call_rel: Mnemonic.Call,
  call_near: Mnemonic.Call,
  ret_near: Mnemonic.Ret,
  ret_near_imm: Mnemonic.Ret,
  jmp_far_direct: Mnemonic.Jmp,
  jmp_far_memory: Mnemonic.Jmp,
  call_far_direct: Mnemonic.Call,
  call_far_memory: Mnemonic.Call,
  mov_from_cr: Mnemonic.Mov,
  mov_to_cr: Mnemonic.Mov,
  mov_from_dr: Mnemonic.Mov,
  mov_to_dr: Mnemonic.Mov,
  clts: Mnemonic.Clts,
  lmsw: Mnemonic.Lmsw,
  smsw: Mnemonic.Smsw,
  lar: Mnemonic.Lar,
  lsl: Mnemonic.Lsl,
  verr: Mnemonic.Verr,
  verw: Mnemonic.Verw,
  lldt: Mnemonic.Lldt,
  ltr: Mnemonic.Ltr,
  lgdt: Mnemonic.Lgdt,
  lidt: Mnemonic.Lidt,
};

/** What is whole when it is drawn; an immediate comes from the family. */
const WITHOUT_IMMEDIATE = INSTRUCTION_NAMES.filter(
  (name) => immediateLength(name, { operandSize: 32, mode: "64", vendor: "intel" }) === 0,
);

describe("encode", () => {
  it("writes the opcodes of the manuals", () => {
    const hex = (name: InstructionName, wide: boolean): string =>
      Buffer.from(encode(plainInstruction(name, { wide }))).toString("hex");
    expect(hex("syscall", false)).toBe("0f05");
    expect(hex("sysret", true)).toBe("480f07");
    expect(hex("sysret", false)).toBe("0f07");
    expect(hex("sysenter", true)).toBe("0f34");
    expect(hex("sysexit", true)).toBe("480f35");
    expect(hex("swapgs", true)).toBe("0f01f8");
    expect(hex("wrfsbase", true)).toBe("f3480faed0");
    expect(hex("rdgsbase", false)).toBe("f30faec8");
  });

  it.each(["64", "compat"] as const)("writes what another decoder reads, LOCK aside (mode %s)", (mode) => {
    for (const drawn of sample(instruction({ mode }), { count: 3000, seed: 6 })) {
      if (drawn.prefixes.includes(0xf0) || encode(drawn).length > 15) continue;
      // Outside 64-bit mode SWAPGS and RD/WRxSBASE do not exist for that decoder.
      if (mode !== "64" && (drawn.name === "swapgs" || drawn.name.endsWith("base"))) continue;
      // Those with ModRM are held against it in test/agreement.
      if (hasTail(drawn.name)) continue;
      expect(readElsewhere(drawn, mode)).toEqual(readHere(drawn));
    }
  });

  it("writes LOCK forms that another decoder refuses", () => {
    const locked = sample(instruction({ mode: "64" }), { count: 3000, seed: 7 }).filter(
      (drawn) => drawn.prefixes.includes(0xf0) && encode(drawn).length <= 15,
    );
    expect(locked.length).toBeGreaterThan(50);
    for (const drawn of locked) expect(decodeElsewhere(encode(drawn), "64").code).toBe(Code.INVALID);
  });
});

describe("parse", () => {
  it("undoes encode", () => {
    for (const value of sample(instruction({ mode: "64", only: WITHOUT_IMMEDIATE }), {
      count: 3000,
      seed: 4,
    })) {
      expect(parse(encode(value), "64")).toEqual(value);
    }
  });

  it("knows no REX outside 64-bit mode", () => {
    expect(parse(new Uint8Array([0x48, 0x0f, 0x07]), "compat")).toBeUndefined();
    expect(parse(new Uint8Array([0x66, 0x0f, 0x07]), "legacy")?.name).toBe("sysret");
  });

  it("knows RD/WRxSBASE only when F3 is the last of F2 and F3", () => {
    expect(parse(new Uint8Array([0xf2, 0xf3, 0x0f, 0xae, 0xc3]), "64")?.name).toBe("rdfsbase");
    expect(parse(new Uint8Array([0xf3, 0xf2, 0x0f, 0xae, 0xc3]), "64")).toBeUndefined();
    const last = parse(new Uint8Array([0xf3, 0x49, 0x0f, 0xae, 0xdf]), "64");
    expect(last && operandRegister(last)).toBe("r15");
  });

  it("knows nothing else", () => {
    for (const bytes of [
      [],
      [0x90],
      [0x0f],
      [0x0f, 0x05, 0x90],
      [0x0f, 0x01, 0xf9],
      [0xf3, 0x0f, 0xae, 0xe0],
    ]) {
      expect(parse(new Uint8Array(bytes), "64")).toBeUndefined();
    }
  });
});

interface Reading {
  readonly mnemonic: Mnemonic;
  readonly length: number;
  readonly wide: boolean;
  readonly register: GprName | undefined;
}

function readHere(drawn: Instruction): Reading {
  const { name } = drawn;
  return {
    mnemonic: MNEMONICS[name],
    length: encode(drawn).length,
    wide: isWide(drawn),
    register: operandRegister(drawn),
  };
}

function decodeElsewhere(
  bytes: Uint8Array,
  mode: Mode,
): { code: Code; mnemonic: Mnemonic; length: number; register: Register } {
  const decoder = new Decoder(mode === "64" ? 64 : 32, bytes, DecoderOptions.None);
  const decoded = decoder.decode();
  const { code, mnemonic, length, op0Register } = decoded;
  decoded.free();
  decoder.free();
  return { code, mnemonic, length, register: op0Register };
}

const WIDE_CODES: ReadonlySet<Code> = new Set([
  Code.Sysretq,
  Code.Sysexitq,
  Code.Rdfsbase_r64,
  Code.Rdgsbase_r64,
  Code.Wrfsbase_r64,
  Code.Wrgsbase_r64,
]);

function readElsewhere(drawn: Instruction, mode: Mode): Reading {
  const { code, mnemonic, length, register } = decodeElsewhere(encode(drawn), mode);
  const wide = WIDE_CODES.has(code);
  return { mnemonic: normal(mnemonic), length, wide, register: generalRegister(register, wide) };
}

/** SYSRET and SYSRETQ are two mnemonics there, and so are the two of SYSEXIT. */
function normal(mnemonic: Mnemonic): Mnemonic {
  if (mnemonic === Mnemonic.Sysexitq) return Mnemonic.Sysexit;
  return mnemonic === Mnemonic.Sysretq ? Mnemonic.Sysret : mnemonic;
}

function generalRegister(register: Register, wide: boolean): GprName | undefined {
  if (register === Register.None) return undefined;
  const number = register - (wide ? Register.RAX : Register.EAX);
  const names: readonly GprName[] = [
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
  return names[number];
}
