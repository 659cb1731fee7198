/** Intel SDM Vol. 2B, "MOV", Operation, and Vol. 3A, 3.4.2 and 6.15 (#GP): null selectors. */
import { GP } from "../common/exceptions.js";
import { segmentLoad } from "../common/segload.js";
export const loadSegment = segmentLoad({
    otherRpl: ({ raise }) => raise(GP(0), "segload.gp_ss_null_rpl"),
    base: ({ load }, name) => load(name, { base: 0n }, "segload.null_base_cleared"),
});
