import { sameSegment } from "../parts.js";
import { plainCode, plainSegment, plainStack } from "../plain-segment.js";
import { simplerSegments } from "../simpler-segments.js";
import { nothingSimpler } from "./group.js";
/** CS or SS at another CPL: RPL and DPL follow it. */
function atCpl(segment, cpl) {
    const conforming = segment.p === 1 && segment.type >= 0xc;
    const dpl = conforming ? Math.min(segment.dpl, cpl) : cpl;
    return { ...segment, selector: (segment.selector & 0xfffc) | cpl, dpl };
}
/** CPL; a CS and SS that are plain stay so, others keep what does not depend on it. */
const CPL = {
    name: "cpl",
    differs: ({ state }, boring) => state.cpl !== boring.state.cpl,
    reset: ({ mode, state }, boring) => {
        const { cpl } = boring.state;
        const { cs, ss } = state;
        state.cs = { ...(sameSegment(cs, plainCode(mode, state.cpl)) ? plainCode(mode, cpl) : atCpl(cs, cpl)) };
        state.ss = { ...(sameSegment(ss, plainStack(state.cpl)) ? plainStack(cpl) : atCpl(ss, cpl)) };
        state.cpl = cpl;
    },
    simpler: nothingSimpler,
};
/** One segment register, apart from what merely follows another CPL. */
function segment(name) {
    // The boring machine has what the observer forces; it tells nothing of another CPL.
    const plain = ({ mode, state }, boring) => state.cpl === boring.state.cpl ? boring.state[name] : plainSegment(name, { mode, cpl: state.cpl });
    return {
        name,
        differs: (parts, boring) => !sameSegment(parts.state[name], plain(parts, boring)),
        reset: (parts, boring) => {
            parts.state[name] = { ...plain(parts, boring) };
        },
        *simpler(parts, boring) {
            for (const value of simplerSegments(parts.state[name], plain(parts, boring))) {
                yield (changing) => {
                    changing.state[name] = { ...value };
                };
            }
        },
    };
}
/** CPL before CS and SS, which depend on it. */
export const SEGMENT_GROUPS = [
    CPL,
    ...["cs", "ss", "es", "ds", "fs", "gs", "ldtr", "tr"].map(segment),
];
