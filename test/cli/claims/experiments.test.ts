/** What the claims say of law and notes, held against the oracles. */
import { describe, expect, it } from "vitest";
import { poseClaim } from "../../../cli/claims/claim-case.ts";
import { judgeClaim, type Judged } from "../../../cli/claims/judge-claim.ts";
import { oracleProfile } from "../../../cli/oracle-profile.ts";
import type { Capabilities } from "../../../harness/adapter.ts";
import { mutantsOf, predict, simulate } from "../../../oracles/index.ts";
import { valueAfter } from "../../../oracles/operation.ts";
import { copyState, field, FIELD_NAMES } from "../../../spec/fields.ts";
import { CLAIMS } from "../../../spec/generated/claims.ts";
import type { Claim, ClaimCase } from "../../../spec/generated/documents.ts";
import type { FieldName, Observation, Outcome, TestCase, Vendor } from "../../../spec/model.ts";

const VENDORS: readonly Vendor[] = ["intel", "amd"];
const ALL: Capabilities = { fields: new Map(), noOpinion: new Map(), batch: 1 };

interface Posed {
  readonly each: ClaimCase;
  readonly vendor: Vendor;
  readonly testCase: TestCase;
}

describe("an experiment of a claim", () => {
  it.each(experiments())("has the law of the oracle: $title", ({ posed }) => {
    for (const { each, testCase } of posed) {
      for (const outcome of predict(testCase).outcomes) {
        expect(judge(each, testCase, observed(outcome, testCase)), each.title).toMatchObject({ side: "law" });
      }
    }
  });

  it.each(experiments())("allows no value that the oracle does not: $title", ({ posed }) => {
    for (const { each, testCase } of posed) {
      for (const [name, wanted] of Object.entries(each.law.after)) {
        if (!Array.isArray(wanted)) continue;
        const possible = predict(testCase).outcomes.map((outcome) =>
          valueAfter(outcome, testCase.before, name as FieldName),
        );
        expect(new Set(possible)).toEqual(new Set(wanted.map((value) => BigInt(value))));
      }
    }
  });

  it.each(experiments().filter(({ posed }) => posed.some(({ each }) => each.notes !== undefined)))(
    "tells the notes from the law: $title",
    ({ posed }) => {
      for (const { each, testCase } of posed) {
        if (each.notes === undefined) continue;
        const swapped = { ...each, law: each.notes, notes: each.law };
        for (const outcome of predict(testCase).outcomes) {
          const { side } = judge(swapped, testCase, observed(outcome, testCase));
          expect(side, each.title).not.toBe("law");
        }
      }
    },
  );

  it.each(CLAIMS.filter(({ experiment }) => experiment.status === "runs"))(
    "notices a processor without the law: claim $number",
    (claim) => {
      expect(posedCases(claim).some((posed) => noticesSomething(claim, posed))).toBe(true);
    },
  );
});

/** Whether breaking one of the claim's rules, or a field that must stay, shows. */
function noticesSomething({ rules }: Claim, { each, vendor, testCase }: Posed): boolean {
  const broken = mutantsOf(vendor).filter(({ rule }) => rules.includes(rule));
  if (broken.some((mutant) => judge(each, testCase, simulate(testCase, mutant)).side !== "law")) return true;
  if (!rules.every((rule) => rule.endsWith(".unchanged"))) return false;
  return Object.keys(each.law.after).some((name) => {
    const { before } = testCase;
    const right = simulate(testCase);
    const after = copyState(right.after);
    field(name as FieldName).set(after, field(name as FieldName).get(before) ^ 0x1000n);
    return judge(each, testCase, { ...right, after }).side === "neither";
  });
}

function judge(each: ClaimCase, testCase: TestCase, observation: Observation): Judged {
  return judgeClaim(each, { testCase, observation, capabilities: ALL });
}

function observed(outcome: Outcome, { before }: TestCase): Observation {
  const after = copyState(before);
  for (const name of FIELD_NAMES) field(name).set(after, valueAfter(outcome, before, name));
  return { end: outcome.end, after, writes: [] };
}

function posedCases({ experiment }: Claim): readonly Posed[] {
  if (experiment.status !== "runs") return [];
  return experiment.cases.flatMap((each) =>
    VENDORS.flatMap((vendor) => {
      const posed = poseClaim(each, { profile: oracleProfile(vendor), capabilities: ALL });
      if ("skip" in posed) throw new Error(`${each.title}: ${posed.skip}`);
      return "testCase" in posed ? [{ each, vendor, testCase: posed.testCase }] : [];
    }),
  );
}

function experiments(): readonly { readonly title: string; readonly posed: readonly Posed[] }[] {
  return CLAIMS.filter(({ experiment }) => experiment.status === "runs").map((claim) => ({
    title: `claim ${claim.number}`,
    posed: posedCases(claim),
  }));
}
