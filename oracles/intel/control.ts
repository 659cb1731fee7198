/** Intel SDM Vol. 2B, "MOV (control registers)", "MOV (debug registers)" and "SMSW". */
import { GP } from "../common/exceptions.ts";
import { movFromCr, movToCr, type MovCrParts } from "../common/movcr.ts";
import { movFromDr, movToDr } from "../common/movdr.ts";
import { smswWith } from "../common/msw.ts";
import type { Operation, OperationContext } from "../operation.ts";

/** CF, PF, AF, ZF, SF and OF. */
const ARITHMETIC_FLAGS = 0x8d5n;

function debugFlags({ unspecified }: OperationContext): void {
  unspecified("rflags", ARITHMETIC_FLAGS, "movdr.flags_unspecified");
}

const PARTS: MovCrParts = {
  clearsPg64: ({ raise }) => raise(GP(0), "movcr.gp_cr0_pg_cleared_in_64bit"),
  flags: ({ unspecified }) => unspecified("rflags", ARITHMETIC_FLAGS, "movcr.flags_unspecified"),
};

export const movFromControl: Operation = movFromCr(PARTS);
export const movToControl: Operation = movToCr(PARTS);
export const movFromDebug: Operation = movFromDr(debugFlags);
export const movToDebug: Operation = movToDr(debugFlags);
export const smsw: Operation = smswWith(({ unspecified }, register) =>
  unspecified(register, 0xffff_0000n, "smsw.o32_upper_word_unspecified"),
);
