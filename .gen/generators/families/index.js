import { FAR_DIRECT, FAR_MEMORY } from "./far-transfer.js";
import { MOVE_SEGMENT } from "./move-segment.js";
/** Every family. */
export const FAMILIES = [MOVE_SEGMENT, FAR_DIRECT, FAR_MEMORY];
const BY_NAME = new Map(FAMILIES.flatMap((family) => family.names.map((name) => [name, family])));
/** The family of an instruction; undefined for one whose cases need no memory but its code and the GDT. */
export function familyOf(name) {
    return BY_NAME.get(name);
}
