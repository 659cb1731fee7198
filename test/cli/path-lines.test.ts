import { describe, expect, it } from "vitest";
import { pathLines } from "../../cli/path-lines.ts";
import { paintFor } from "../../harness/report/paint.ts";
import { sampleCase } from "../harness/report/sample-finding.ts";

const NONCANONICAL = sampleCase((state) => {
  state.rcx = 0x8000_0000_0000n;
});

describe("pathLines", () => {
  it("stands one path below the other on a narrow terminal, and no line is too long", () => {
    const lines = pathLines(NONCANONICAL, { paint: paintFor(false), columns: 80 });
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines).toContain("≠ intel  sysret.gp_rcx_noncanonical: #GP(0)");
    expect(lines).toContain("≠ amd    sysret.gp_fetch_noncanonical: #GP(0)");
    expect(lines.some((line) => line.startsWith("  both   fault.rf_unspecified: rflags (RF)"))).toBe(true);
  });

  it("marks nothing where both vendors agree", () => {
    const lines = pathLines(sampleCase(), { paint: paintFor(false), columns: 80 });
    expect(lines.find((line) => line.includes("sysret.cpl_3"))).toBe("  both   sysret.cpl_3: cpl = 3");
  });
});
