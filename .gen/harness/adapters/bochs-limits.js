/** What the VMCB of Bochs 2.7 does not show. Each was seen on the emulator and then found in its source. */
import { FIELD_NAMES, SEGMENT_NAMES, field } from "../../spec/fields.js";
const RFLAGS_RF = 1n << 16n;
const DEBUG_EXCEPTION = 1;
/** Limits that hold in every case. */
export const BOCHS_FIELDS = new Map([
    [
        "rflags",
        {
            settable: true,
            seen: field("rflags").mask & ~RFLAGS_RF,
            reason: "Bochs clears RF when it begins to fetch an instruction, so no intercept sees it set",
        },
    ],
    ["ldtr.l", { settable: false, seen: 0n, reason: "Bochs keeps no L bit of system descriptors" }],
    ["tr.l", { settable: false, seen: 0n, reason: "Bochs keeps no L bit of system descriptors" }],
]);
/** Bochs writes attributes of 0 for a segment that is not present; base, limit and selector are real. */
const ATTRIBUTES = ["type", "s", "dpl", "avl", "l", "db", "g"];
/** Bit of the key for DR6; the bits below are the segments that are not present. */
const DR6_KEY = 1 << SEGMENT_NAMES.length;
/** The unseen fields for every key. */
const UNSEEN = Array.from({ length: DR6_KEY * 2 }, (_, key) => {
    const names = new Set(SEGMENT_NAMES.flatMap((name, index) => (key >> index) & 1 ? ATTRIBUTES.map((part) => `${name}.${part}`) : []));
    if ((key & DR6_KEY) !== 0)
        names.add("dr6");
    return FIELD_NAMES.filter((name) => names.has(name));
});
/** The answer with the fields that this one does not show. An intercepted #DB comes before Bochs updates DR6. */
export function withBochsUnseen(answer) {
    if ("unsupported" in answer)
        return answer;
    const { end, after } = answer;
    let key = 0;
    for (const [index, name] of SEGMENT_NAMES.entries())
        if (after[name].p === 0)
            key |= 1 << index;
    if (end.kind === "exception" && end.vector === DEBUG_EXCEPTION)
        key |= DR6_KEY;
    return key === 0 ? answer : { ...answer, unseen: UNSEEN[key] ?? [] };
}
