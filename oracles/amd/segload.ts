/** AMD APM Vol. 2, 4.5.1, 4.5.3 and 4.8.3: null selectors. */
import { GP } from "../common/exceptions.ts";
import { segmentLoad, type SegmentLoad } from "../common/segload.ts";

export const loadSegment: SegmentLoad = segmentLoad({
  otherRpl: ({ raise, variant }) => {
    if (variant("segload.ss_null_rpl", ["gp", "accepted"]) === "gp") raise(GP(0), "segload.ss_null_rpl");
  },
  base: ({ profile, load, variant }, name) => {
    if (profile.features.nullSelectorClearsBase === true) {
      load(name, { base: 0n }, "segload.null_base_cleared");
    } else if (variant("segload.null_base", ["cleared", "kept"]) === "cleared") {
      load(name, { base: 0n }, "segload.null_base");
    }
  },
});
