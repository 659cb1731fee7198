import { describe, expect, it } from "vitest";
import { barTexts } from "../../cli/progress.ts";

const IDENTITY = {
  name: "qemu",
  version: "7.2.22",
  model: "Skylake-Server,+svm,+la57",
  vendor: "intel",
} as const;
const TOTALS = { cases: 12_345, pass: 1, fail: 0, skip: 0, error: 0, seconds: 1.5, maskedBits: 0 };

describe("barTexts", () => {
  it("tells the whole name and every number where there is room", () => {
    expect(
      barTexts({ identity: IDENTITY, totals: TOTALS, findings: 28 }, { columns: 140, isShrinking: false }),
    ).toEqual({
      name: "qemu 7.2.22, Skylake-Server,+svm,+la57 (intel)",
      detail: "12,345 cases, 8,230 cases/s, 28 findings",
    });
  });

  it("shortens the name first, so that speed and findings are seen at 80 columns", () => {
    const seen = barTexts(
      { identity: IDENTITY, totals: TOTALS, findings: 28 },
      { columns: 80, isShrinking: false },
    );
    expect(seen).toEqual({ name: "qemu Skylake-Server,+svm,+la57", detail: "8,230 cases/s, 28 findings" });
    expect(`${seen.name} ${"=".repeat(12)} 100 % | ${seen.detail}`.length).toBeLessThan(80);
  });

  it("cuts a name that is too long by itself", () => {
    const identity = {
      ...IDENTITY,
      name: "bochs",
      model: "bx_generic,vmx=0,svm=1,vendor_string=GenuineIntel",
    };
    const { name, detail } = barTexts(
      { identity, totals: TOTALS, findings: 1 },
      { columns: 80, isShrinking: true },
    );
    expect(name).toMatch(/^bx_generic,.*…$/);
    expect(`${name} ${"=".repeat(12)} 100 % | ${detail}`.length).toBeLessThan(80);
  });
});
