/** What MOV to and from debug registers does alike. Intel SDM Vol. 2B, "MOV (debug registers)"; AMD APM Vol. 3, "MOV DRn". */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { OutOfModel } from "./decode.ts";
import { GP, UD } from "./exceptions.ts";
import { in64BitMode, lma } from "./mode.ts";
import { registerOf } from "./modrm.ts";

const LOWER = 0xffff_ffffn;
const UPPER = LOWER << 32n;
const CR4_DE = 1n << 3n;

/** B3 to B0, BD, BS, BT. */
const DR6_STORED = 0xe00fn;
/** BLD and RTM, where the CPU has them. */
const DR6_OPTIONAL = (1n << 11n) | (1n << 16n);
/** All others read 1, but for bit 12. */
const DR6_ONES = 0xffff_0ff0n & ~DR6_OPTIONAL;

/** L0 to G3, LE, GE, GD, R/W and LEN. */
const DR7_STORED = 0xffff_23ffn;
/** RTM, where the CPU has it. */
const DR7_OPTIONAL = 1n << 11n;
const DR7_ONES = 1n << 10n;

/** The arithmetic flags afterwards, in which the vendors differ. */
type Flags = (context: OperationContext) => void;

/** The checks; the number that is meant: 6 or 7, also where 4 or 5 stand for them. */
function check({ cpu, instruction, raise, order }: OperationContext): 6 | 7 {
  const number = instruction.reg;
  order(
    "movdr.ud_before_gp",
    () => {
      if (number > 7) raise(UD, "movdr.ud_no_such_register");
    },
    () =>
      order(
        "movdr.gp_before_alias",
        () => {
          if (cpu.cpl !== 0) raise(GP(0), "movdr.gp_cpl_nonzero");
        },
        () => {
          if (isAlias(number) && (cpu.cr4 & CR4_DE) !== 0n) raise(UD, "movdr.ud_alias_disabled");
        },
      ),
  );
  if (number < 4) throw new OutOfModel(`DR${number} is no state of a case`);
  return number % 2 === 0 ? 6 : 7;
}

function isAlias(number: number): boolean {
  return number === 4 || number === 5;
}

/** MOV from a debug register: all of it, whatever REX.W says. */
export function movFromDr(flags: Flags): Operation {
  return operation("movdr", (context) => {
    const { cpu, instruction, setBits, unspecified } = context;
    const value = check(context) === 6 ? cpu.dr6 : cpu.dr7;
    const register = registerOf(instruction);
    const rule = isAlias(instruction.reg) ? "movdr.register_from_alias" : "movdr.register_from_dr";
    setBits(register, LOWER, value, rule);
    if (lma(cpu)) setBits(register, UPPER, 0n, "movdr.register_upper_half");
    else unspecified(register, UPPER, "movdr.legacy_upper_half_unspecified");
    flags(context);
    retireToNext(context);
  });
}

/** MOV to a debug register: 64 bits in 64-bit mode, otherwise 32. */
export function movToDr(flags: Flags): Operation {
  return operation("movdr", (context) => {
    const { cpu, instruction, raise, setBits, force, unspecified, absent } = context;
    const number = check(context);
    const whole = cpu[registerOf(instruction)];
    const value = in64BitMode(cpu) ? whole : whole & LOWER;
    if (value !== whole) absent("movdr.upper_half_unused", () => raise(GP(0), "movdr.gp_upper_half"));
    if (value > LOWER) raise(GP(0), "movdr.gp_upper_half");
    const alias = isAlias(instruction.reg);
    if (number === 6) {
      setBits("dr6", DR6_STORED, value, alias ? "movdr.alias_written" : "movdr.dr6");
      const fixed = LOWER & ~DR6_STORED & ~DR6_OPTIONAL;
      force("dr6", fixed, { value: DR6_ONES, otherwise: value }, "movdr.dr6_fixed_bits");
      unspecified("dr6", DR6_OPTIONAL, "movdr.optional_bits_unspecified");
    } else {
      setBits("dr7", DR7_STORED, value, alias ? "movdr.alias_written" : "movdr.dr7");
      const fixed = LOWER & ~DR7_STORED & ~DR7_OPTIONAL;
      force("dr7", fixed, { value: DR7_ONES, otherwise: value }, "movdr.dr7_fixed_bits");
      unspecified("dr7", DR7_OPTIONAL, "movdr.optional_bits_unspecified");
    }
    flags(context);
    retireToNext(context);
  });
}
