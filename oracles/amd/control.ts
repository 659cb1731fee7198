/** AMD APM Vol. 3, "MOV CRn", "MOV DRn" and "SMSW". */
import { OutOfModel } from "../common/decode.ts";
import { movFromCr, movToCr, type MovCrParts } from "../common/movcr.ts";
import { movFromDr, movToDr } from "../common/movdr.ts";
import { smswWith } from "../common/msw.ts";
import type { Operation } from "../operation.ts";

const PARTS: MovCrParts = {
  clearsPg64: () => {
    throw new OutOfModel("no manual of AMD says what clearing CR0.PG does in 64-bit mode");
  },
  flags: () => {},
};

export const movFromControl: Operation = movFromCr(PARTS);
export const movToControl: Operation = movToCr(PARTS);
export const movFromDebug: Operation = movFromDr(PARTS.flags);
export const movToDebug: Operation = movToDr(PARTS.flags);
export const smsw: Operation = smswWith(({ cpu, setBits }, register) =>
  setBits(register, 0xffff_0000n, cpu.cr0, "smsw.register_upper_word"),
);
