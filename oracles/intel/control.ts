/** Intel SDM Vol. 2B, "MOV (control registers)" and "SMSW". */
import { GP } from "../common/exceptions.ts";
import { movFromCr, movToCr, type MovCrParts } from "../common/movcr.ts";
import { smswWith } from "../common/msw.ts";
import type { Operation } from "../operation.ts";

/** CF, PF, AF, ZF, SF and OF. */
const ARITHMETIC_FLAGS = 0x8d5n;

const PARTS: MovCrParts = {
  clearsPg64: ({ raise }) => raise(GP(0), "movcr.gp_cr0_pg_cleared_in_64bit"),
  flags: ({ unspecified }) => unspecified("rflags", ARITHMETIC_FLAGS, "movcr.flags_unspecified"),
};

export const movFromControl: Operation = movFromCr(PARTS);
export const movToControl: Operation = movToCr(PARTS);
export const smsw: Operation = smswWith(({ unspecified }, register) =>
  unspecified(register, 0xffff_0000n, "smsw.o32_upper_word_unspecified"),
);
