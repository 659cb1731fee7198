/** How instructions under test are encoded: opcode, ModRM and immediate. */
import type { Mode, Vendor } from "../spec/model.ts";
import type { InstructionName } from "./instruction-name.ts";

/** The encoding of an instruction but for its prefixes. */
export interface OpcodeForm {
  readonly opcode: readonly number[];
  /** Nothing; the register of RD/WRxSBASE in the low bits of the opcode's last byte; or ModRM after the opcode. */
  readonly operand: "none" | "base" | "modrm";
  /** ModRM.reg where it belongs to the opcode; undefined where it names a register, or there is no ModRM. */
  readonly digit?: number;
  /**
   * Bytes of immediate: that many, as many as the operand size (2 or 4), as many as a branch reads, or a far pointer of
   * that size.
   */
  readonly immediate?: 1 | 2 | "operand" | "branch" | "pointer";
  /** ModRM.rm names memory always: with a register it is another instruction. */
  readonly memory?: true;
  /** Whether REX.W chooses between two forms. */
  readonly wide: boolean;
}

const none = (...opcode: readonly number[]): OpcodeForm => ({ opcode, operand: "none", wide: false });

/** The form of each instruction. */
export const OPCODE_FORMS: { readonly [name in InstructionName]: OpcodeForm } = {
  syscall: none(0x0f, 0x05),
  sysret: { ...none(0x0f, 0x07), wide: true },
  sysenter: none(0x0f, 0x34),
  sysexit: { ...none(0x0f, 0x35), wide: true },
  swapgs: none(0x0f, 0x01, 0xf8),
  rdmsr: none(0x0f, 0x32),
  wrmsr: none(0x0f, 0x30),
  rdfsbase: { opcode: [0x0f, 0xae, 0xc0], operand: "base", wide: true },
  rdgsbase: { opcode: [0x0f, 0xae, 0xc8], operand: "base", wide: true },
  wrfsbase: { opcode: [0x0f, 0xae, 0xd0], operand: "base", wide: true },
  wrgsbase: { opcode: [0x0f, 0xae, 0xd8], operand: "base", wide: true },
  mov_to_sreg: { opcode: [0x8e], operand: "modrm", wide: true },
  jmp_rel8: { ...none(0xeb), immediate: 1 },
  jmp_rel: { ...none(0xe9), immediate: "branch" },
  jmp_near: { opcode: [0xff], operand: "modrm", digit: 4, wide: false },
  call_rel: { ...none(0xe8), immediate: "branch" },
  call_near: { opcode: [0xff], operand: "modrm", digit: 2, wide: false },
  ret_near: none(0xc3),
  ret_near_imm: { ...none(0xc2), immediate: 2 },
  mov_from_sreg: { opcode: [0x8c], operand: "modrm", wide: true },
  int: { ...none(0xcd), immediate: 1 },
  int3: none(0xcc),
  int1: none(0xf1),
  into: none(0xce),
  ud2: none(0x0f, 0x0b),
  push_es: none(0x06),
  push_cs: none(0x0e),
  push_ss: none(0x16),
  push_ds: none(0x1e),
  push_fs: none(0x0f, 0xa0),
  push_gs: none(0x0f, 0xa8),
  pop_es: none(0x07),
  pop_ss: none(0x17),
  pop_ds: none(0x1f),
  pop_fs: none(0x0f, 0xa1),
  pop_gs: none(0x0f, 0xa9),
  lds: { opcode: [0xc5], operand: "modrm", wide: false },
  les: { opcode: [0xc4], operand: "modrm", wide: false },
  lfs: { opcode: [0x0f, 0xb4], operand: "modrm", wide: true },
  lgs: { opcode: [0x0f, 0xb5], operand: "modrm", wide: true },
  lss: { opcode: [0x0f, 0xb2], operand: "modrm", wide: true },
  ret_far: { ...none(0xcb), wide: true },
  ret_far_imm: { ...none(0xca), immediate: 2, wide: true },
  iret: { ...none(0xcf), wide: true },
  jmp_far_direct: { ...none(0xea), immediate: "pointer" },
  jmp_far_memory: { opcode: [0xff], operand: "modrm", digit: 5, wide: true },
  call_far_direct: { ...none(0x9a), immediate: "pointer" },
  call_far_memory: { opcode: [0xff], operand: "modrm", digit: 3, wide: true },
  mov_from_cr: { opcode: [0x0f, 0x20], operand: "modrm", wide: false },
  mov_to_cr: { opcode: [0x0f, 0x22], operand: "modrm", wide: false },
  mov_from_dr: { opcode: [0x0f, 0x21], operand: "modrm", wide: false },
  mov_to_dr: { opcode: [0x0f, 0x23], operand: "modrm", wide: false },
  clts: none(0x0f, 0x06),
  lmsw: { opcode: [0x0f, 0x01], operand: "modrm", digit: 6, wide: false },
  smsw: { opcode: [0x0f, 0x01], operand: "modrm", digit: 4, wide: true },
  lar: { opcode: [0x0f, 0x02], operand: "modrm", wide: true },
  lsl: { opcode: [0x0f, 0x03], operand: "modrm", wide: true },
  verr: { opcode: [0x0f, 0x00], operand: "modrm", digit: 4, wide: true },
  verw: { opcode: [0x0f, 0x00], operand: "modrm", digit: 5, wide: true },
  lldt: { opcode: [0x0f, 0x00], operand: "modrm", digit: 2, wide: true },
  ltr: { opcode: [0x0f, 0x00], operand: "modrm", digit: 3, wide: true },
  lgdt: { opcode: [0x0f, 0x01], operand: "modrm", digit: 2, memory: true, wide: true },
  lidt: { opcode: [0x0f, 0x01], operand: "modrm", digit: 3, memory: true, wide: true },
};

/** RDFSBASE, RDGSBASE, WRFSBASE and WRGSBASE: F3 0F AE with a register operand. */
export function isBaseInstruction(name: InstructionName): boolean {
  return OPCODE_FORMS[name].operand === "base";
}

/** Whether ModRM follows the opcode. */
export function hasModRm(name: InstructionName): boolean {
  return OPCODE_FORMS[name].operand === "modrm";
}

/** Whether anything follows the opcode: ModRM, an immediate, or both. */
export function hasTail(name: InstructionName): boolean {
  return hasModRm(name) || OPCODE_FORMS[name].immediate !== undefined;
}

/** Whether REX.W chooses between two forms. */
export function hasWideForm(name: InstructionName): boolean {
  return OPCODE_FORMS[name].wide;
}

/** What decides how long an immediate is. */
export interface ImmediateContext {
  /** Where 66h and REX.W count. */
  readonly operandSize: 16 | 32 | 64;
  readonly mode: Mode;
  readonly vendor: Vendor;
}

/** Bytes of the immediate; 0 for none. On Intel 66h does not shorten a branch in 64-bit mode. */
export function immediateLength(name: InstructionName, context: ImmediateContext): number {
  const { immediate = 0 } = OPCODE_FORMS[name];
  if (typeof immediate === "number") return immediate;
  const { operandSize, mode, vendor } = context;
  if (immediate === "branch" && mode === "64" && vendor === "intel") return 4;
  const size = operandSize === 16 ? 2 : 4;
  return immediate === "pointer" ? size + 2 : size;
}
