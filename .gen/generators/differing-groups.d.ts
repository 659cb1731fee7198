import type { Group } from "./groups/group.ts";
import type { Parts } from "./parts.ts";
/** The groups that differ, in the order in which they must be reset: operand, memory, segments, MSRs, registers, prefixes. */
export declare function differingGroups(parts: Parts, boring: Parts): readonly Group[];
