/** What observer B, the agent with its own IDT, sets and sees: everything but what is listed here. */
import { FIELD_NAMES, field } from "../../spec/fields.js";
const RFLAGS_RF = 1n << 16n;
const AGENT_OWN = /^(?:ldtr|tr|gdtr|idtr)\./;
const SEEN_PART = /^(?:(?:es|cs|ss|ds|fs|gs)\.selector|(?:fs|gs)\.base)$/;
function capability(name) {
    if (name === "rflags") {
        return {
            settable: true,
            seen: field(name).mask & ~RFLAGS_RF,
            reason: "the frame of a fault holds RF = 1, whatever RF was",
        };
    }
    if (AGENT_OWN.test(name)) {
        return {
            settable: false,
            seen: 0n,
            reason: "GDTR, IDTR, LDTR and TR are the agent's own while a case runs",
        };
    }
    if (!name.includes(".") || SEEN_PART.test(name))
        return undefined;
    return { settable: true, seen: 0n, reason: "no instruction shows the hidden part of a segment register" };
}
/** The limits by field. */
export const IDT_FIELDS = new Map(FIELD_NAMES.flatMap((name) => {
    const limits = capability(name);
    return limits === undefined ? [] : [[name, limits]];
}));
