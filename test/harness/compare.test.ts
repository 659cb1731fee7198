import { describe, expect, it } from "vitest";
import { field, FIELD_NAMES } from "../../spec/fields.ts";
import type { FieldName, Observation, Prediction } from "../../spec/model.ts";
import type { Capabilities, FieldCapability } from "../../harness/adapter.ts";
import { comparator, type Comparison } from "../../harness/compare.ts";
import {
  change,
  exception,
  observation,
  outcome,
  prediction,
  retired,
  rule,
  SEES_ALL,
  signs,
  state,
  testCase,
} from "./support.ts";

const GP = 13;
const PF = 14;

describe("comparator", () => {
  it("passes when nothing changes and nothing should", () => {
    expect(compare(prediction(outcome()), observation())).toEqual({
      status: "pass",
      choices: [],
      maskedBits: 0,
    });
  });

  it("passes when a signed field has its value", () => {
    const predicted = prediction(
      outcome({ fields: { rip: signs("rip", 0x700000n, "sysret.rip_from_rcx") } }),
    );
    expect(compare(predicted, saw({ rip: 0x700000n })).status).toBe("pass");
  });

  it("judges the landing before it compares", () => {
    const predicted = prediction(
      outcome({ fields: { rip: signs("rip", 0x700000n, "sysret.rip_from_rcx") } }),
    );
    const landed = { ...saw({ rip: 0x700000n }), end: exception(PF, 4, 0x700000n) };
    expect(compare(predicted, landed).status).toBe("pass");
  });

  it.each(FIELD_NAMES)("blames `unchanged` for %s that no rule signs", (name) => {
    const value = field(name).get(state()) ^ 1n;
    expect(failure(compare(prediction(outcome()), saw({ [name]: value }))).broken).toEqual(
      new Map([
        [
          "sysret.unchanged",
          [
            {
              rule: "sysret.unchanged",
              field: name,
              mask: field(name).mask,
              predicted: value ^ 1n,
              observed: value,
            },
          ],
        ],
      ]),
    );
  });

  it.each(FIELD_NAMES)("blames the rule that signs %s", (name) => {
    const value = field(name).get(state());
    const predicted = prediction(outcome({ fields: { [name]: signs(name, value ^ 1n, "sysret.a_rule") } }));
    const { broken } = failure(compare(predicted, observation()));
    expect([...broken.keys()]).toEqual(["sysret.a_rule"]);
  });

  it("blames each rule for its own bits of one field", () => {
    const predicted = prediction(
      outcome({
        fields: {
          rflags: [
            { mask: 0xd5n, value: 0x41n, rule: rule("sysret.status") },
            { mask: 0x10000n, value: 0n, rule: "sysret.rf_cleared" },
          ],
        },
      }),
    );
    expect(compare(predicted, saw({ rflags: 0x43n })).status).toBe("pass");
    expect(blamed(compare(predicted, saw({ rflags: 0x42n })))).toEqual(["sysret.status"]);
    expect(blamed(compare(predicted, saw({ rflags: 0x10043n })))).toEqual(["sysret.rf_cleared"]);
    expect(blamed(compare(predicted, saw({ rflags: 0x41n })))).toEqual(["sysret.unchanged"]);
    expect(blamed(compare(predicted, saw({ rflags: 0x10000n }))).toSorted()).toEqual([
      "sysret.rf_cleared",
      "sysret.status",
      "sysret.unchanged",
    ]);
  });

  it("lets the later of two rules decide a bit that both sign", () => {
    const predicted = prediction(
      outcome({
        fields: {
          "cs.selector": [
            { mask: 0xffffn, value: 0x30n, rule: rule("sysret.earlier") },
            { mask: 3n, value: 3n, rule: rule("sysret.later") },
          ],
        },
      }),
    );
    expect(compare(predicted, saw({ "cs.selector": 0x33n })).status).toBe("pass");
    expect(blamed(compare(predicted, saw({ "cs.selector": 0x32n })))).toEqual(["sysret.later"]);
    expect(blamed(compare(predicted, saw({ "cs.selector": 0x3bn })))).toEqual(["sysret.earlier"]);
  });

  it("skips masked bits and counts them", () => {
    const predicted = prediction(
      outcome({
        masked: {
          rflags: [{ mask: 0x10000n, value: 0n, rule: "fault.rf_unspecified" }],
          dr6: [{ mask: 0xfn, value: 0n, rule: rule("x.y") }],
        },
      }),
    );
    expect(compare(predicted, saw({ rflags: 0x10002n }))).toEqual({
      status: "pass",
      choices: [],
      maskedBits: 5,
    });
    expect(blamed(compare(predicted, saw({ rflags: 0x10003n })))).toEqual(["sysret.unchanged"]);
  });

  it("masks bits of a signed field too", () => {
    const predicted = prediction(
      outcome({
        fields: { dr6: signs("dr6", 0x4ff0n, "debug.bs") },
        masked: { dr6: [{ mask: 0xfn, value: 0n, rule: rule("x.y") }] },
      }),
    );
    expect(compare(predicted, saw({ dr6: 0x4ff5n })).status).toBe("pass");
    expect(failure(compare(predicted, saw({ dr6: 0xff5n }))).broken.get(rule("debug.bs"))).toEqual([
      {
        rule: rule("debug.bs"),
        field: "dr6",
        mask: field("dr6").mask & ~0xfn,
        predicted: 0x4ff0n,
        observed: 0xff0n,
      },
    ]);
  });

  it("compares only bits that the processor can see", () => {
    const predicted = prediction(outcome());
    const blind = seeing({ rax: { settable: true, seen: 0n }, rflags: { settable: true, seen: 0xfffn } });
    expect(compare(predicted, saw({ rax: 77n, rflags: 0x1002n }), blind).status).toBe("pass");
    expect(blamed(compare(predicted, saw({ rflags: 0x802n }), blind))).toEqual(["sysret.unchanged"]);
  });

  it("does not count bits as masked that are not seen anyway", () => {
    const predicted = prediction(
      outcome({ masked: { dr6: [{ mask: 0xfn, value: 0n, rule: rule("x.y") }] } }),
    );
    const blind = seeing({ dr6: { settable: true, seen: 3n } });
    expect(compare(predicted, observation(), blind)).toMatchObject({ status: "pass", maskedBits: 2 });
  });

  it("leaves out fields that one answer says nothing about", () => {
    const predicted = prediction(outcome({ fields: { rcx: signs("rcx", 5n, "syscall.rcx") } }));
    const partly: Observation = { ...saw({ rax: 77n }), unseen: ["rax", "rcx"] };
    expect(compare(predicted, partly).status).toBe("pass");
    expect(compare(predicted, { ...partly, unseen: ["rcx"] }).status).toBe("fail");
  });

  it("blames only the rule that decided the end when the end differs", () => {
    const predicted = prediction(
      outcome({
        end: exception(GP, 0),
        endRule: "sysret.gp_rcx_noncanonical",
        unchanged: "sysret.fault_unchanged",
        orderRules: ["sysret.ud_before_gp"],
      }),
    );
    const verdict = failure(compare(predicted, saw({ rip: 0x700000n, cpl: 3n })));
    expect(verdict.broken).toEqual(
      new Map([
        [
          "sysret.gp_rcx_noncanonical",
          [
            {
              rule: "sysret.gp_rcx_noncanonical",
              field: "end",
              predicted: exception(GP, 0),
              observed: retired,
            },
          ],
        ],
      ]),
    );
    expect(verdict.detail.map((each) => each.field)).toEqual(["cpl", "rip"]);
    expect(verdict.orderRules).toEqual(["sysret.ud_before_gp"]);
  });

  it.each([
    ["vector", exception(GP, 0), exception(6)],
    ["error code", exception(GP, 0), exception(GP, 8)],
    ["missing error code", exception(GP, 0), exception(GP)],
    ["address of a #PF", exception(PF, 4, 0x1000n), exception(PF, 4, 0x2000n)],
    ["kind", exception(GP, 0), { kind: "shutdown" } as const],
    ["kind", retired, { kind: "timeout" } as const],
  ])("takes another %s for another end", (_what, predictedEnd, end) => {
    const predicted = prediction(outcome({ end: predictedEnd, endRule: rule("sysret.decided") }));
    expect(compare(predicted, observation({ end: predictedEnd })).status).toBe("pass");
    expect(blamed(compare(predicted, observation({ end })))).toEqual(["sysret.decided"]);
  });

  it("blames `unchanged` for memory that changed", () => {
    const writes = [{ linear: 0x500000n, bytes: Uint8Array.of(1) }];
    expect(failure(compare(prediction(outcome()), observation({ writes }))).broken).toEqual(
      new Map([
        [
          "sysret.unchanged",
          [{ rule: "sysret.unchanged", field: "memory", predicted: [], observed: writes }],
        ],
      ]),
    );
  });

  describe("with several outcomes", () => {
    const kept = outcome({
      choices: [
        { variant: rule("v.a"), alternative: "kept" },
        { variant: rule("v.b"), alternative: "on" },
      ],
    });
    const cleared = outcome({
      choices: [
        { variant: rule("v.a"), alternative: "cleared" },
        { variant: rule("v.b"), alternative: "on" },
      ],
      fields: { rsp: signs("rsp", 0n, "v.a") },
    });
    const faults = outcome({
      choices: [
        { variant: rule("v.a"), alternative: "kept" },
        { variant: rule("v.b"), alternative: "off" },
      ],
      end: exception(GP, 0),
      endRule: rule("v.b"),
    });
    const predicted = prediction(kept, cleared, faults);

    it("passes with any of them and says which", () => {
      expect(compare(predicted, observation())).toMatchObject({ status: "pass", choices: kept.choices });
      expect(compare(predicted, saw({ rsp: 0n }))).toMatchObject({
        status: "pass",
        choices: cleared.choices,
      });
      expect(compare(predicted, observation({ end: exception(GP, 0) }))).toMatchObject({
        choices: faults.choices,
      });
    });

    it("claims no alternative that the case could not show", () => {
      const same = prediction(kept, outcome({ choices: cleared.choices }));
      expect(compare(same, observation())).toMatchObject({
        choices: [{ variant: rule("v.b"), alternative: "on" }],
      });
    });

    it("blames the outcome with the same end and the fewest differing fields", () => {
      expect(failure(compare(predicted, saw({ rsp: 0n, rax: 99n }))).broken).toEqual(
        new Map([["sysret.unchanged", [expect.objectContaining({ field: "rax" })]]]),
      );
      expect(
        failure(compare(predicted, { ...saw({ rax: 99n }), end: exception(GP, 0) })).broken.has(
          "sysret.unchanged",
        ),
      ).toBe(true);
    });

    it("blames the first outcome when all are as far", () => {
      const verdict = failure(compare(predicted, { ...saw({ rsp: 1n }), end: exception(6) }));
      expect([...verdict.broken.keys()]).toEqual(["sysret.completes"]);
    });
  });
});

function compare(
  predicted: Prediction,
  observed: Observation,
  capabilities: Capabilities = SEES_ALL,
): Comparison {
  return comparator(capabilities)(testCase(), predicted, observed);
}

/** What a processor saw that ended with `retired` after these changes. */
function saw(changes: { readonly [name in FieldName]?: bigint }): Observation {
  return observation({ after: change(state(), changes) });
}

function seeing(fields: { readonly [name in FieldName]?: FieldCapability }): Capabilities {
  return { ...SEES_ALL, fields: new Map(Object.entries(fields) as [FieldName, FieldCapability][]) };
}

function failure(verdict: Comparison): Extract<Comparison, { status: "fail" }> {
  if (verdict.status !== "fail") throw new Error(`expected a failure, got ${verdict.status}`);
  return verdict;
}

function blamed(verdict: Comparison): readonly string[] {
  return [...failure(verdict).broken.keys()];
}
