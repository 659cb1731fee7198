/** Intel SDM Vol. 2A and 2B, AMD APM Vol. 3: "CLTS", "LMSW", "SMSW". The operand is a register. */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { GP } from "./exceptions.ts";
import { in64BitMode, lma } from "./mode.ts";

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
  const value = cpu[instruction.register];
  setBits("cr0", MP_EM_TS, value, "lmsw.mp_em_ts");
  ignore("cr0", PE, value, "lmsw.pe_not_cleared");
  ignore("cr0", WORD & ~(PE | MP_EM_TS), value, "lmsw.other_bits_kept");
  retireToNext(context);
});

/** SMSW; the vendors differ in bits 31:16 of the 32-bit form. */
export function smswWith(upperWord: (context: OperationContext) => void): Operation {
  return operation("smsw", (context) => {
    const { cpu, instruction, raise, absent, setBits, ignore, unspecified } = context;
    if (cpu.cpl !== 0) absent("smsw.legal_at_any_cpl", () => raise(GP(0), "smsw.register_from_cr0"));
    const { register } = instruction;
    const defaultIs16 = !in64BitMode(cpu) && cpu.cs.db === 0;
    setBits(register, WORD, cpu.cr0, "smsw.register_from_cr0");
    if (instruction.operandSize === 64) {
      setBits(register, UPPER_WORD | UPPER_HALF, cpu.cr0, "smsw.o64_register_from_cr0");
    } else if (instruction.operandSizePrefix !== defaultIs16) {
      ignore(register, UPPER_WORD, cpu.cr0, "smsw.o16_rest_kept");
      ignore(register, UPPER_HALF, 0n, "smsw.o16_rest_kept");
    } else {
      upperWord(context);
      if (lma(cpu)) setBits(register, UPPER_HALF, 0n, "smsw.o32_upper_half_cleared");
      else unspecified(register, UPPER_HALF, "smsw.legacy_upper_half_unspecified");
    }
    retireToNext(context);
  });
}
