/** The groups in which a case differs from its boring machine. */
import { OPERAND, REX, prefixes } from "./groups/encoding.js";
import { CODE, GDT, IDTR, otherPages } from "./groups/memory.js";
import { CONTROL_GROUPS, FLAG_GROUPS, GPR_GROUPS, MSR_GROUPS } from "./groups/registers.js";
import { SEGMENT_GROUPS } from "./groups/segments.js";
const FIXED_GROUPS = [
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
/** The groups that differ, in the order in which they must be reset: operand, memory, segments, MSRs, registers, prefixes. */
export function differingGroups(parts, boring) {
    // The operand before pages and general registers: resetting it moves a value from them.
    return [
        ...[OPERAND].filter((group) => group.differs(parts, boring)),
        ...otherPages(parts, boring),
        ...FIXED_GROUPS.filter((group) => group.differs(parts, boring)),
        ...prefixes(parts),
    ];
}
