/** The groups in which a case differs from its boring machine. */
import { OPERAND, REX, prefixes } from "./groups/encoding.ts";
import type { Group } from "./groups/group.ts";
import { CODE, GDT, IDTR, otherPages } from "./groups/memory.ts";
import { CONTROL_GROUPS, FLAG_GROUPS, GPR_GROUPS, MSR_GROUPS } from "./groups/registers.ts";
import { SEGMENT_GROUPS } from "./groups/segments.ts";
import type { Parts } from "./parts.ts";

/** The operand before the general registers: resetting it moves a value between them. */
const FIXED_GROUPS: readonly Group[] = [
  CODE,
  GDT,
  IDTR,
  ...SEGMENT_GROUPS,
  ...MSR_GROUPS,
  ...CONTROL_GROUPS,
  ...FLAG_GROUPS,
  OPERAND,
  ...GPR_GROUPS,
  REX,
];

/** The groups that differ, in the order in which they must be reset: memory, segments, MSRs, registers, prefixes. */
export function differingGroups(parts: Parts, boring: Parts): readonly Group[] {
  return [
    ...otherPages(parts),
    ...FIXED_GROUPS.filter((group) => group.differs(parts, boring)),
    ...prefixes(parts),
  ];
}
