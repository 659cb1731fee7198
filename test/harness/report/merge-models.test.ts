import { describe, expect, it } from "vitest";
import { mergeModels } from "../../../harness/report/merge-models.ts";
import { IDENTITY, sampleFinding } from "./sample-finding.ts";
import type { Finding } from "../../../harness/finding.ts";

function on(model: string, change: Partial<Finding> = {}, parts = "rflags"): Finding {
  const processor = { ...IDENTITY, model, ...change.processor };
  const { name, version, vendor } = processor;
  const rule = change.rule ?? "sysret.rf_cleared";
  const key = [name, version, processor.model, vendor, rule, parts].join(" | ");
  return sampleFinding({ ...change, processor, key });
}

describe("mergeModels", () => {
  it("joins what several models of one product share", () => {
    const [first, second] = [on("EPYC"), on("EPYC,+la57")];
    expect(mergeModels([first, second])).toEqual([{ finding: first, others: [second] }]);
  });

  it("keeps apart other rules, other fields, and other products", () => {
    const findings = [
      on("EPYC"),
      on("EPYC,+la57", { rule: "sysret.vm_cleared" }),
      on("EPYC,+la57", {}, "rflags, ss"),
      on("ryzen", { processor: { ...IDENTITY, name: "bochs", model: "ryzen" } }),
    ];
    expect(mergeModels(findings)).toHaveLength(4);
  });
});
