/** Intel SDM Vol. 2A and 2B, AMD APM Vol. 3: "CLTS", "LMSW", "SMSW". */
import type { GprName } from "../../spec/model.ts";
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { GP } from "./exceptions.ts";
import { linearOf, writeData } from "./memory.ts";
import { lma } from "./mode.ts";
import type { Operand } from "./modrm.ts";
import { readWord } from "./movsreg.ts";

const PE = 1n << 0n;
const TS = 1n << 3n;
const MP_EM_TS = 0xen;
const WORD = 0xffffn;
const UPPER_WORD = 0xffff_0000n;
const UPPER_HALF = 0xffff_ffff_0000_0000n;

export const clts: Operation = operation("clts", (context) => {
  const { cpu, raise, setBits } = context;
  if (cpu.cpl !== 0) raise(GP(0), "clts.gp_cpl_nonzero");
  setBits("cr0", TS, 0n, "clts.ts_cleared");
  retireToNext(context);
});

export const lmsw: Operation = operation("lmsw", (context) => {
  const { cpu, instruction, raise, setBits, ignore } = context;
  if (cpu.cpl !== 0) raise(GP(0), "lmsw.gp_cpl_nonzero");
  const value = BigInt(readWord(context, instruction.operand as Operand));
  setBits("cr0", MP_EM_TS, value, "lmsw.mp_em_ts");
  ignore("cr0", PE, value, "lmsw.pe_not_cleared");
  ignore("cr0", WORD & ~(PE | MP_EM_TS), value, "lmsw.other_bits_kept");
  retireToNext(context);
});

/** Bits 31:16 of a 32-bit register, in which the vendors differ. */
type UpperWord = (context: OperationContext, register: GprName) => void;

/** SMSW: to a register as much as the operand size says, to memory 16 bits. */
export function smswWith(upperWord: UpperWord): Operation {
  return operation("smsw", (context) => {
    const { cpu, instruction, raise, absent } = context;
    const operand = instruction.operand as Operand;
    if (operand.kind === "memory") {
      const linear = linearOf(context, operand, { size: 2, writes: true });
      writeData(context, linear, { size: 2, value: cpu.cr0 }, "smsw.memory_from_cr0");
    } else {
      toRegister(context, operand.register, upperWord);
    }
    // Here, where #GP(0) cannot be mistaken for a fault of the operand.
    if (cpu.cpl !== 0) absent("smsw.legal_at_any_cpl", () => raise(GP(0), "smsw.register_from_cr0"));
    retireToNext(context);
  });
}

function toRegister(context: OperationContext, register: GprName, upperWord: UpperWord): void {
  const { cpu, instruction, setBits, ignore, unspecified } = context;
  setBits(register, WORD, cpu.cr0, "smsw.register_from_cr0");
  if (instruction.size === 64) {
    setBits(register, UPPER_WORD | UPPER_HALF, cpu.cr0, "smsw.o64_register_from_cr0");
  } else if (instruction.size === 16) {
    ignore(register, UPPER_WORD, cpu.cr0, "smsw.o16_rest_kept");
    ignore(register, UPPER_HALF, 0n, "smsw.o16_rest_kept");
  } else {
    upperWord(context, register);
    if (lma(cpu)) setBits(register, UPPER_HALF, 0n, "smsw.o32_upper_half_cleared");
    else unspecified(register, UPPER_HALF, "smsw.legacy_upper_half_unspecified");
  }
}
