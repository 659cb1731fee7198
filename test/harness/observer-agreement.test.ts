import { describe, expect, it } from "vitest";
import { bothImposed } from "../../harness/adapters/both-imposed.ts";
import { IDT_FIELDS } from "../../harness/adapters/idt-fields.ts";
import type { Capabilities } from "../../harness/adapter.ts";
import { sightDifferences, type SightDifference } from "../../harness/observer-agreement.ts";
import type { Observation, Profile } from "../../spec/model.ts";
import { SWAPGS, makeCase } from "../guest/cases.ts";

const PROFILE: Profile = {
  vendor: "intel",
  features: {
    nx: true,
    la57: false,
    fsgsbase: true,
    svm: true,
    ffxsr: false,
    tce: false,
    lmsle: false,
    mcommit: false,
    intwb: false,
    uaie: false,
    aibrse: false,
  },
  modes: ["64", "compat", "legacy"],
  imposed: [{ field: "efer", mask: 0x1000n, value: 0x1000n }],
};
const ALL: Capabilities = { fields: new Map(), noOpinion: new Map(), batch: 1 };
const IDT: Capabilities = { ...ALL, fields: IDT_FIELDS };

const testCase = makeCase({ profile: PROFILE, code: SWAPGS });
const seen: Observation = {
  end: { kind: "exception", vector: 14, errorCode: 16, address: 0x40_2000n },
  after: { ...testCase.before, rip: 0x40_2000n },
  writes: [],
};

function differences(second: Observation): readonly SightDifference[] {
  return sightDifferences(
    testCase,
    { observation: seen, capabilities: ALL },
    { observation: second, capabilities: IDT },
  );
}

describe("sightDifferences", () => {
  it("finds nothing in equal answers", () => {
    expect(differences(seen)).toEqual([]);
  });

  it("leaves out what one observer does not see", () => {
    const { after } = seen;
    const other = { ...after, rflags: after.rflags | 0x1_0000n, cs: { ...after.cs, limit: 1 } };
    expect(differences({ ...seen, after: other })).toEqual([]);
    expect(differences({ ...seen, after: { ...after, rax: 1n }, unseen: ["rax"] })).toEqual([]);
  });

  it("names each field with both values", () => {
    const after = { ...seen.after, rax: 1n, cs: { ...seen.after.cs, selector: 0x10 } };
    expect(differences({ ...seen, after })).toEqual([
      { field: "rax", first: 0x0a0an, second: 1n },
      { field: "cs.selector", first: 8n, second: 0x10n },
    ]);
  });

  it("compares ends as they are judged, with vector, error code and address", () => {
    const landed = { ...seen, end: { ...seen.end, errorCode: 0 } } as Observation;
    expect(differences(landed)).toEqual([]);
    const fault: Observation = { ...seen, end: { kind: "exception", vector: 13, errorCode: 0 } };
    expect(differences(fault)).toMatchObject([{ field: "end", first: { kind: "retired" } }]);
  });

  it("compares memory", () => {
    const writes = [{ linear: 0x60_0000n, bytes: Uint8Array.of(1) }];
    expect(differences({ ...seen, writes })).toEqual([{ field: "memory", first: [], second: writes }]);
  });
});

describe("bothImposed", () => {
  it("joins what either forces, and keeps the modes of both", () => {
    const second: Profile = {
      ...PROFILE,
      modes: ["64", "compat"],
      imposed: [
        { field: "efer", mask: 0x2000n, value: 0n },
        { field: "rflags", mask: 0x18_0000n, value: 0n },
      ],
    };
    expect(bothImposed(PROFILE, second)).toMatchObject({
      modes: ["64", "compat"],
      imposed: [
        { field: "rflags", mask: 0x18_0000n, value: 0n },
        { field: "efer", mask: 0x3000n, value: 0x1000n },
      ],
    });
  });

  it("refuses values that contradict each other", () => {
    const second: Profile = { ...PROFILE, imposed: [{ field: "efer", mask: 0x1000n, value: 0n }] };
    expect(() => bothImposed(PROFILE, second)).toThrow("efer");
  });
});
