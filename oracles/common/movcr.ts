/** What MOV to and from control registers does alike. Intel SDM Vol. 2B, "MOV (control registers)"; AMD APM Vol. 3, "MOV CRn". */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import type { Profile } from "../../spec/model.ts";
import { retireToNext } from "./boundary.ts";
import { OutOfModel } from "./decode.ts";
import { GP, UD } from "./exceptions.ts";
import { in64BitMode, lma } from "./mode.ts";
import { registerOf } from "./modrm.ts";

const LOWER = 0xffff_ffffn;
const UPPER = LOWER << 32n;
const ALL = LOWER | UPPER;

const PE = 1n << 0n;
const ET = 1n << 4n;
const NW = 1n << 29n;
const CD = 1n << 30n;
const PG = 1n << 31n;
/** PE MP EM TS NE WP AM NW CD PG. */
const CR0_STORED = 0xe005_002fn;

const PAE = 1n << 5n;
const LA57 = 1n << 12n;
const FSGSBASE = 1n << 16n;
/** Bits 15, 26, 31:29 and 63:33. */
const CR4_UNDEFINED = ~0x1_1bff_7fffn & ALL;
/** VME to OSXMMEXCPT, which every CPU with long mode has. */
const CR4_COMMON = 0x7ffn;

const CR3_RESERVED = 0xfffn << 52n;
/** Bits 11:5 and 2:0. */
const CR3_IGNORED = 0xfe7n;

/** The control registers that are state of a case. */
const NAMES = { 0: "cr0", 3: "cr3", 4: "cr4" } as const;
type Control = keyof typeof NAMES;

/** What a vendor states of its own. */
export interface MovCrParts {
  /** CR0.PG is cleared in 64-bit mode. */
  readonly clearsPg64: (context: OperationContext) => void;
  /** The arithmetic flags afterwards. */
  readonly flags: (context: OperationContext) => void;
}

function check({ cpu, instruction, raise, order }: OperationContext): void {
  order(
    "movcr.ud_before_gp",
    () => {
      if (!(instruction.reg in NAMES)) raise(UD, "movcr.ud_no_such_register");
    },
    () => {
      if (cpu.cpl !== 0) raise(GP(0), "movcr.gp_cpl_nonzero");
    },
  );
}

/** MOV from a control register: all of it, whatever REX.W says. */
export function movFromCr(parts: MovCrParts): Operation {
  return operation("movcr", (context) => {
    const { cpu, instruction, setBits, unspecified } = context;
    check(context);
    const register = registerOf(instruction);
    const value = controlValue(context);
    setBits(register, LOWER, value, "movcr.register_from_cr");
    if (lma(cpu)) setBits(register, UPPER, 0n, "movcr.register_upper_half");
    else unspecified(register, UPPER, "movcr.legacy_upper_half_unspecified");
    parts.flags(context);
    retireToNext(context);
  });
}

function controlValue({ cpu, instruction }: OperationContext): bigint {
  // A mutant that raises no #UD reads 0.
  return instruction.reg in NAMES ? cpu[NAMES[instruction.reg as Control]] : 0n;
}

/** MOV to a control register: 64 bits in 64-bit mode, otherwise 32. */
export function movToCr(parts: MovCrParts): Operation {
  return operation("movcr", (context) => {
    const { cpu, instruction, raise, absent } = context;
    check(context);
    const whole = cpu[registerOf(instruction)];
    const value = in64BitMode(cpu) ? whole : whole & LOWER;
    if (value !== whole && instruction.reg === 0) {
      absent("movcr.cr0_upper_half_unused", () => raise(GP(0), "movcr.gp_cr0_upper_half"));
    }
    if (instruction.reg === 0) writeCr0(context, value, parts);
    else if (instruction.reg === 3) writeCr3(context, value);
    else if (instruction.reg === 4) writeCr4(context, value);
    parts.flags(context);
    retireToNext(context);
  });
}

function writeCr0(context: OperationContext, value: bigint, { clearsPg64 }: MovCrParts): void {
  const { cpu, raise, setBits, force } = context;
  if (value > LOWER) raise(GP(0), "movcr.gp_cr0_upper_half");
  if ((value & PG) !== 0n && (value & PE) === 0n) raise(GP(0), "movcr.gp_cr0_pg_without_pe");
  if ((value & NW) !== 0n && (value & CD) === 0n) raise(GP(0), "movcr.gp_cr0_nw_without_cd");
  if ((value & PG) === 0n) {
    if (in64BitMode(cpu)) clearsPg64(context);
    else throw new OutOfModel("clearing CR0.PG leaves the modes of the model");
  }
  setBits("cr0", CR0_STORED, value, "movcr.cr0");
  force("cr0", ET, { value: ET, otherwise: value }, "movcr.cr0_et_fixed");
  force("cr0", LOWER & ~(CR0_STORED | ET), { value: 0n, otherwise: value }, "movcr.cr0_reserved_ignored");
}

function writeCr3(context: OperationContext, value: bigint): void {
  const { raise, setBits, unspecified } = context;
  if ((value & CR3_RESERVED) !== 0n) raise(GP(0), "movcr.gp_cr3_reserved");
  setBits("cr3", ALL & ~CR3_IGNORED, value, "movcr.cr3");
  unspecified("cr3", CR3_IGNORED, "movcr.cr3_low_bits_unspecified");
}

function writeCr4(context: OperationContext, value: bigint): void {
  const { cpu, profile, raise, variant, set } = context;
  const told = CR4_COMMON | LA57 | FSGSBASE;
  if ((value & (CR4_UNDEFINED | missing(profile))) !== 0n) raise(GP(0), "movcr.gp_cr4_reserved");
  if (lma(cpu) && (value & PAE) === 0n) raise(GP(0), "movcr.gp_cr4_pae_cleared");
  if (lma(cpu) && ((value ^ cpu.cr4) & LA57) !== 0n) raise(GP(0), "movcr.gp_cr4_la57_changed");
  if (
    (value & ~(told | CR4_UNDEFINED)) !== 0n &&
    variant("movcr.cr4_other_features", ["gp", "stored"]) === "gp"
  ) {
    raise(GP(0), "movcr.cr4_other_features");
  }
  if (!lma(cpu) && (value & PAE) !== 0n) throw new OutOfModel("legacy mode with PAE is out of the model");
  set({ cr4: value }, "movcr.cr4");
}

/** The bits of CR4 that CPUID denies. */
function missing({ features }: Profile): bigint {
  return (features.la57 ? 0n : LA57) | (features.fsgsbase ? 0n : FSGSBASE);
}
