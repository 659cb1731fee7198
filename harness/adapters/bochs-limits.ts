/** What the VMCB of Bochs 2.7 does not show. Each was seen on the emulator and then found in its source. */
import { FIELD_NAMES, SEGMENT_NAMES, field } from "../../spec/fields.ts";
import type { FieldName, Observation, Segment, Unsupported } from "../../spec/model.ts";
import type { FieldCapability } from "../adapter.ts";

const RFLAGS_RF = 1n << 16n;
const DEBUG_EXCEPTION = 1;

/** Limits that hold in every case. */
export const BOCHS_FIELDS: ReadonlyMap<FieldName, FieldCapability> = new Map<FieldName, FieldCapability>([
  ["rflags", {
    settable: true, seen: field("rflags").mask & ~RFLAGS_RF,
    reason: "Bochs clears RF when it begins to fetch an instruction, so no intercept sees it set",
  }],
  ["ldtr.l", { settable: false, seen: 0n, reason: "Bochs keeps no L bit of system descriptors" }],
  ["tr.l", { settable: false, seen: 0n, reason: "Bochs keeps no L bit of system descriptors" }],
]);

/** Bochs writes attributes of 0 for a segment that is not present; base, limit and selector are real. */
const ATTRIBUTES: readonly (keyof Segment)[] = ["type", "s", "dpl", "avl", "l", "db", "g"];

/** Lists of unseen fields by which of the segments are not present, and whether DR6 is one of them. */
const unseenLists = new Map<number, readonly FieldName[]>();

function unseenList(key: number): readonly FieldName[] {
  let list = unseenLists.get(key);
  if (list === undefined) {
    const names = new Set<string>(
      SEGMENT_NAMES.flatMap((name, index) => ((key >> index) & 1 ? ATTRIBUTES.map((part) => `${name}.${part}`) : [])),
    );
    if ((key >> SEGMENT_NAMES.length) & 1) names.add("dr6");
    list = FIELD_NAMES.filter((name) => names.has(name));
    unseenLists.set(key, list);
  }
  return list;
}

/** The answer with the fields that this one does not show. An intercepted #DB comes before Bochs updates DR6. */
export function withBochsUnseen(answer: Observation | Unsupported): Observation | Unsupported {
  if ("unsupported" in answer) return answer;
  const { end, after } = answer;
  let key = 0;
  for (const [index, name] of SEGMENT_NAMES.entries()) if (after[name].p === 0) key |= 1 << index;
  if (end.kind === "exception" && end.vector === DEBUG_EXCEPTION) key |= 1 << SEGMENT_NAMES.length;
  return key === 0 ? answer : { ...answer, unseen: unseenList(key) };
}
