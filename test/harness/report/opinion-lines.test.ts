import { describe, expect, it } from "vitest";
import type { SecondOpinions } from "../../../harness/opinions.ts";
import { opinionLines } from "../../../harness/report/opinion-lines.ts";
import { RULES as CATALOGUE } from "../../../spec/generated/rules.ts";
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import { RULES, sampleFinding } from "./sample-finding.ts";

const FINDING = sampleFinding({ class: "vendor difference" });

const OPINIONS: SecondOpinions = {
  processors: [
    { processor: "qemu", vendor: "amd" },
    { processor: "bochs", vendor: "amd" },
    { processor: "native", vendor: "amd" },
  ],
  rules: [
    { rule: "sysret.cpl_3", vendor: "amd", kept: ["qemu", "bochs"], broken: [] },
    {
      rule: "sysret.rf_cleared",
      vendor: "amd",
      kept: ["bochs"],
      broken: [{ processor: "qemu", cases: 1234 }],
    },
    { rule: "sysret.ss_dpl", vendor: "amd", kept: [], broken: [{ processor: "native", cases: 1 }] },
  ],
  findings: [
    { finding: FINDING, processor: "qemu", agree: ["bochs"], same: ["native"], otherwise: [], noOpinion: [] },
    {
      finding: sampleFinding({ key: "other", class: "processor" }),
      processor: "native",
      agree: [],
      same: [],
      otherwise: [],
      noOpinion: [{ processor: "qemu", reason: "it cannot" }],
    },
  ],
};

function lines(change: Partial<Parameters<typeof opinionLines>[0]> = {}): string {
  const numbers = new Map([[FINDING.key, 7]]);
  return opinionLines({ opinions: OPINIONS, rules: RULES, numbers, errors: 0, columns: 100, ...change });
}

describe("opinionLines", () => {
  it("shows broken rules by processor, then each finding with who agrees with the oracle", () => {
    expect(lines()).toBe(`Cases that broke each rule of AMD (· has no opinion):
┌─────────────────────────────┬───────┬───────┬────────┐
│ rule broken                 │  qemu │ bochs │ native │
├─────────────────────────────┼───────┼───────┼────────┤
│ sysret.rf_cleared           │ 1,234 │  pass │      · │
│ sysret.ss_dpl (information) │     · │     · │      1 │
└─────────────────────────────┴───────┴───────┴────────┘
1 other rule of AMD was kept by every processor that has an opinion.

Who else agrees with the oracle on the example of each finding, and who does the same:
  #7  sysret.rf_cleared  qemu    vendor     agree: bochs; same: native
  #?  sysret.rf_cleared  native  processor  nobody else has an opinion
Disagreements by class: 1 processor, 1 vendor difference, 0 variant, 0 harness`);
  });

  it("counts errors as disagreements of the harness", () => {
    expect(lines({ errors: 2 })).toMatch(/0 harness; harness too: 2\s+errors told above$/);
  });

  it("says nothing where nothing is broken", () => {
    const rules = OPINIONS.rules.slice(0, 1);
    expect(lines({ opinions: { ...OPINIONS, rules, findings: [] } })).toBe("");
  });

  it("reads well at 100 columns with six processors and forty rules", () => {
    const names = ["qemu", "bochs", "unicorn", "native", "kvm", "v86"];
    const longest = [...CATALOGUE.keys()].toSorted((one, other) => other.length - one.length);
    const broken: readonly RuleId[] = longest.slice(0, 40);
    const opinions: SecondOpinions = {
      processors: names.map((processor) => ({ processor, vendor: "intel" as const })),
      rules: broken.map((rule) => ({
        rule,
        vendor: "intel",
        kept: names.slice(1),
        broken: [{ processor: "qemu", cases: 20_000 }],
      })),
      findings: broken.map((rule, position) => ({
        finding: sampleFinding({ key: rule, rule, class: "processor" }),
        processor: names[position % names.length] ?? "",
        agree: names.slice(1, 3),
        same: names.slice(3, 5),
        otherwise: ["v86"],
        noOpinion: [],
      })),
    };
    const numbers = new Map(broken.map((rule, position) => [rule as string, position + 100]));
    const text = lines({ opinions, numbers, rules: CATALOGUE });
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(text.split("\n").length).toBeLessThan(140);
    for (const rule of broken) expect(text).toContain(rule);
  });
});
