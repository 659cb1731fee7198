/** The groups in which a case differs from its boring machine. */
import { OPERAND, REX, prefixes } from "./groups/encoding.ts";
import type { Group } from "./groups/group.ts";
import { CODE, GDT, IDTR, otherPages } from "./groups/memory.ts";
import { CONTROL_GROUPS, FLAG_GROUPS, GPR_GROUPS, MSR_GROUPS } from "./groups/registers.ts";
import { SEGMENT_GROUPS } from "./groups/segments.ts";
import { laterSteps } from "./groups/steps.ts";
import type { Parts } from "./parts.ts";

const FIXED_GROUPS: readonly Group[] = [
  CODE,
  GDT,
  IDTR,
  ...SEGMENT_GROUPS,
  ...MSR_GROUPS,
  ...CONTROL_GROUPS,
  ...FLAG_GROUPS,
  ...GPR_GROUPS,
  REX,
];

/** The groups that differ, in the order in which they must be reset: steps, operand, memory, segments, MSRs, registers, prefixes. */
export function differingGroups(parts: Parts, boring: Parts): readonly Group[] {
  // The operand before pages and general registers: resetting it moves a value from them.
  return [
    ...laterSteps(parts),
    ...[OPERAND].filter((group) => group.differs(parts, boring)),
    ...otherPages(parts, boring),
    ...FIXED_GROUPS.filter((group) => group.differs(parts, boring)),
    ...prefixes(parts),
  ];
}
