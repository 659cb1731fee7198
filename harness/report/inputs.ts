/** What an instruction reads, as a person who checks a finding needs to know it. */
import { msrAt } from "../../oracles/common/msrs.ts";
import { decode, OutOfModel, type Instruction } from "../../oracles/index.ts";
import { field } from "../../spec/fields.ts";
import type { CpuState, FieldName, TestCase } from "../../spec/model.ts";
import { codeWidth } from "./disassemble.ts";
import { formatHex, formatValue } from "./notation.ts";

/** One input: its text, and the fields that the text tells in full. */
export interface Input {
  readonly text: string;
  readonly fields: readonly FieldName[];
}

/** What the case's instruction reads besides the controls of its mode; nothing for unknown code. */
export function inputsOf({ before, steps }: TestCase): readonly Input[] {
  const [step] = steps;
  const instruction = step === undefined ? undefined : decoded(step.bytes, before);
  return instruction === undefined ? [] : read(instruction, before);
}

function decoded(bytes: Uint8Array, before: CpuState): Instruction | undefined {
  const width = codeWidth(before);
  try {
    return decode(bytes, width === 64, width === 16 ? 16 : 32);
  } catch (error) {
    if (error instanceof OutOfModel) return undefined;
    throw error;
  }
}

function read(instruction: Instruction, before: CpuState): readonly Input[] {
  const { name, register } = instruction;
  const plain = (...names: readonly FieldName[]): readonly Input[] =>
    names.map((each) => input(each, before));
  switch (name) {
    case "syscall":
      return plain("star", ...syscallTarget(before), "rflags");
    case "sysret":
      return plain("rcx", codeWidth(before) === 64 ? "r11" : "rflags", "star");
    case "sysenter":
      return plain("sysenterCs", "sysenterEsp", "sysenterEip", "rflags");
    case "sysexit":
      return plain("sysenterCs", "rcx", "rdx", "rflags");
    case "mov_to_cr":
      return plain(...operandRegisters(instruction), "cr0", "cr4", "efer");
    case "mov_to_dr":
      return plain(...operandRegisters(instruction), "cr4", "dr6", "dr7");
    case "mov_from_dr":
      return plain("cr4", "dr6", "dr7");
    case "mov_from_cr":
    case "clts":
    case "smsw":
      return plain("cr0");
    case "lmsw":
      return plain(...operandRegisters(instruction), "cr0");
    case "swapgs":
      return plain("gs.base", "kernelGsBase");
    case "rdmsr": {
      const msr = msrAt(before.rcx);
      return [msrIndex(before), ...(msr === undefined ? [] : plain(msr.field))];
    }
    case "wrmsr":
      // Some bits of EFER may not change.
      return [
        msrIndex(before),
        written(before),
        ...(msrAt(before.rcx)?.field === "efer" ? plain("efer") : []),
      ];
    case "rdfsbase":
      return plain("fs.base");
    case "rdgsbase":
      return plain("gs.base");
    case "wrfsbase":
    case "wrgsbase":
      return plain(register);
    case "mov_to_sreg":
    case "mov_from_sreg":
    case "jmp_near":
      return plain(...operandRegisters(instruction));
    case "call_near":
      return plain("rsp", ...operandRegisters(instruction));
    case "jmp_rel8":
    case "jmp_rel":
      return plain("rip");
    case "call_rel":
    case "ret_near":
    case "ret_near_imm":
      return plain("rsp");
    case "lds":
    case "les":
    case "lfs":
    case "lgs":
    case "lss":
    case "jmp_far_memory":
    case "call_far_memory":
    case "lar":
    case "lsl":
    case "verr":
    case "verw":
    case "lldt":
    case "ltr":
    case "lgdt":
    case "lidt":
      return plain(...operandRegisters(instruction));
    case "int":
    case "int3":
    case "int1":
    case "ud2":
      return plain("rflags", "rsp");
    case "into":
      return codeWidth(before) === 64 ? plain("rsp") : plain("rflags", "rsp");
    case "ret_far":
    case "ret_far_imm":
      return plain("rsp");
    case "iret":
      return plain("rsp", "rflags");
    case "jmp_far_direct":
    case "call_far_direct":
      return [farPointer(instruction)];
    case "push_es":
    case "push_cs":
    case "push_ss":
    case "push_ds":
    case "push_fs":
    case "push_gs":
      return plain("rsp", `${name.slice(5) as "es"}.selector`);
    case "pop_es":
    case "pop_ss":
    case "pop_ds":
    case "pop_fs":
    case "pop_gs":
      return plain("rsp");
  }
}

/** The registers that an operand is, or that its address is made of. */
function operandRegisters({ operand }: Instruction): readonly FieldName[] {
  if (operand === undefined) return [];
  if (operand.kind === "register") return [operand.register];
  return [operand.base, operand.index].filter((name) => name !== undefined && name !== "rip");
}

/** `pointer = 0x0033:0x00700000`. */
function farPointer({ selector, immediate }: Instruction): Input {
  return { text: `pointer = ${formatHex(BigInt(selector), 16)}:${formatHex(immediate, 32)}`, fields: [] };
}

/** In legacy mode STAR holds the target too, and nothing masks RFLAGS. */
function syscallTarget(before: CpuState): readonly FieldName[] {
  if (((before.efer >> 10n) & 1n) === 0n) return [];
  return [before.cs.l === 1 ? "lstar" : "cstar", "fmask"];
}

function input(name: FieldName, before: CpuState): Input {
  return { text: `${name} = ${formatValue(name, field(name).get(before))}`, fields: [name] };
}

/** `ecx = 0xc0000080 (EFER)`. */
function msrIndex({ rcx }: CpuState): Input {
  const msr = msrAt(rcx);
  const title = msr === undefined ? "no MSR" : msr.key === "fmask" ? "SFMASK" : msr.key.toUpperCase();
  return { text: `ecx = ${formatHex(low(rcx), 32)} (${title})`, fields: isLow(rcx) ? ["rcx"] : [] };
}

/** `edx:eax = 0x00000000_00000500`. */
function written({ rax, rdx }: CpuState): Input {
  const value = (low(rdx) << 32n) | low(rax);
  const told: readonly (readonly [FieldName, bigint])[] = [
    ["rax", rax],
    ["rdx", rdx],
  ];
  return {
    text: `edx:eax = ${formatHex(value, 64)}`,
    fields: told.filter(([, whole]) => isLow(whole)).map(([name]) => name),
  };
}

function low(value: bigint): bigint {
  return BigInt.asUintN(32, value);
}

/** Whether the 32 bits that count are all that the register holds. */
function isLow(value: bigint): boolean {
  return value === low(value);
}
