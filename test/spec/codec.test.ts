import { describe, expect, it } from "vitest";
import {
  InvalidDocument,
  decodeObservation,
  decodeProfile,
  decodeState,
  decodeTestCase,
  encodeObservation,
  encodePrediction,
  encodeProfile,
  encodeState,
  encodeTestCase,
  hex64,
  hexBytes,
  parseHex64,
  parseHexBytes,
} from "../../spec/codec.ts";
import { FIELD_NAMES, copyState, field } from "../../spec/fields.ts";
import { caseSource } from "../../generators/case-source.ts";
import type { Observation } from "../../spec/model.ts";
import { validateDocument } from "../../spec/validate-document.ts";
import { distinctState, prediction, profile, testCase } from "./codec-samples.ts";

describe("hex64", () => {
  it.each([
    [0n, "0x0000000000000000"],
    [1n, "0x0000000000000001"],
    [0xffff_8000_0000_0000n, "0xffff800000000000"],
    [0x0123_4567_89ab_cdefn, "0x0123456789abcdef"],
    [(1n << 64n) - 1n, "0xffffffffffffffff"],
  ])("writes %s as %s and reads it back", (value, text) => {
    expect(hex64(value)).toBe(text);
    expect(parseHex64(text)).toBe(value);
  });
});

describe("hexBytes", () => {
  it.each([0, 1, 15, 32, 33, 4096])("keeps %i bytes", (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 0xff);
    expect(hexBytes(bytes)).toBe(Buffer.from(bytes).toString("hex"));
    expect(parseHexBytes(hexBytes(bytes))).toEqual(bytes);
  });

  it("reads only the part that a view shows", () => {
    const whole = new Uint8Array(100).fill(1).fill(2, 40, 90);
    expect(hexBytes(whole.subarray(40, 90))).toBe("02".repeat(50));
  });
});

describe("state", () => {
  it("survives the way out and back in every field", () => {
    const state = distinctState(7n);
    expect(decodeState(overWire(encodeState(state)))).toEqual(state);
  });
});

describe("profile", () => {
  it("survives the way out and back", () => {
    expect(decodeProfile(overWire(encodeProfile(profile)))).toEqual(profile);
    const memory = { supervisor: testCase.pages, lowest: 0x1000n, end: 0x7fff_ffff_f000n };
    expect(decodeProfile(overWire(encodeProfile({ ...profile, memory })))).toEqual({ ...profile, memory });
  });
});

describe("test case", () => {
  it.each(["intel", "amd"] as const)(
    "survives the way out and back, whatever the generators make for %s",
    (vendor) => {
      const modes = ["64", "compat", "legacy"] as const;
      const source = caseSource({ profile: { ...profile, vendor, modes }, seed: 1 });
      const cases = Array.from({ length: 500 }, (_, index) => source.at(index));
      expect(cases.map((each) => decodeTestCase(overWire(encodeTestCase(each))))).toEqual(cases);
    },
  );

  it("is written in every field", () => {
    const { before, pages, steps, delivery } = encodeTestCase(testCase);
    expect(before).toEqual(encodeState(testCase.before));
    expect(pages).toEqual([
      {
        linear: "0xffff800000001000",
        user: false,
        write: true,
        execute: false,
        data: [
          { offset: 0, bytes: "0001feff" },
          { offset: 4000, bytes: "ab".repeat(96) },
        ],
      },
      { linear: "0x0000000000401000", user: true, write: false, execute: true, data: [] },
    ]);
    expect(steps).toEqual([{ bytes: "480f07" }, { bytes: "0f05" }]);
    expect(delivery).toBe("observe");
  });

  const validCase = caseSource({ profile, seed: 1 }).at(0);
  const cases: readonly [string, (document: WireCase) => void, string][] = [
    [
      "a value without leading zeros",
      (d) => (d.before["rax"] = "0x1"),
      "at $.before.rax: expected a 64-bit value",
    ],
    ["upper-case digits", (d) => (d.before["rax"] = "0x00000000000000FF"), "$.before.rax"],
    ["a number for a 64-bit value", (d) => (d.before["rip"] = 5), "got 5"],
    ["a missing register", (d) => delete d.before["r15"], "at $.before.r15: expected a value, got nothing"],
    [
      "an unknown register",
      (d) => (d.before["r16"] = 0),
      "at $.before.r16: expected no property of this name",
    ],
    [
      "a privilege level of 4",
      (d) => (d.before["cpl"] = 4),
      "at $.before.cpl: expected a number <= 3, got 4",
    ],
    ["half a byte", (d) => (d.steps[0] = { bytes: "0f0" }), "$.steps[0].bytes"],
    ["an empty instruction", (d) => (d.steps[0] = { bytes: "" }), "$.steps[0].bytes"],
    ["no instruction", (d) => (d.steps = []), "at $.steps: expected at least 1 item(s), got []"],
    ["a page that is not aligned", (d) => (page(d, 0).linear = "0x0000000000000800"), "$.pages[0].linear"],
    [
      "two pages at one address",
      (d) => (page(d, 1).linear = page(d, 0).linear),
      "at $.pages[1].linear: expected another page than pages[0]",
    ],
    [
      "bytes beyond the page",
      (d) => (page(d, 0).data = [{ offset: 4095, bytes: "0102" }]),
      "at $.pages[0].data[0]: expected bytes within the page",
    ],
    [
      "an unknown vendor",
      (d) => (d.profile["vendor"] = "via"),
      'at $.profile.vendor: expected "intel" or "amd", got "via"',
    ],
  ];
  it.each(cases)("refuses %s", (_, spoil, message) => {
    const document = overWire(encodeTestCase(validCase)) as WireCase;
    spoil(document);
    expect(() => decodeTestCase(document)).toThrow(InvalidDocument);
    expect(() => decodeTestCase(document)).toThrow(message);
  });

  it("refuses what is no object at all", () => {
    expect(() => decodeTestCase("nonsense")).toThrow("invalid test case at $: expected object");
  });
});

describe("observation", () => {
  const before = distinctState(1n);
  const after = distinctState(3n);
  const observation: Observation = {
    end: { kind: "exception", vector: 14, errorCode: 0x15, address: 0xffff_8000_0000_0000n },
    after,
    writes: [{ linear: 0x50_0000n, bytes: Uint8Array.of(1, 2) }],
  };

  it("survives the way out and back", () => {
    expect(decodeObservation(overWire(encodeObservation(observation, before)), before)).toEqual(observation);
  });

  it("holds only what changed", () => {
    const changed = copyState(before);
    changed.rip += 2n;
    changed.cs.dpl ^= 3;
    const document = encodeObservation({ end: { kind: "retired" }, after: changed, writes: [] }, before);
    expect(document.after).toEqual({ rip: hex64(changed.rip), cs: { dpl: changed.cs.dpl } });
  });

  it("takes a whole state as well", () => {
    const whole = { end: { kind: "retired" }, after: encodeState(after), writes: [] };
    expect(decodeObservation(overWire(whole), before).after).toEqual(after);
  });

  it("takes every single field", () => {
    for (const name of FIELD_NAMES) {
      const changed = copyState(before);
      field(name).set(changed, field(name).get(before) ^ 1n);
      const document = encodeObservation({ end: { kind: "retired" }, after: changed, writes: [] }, before);
      expect(Object.keys(document.after)).toHaveLength(1);
      expect(decodeObservation(overWire(document), before).after).toEqual(changed);
    }
  });

  it("leaves out what was not seen", () => {
    const document = encodeObservation(
      { ...observation, unseen: ["rax", "ldtr.base", "gdtr.base", "gdtr.limit"] },
      before,
    );
    expect(document.after.rax).toBeUndefined();
    expect(document.after.ldtr).not.toHaveProperty("base");
    expect(document.after.gdtr).toBeUndefined();
    expect(document.unseen).toEqual(["rax", "ldtr.base", "gdtr.base", "gdtr.limit"]);
  });

  it.each([
    [
      { kind: "fault" },
      'at $.end.kind: expected "retired" or "exception" or "shutdown" or "timeout", got "fault"',
    ],
    [{ kind: "exception" }, "at $.end.vector: expected a value, got nothing"],
    [{ kind: "retired", vector: 6 }, "at $.end.vector: expected no property of this name, got 6"],
    [{}, "at $.end.kind"],
  ])("refuses the end %j", (end, message) => {
    expect(() => decodeObservation({ end, after: {}, writes: [] }, before)).toThrow(message);
  });

  it("refuses an unknown field name", () => {
    const document = { end: { kind: "retired" }, after: {}, writes: [], unseen: ["cs.color"] };
    expect(() => decodeObservation(document, before)).toThrow("at $.unseen[0]");
  });
});

describe("prediction", () => {
  it("is written as its schema says", () => {
    const document = overWire(encodePrediction(prediction));
    expect(validateDocument("prediction", document)).toEqual({
      outcomes: [
        {
          choices: [{ variant: "sysret.rsp_upper_in_compat", alternative: "kept" }],
          end: { kind: "exception", vector: 14, errorCode: 20, address: "0x0000000000001234" },
          endRule: "sysret.completes",
          orderRules: ["sysret.ud_before_gp"],
          fields: {
            rip: [{ mask: "0xffffffffffffffff", value: "0x0000000000000005", rule: "sysret.rip_from_rcx" }],
          },
          masked: {
            rsp: [
              { mask: "0xffffffff00000000", value: "0x0000000000000000", rule: "sysret.rsp_upper_in_compat" },
            ],
          },
          writes: [{ linear: "0x0000000000004000", bytes: "0102", rule: "sysret.rip_from_rcx" }],
          unchanged: "sysret.unchanged",
        },
      ],
      exercised: ["sysret.completes", "sysret.rip_from_rcx"],
    });
  });
});

interface WireCase {
  profile: Record<string, unknown>;
  before: Record<string, unknown>;
  pages: { linear: string; data: unknown[] }[];
  steps: unknown[];
}

function page({ pages }: WireCase, index: number): WireCase["pages"][number] {
  const found = pages[index];
  if (found === undefined) throw new Error(`the sample has no page ${index}`);
  return found;
}

function overWire(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document));
}
