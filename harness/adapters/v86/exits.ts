/** Exit codes in result records that a VMCB does not have: cases about which v86 says nothing, and why. */

/** Codes far from those of a VMCB. */
export const V86_EXIT = { vector: 0x1000, noPlace: 0x1001, halted: 0x1002 } as const;

/** What a report says about a case with that code. */
export const V86_REASONS: ReadonlyMap<number, string> = new Map([
  [V86_EXIT.vector, "software interrupts above 31 are not told apart from exceptions"],
  [V86_EXIT.noPlace, "a page of the case lies where the observer has its IDT"],
  [V86_EXIT.halted, "the CPU halted, and no interrupt comes"],
]);
