import { describe, expect, it } from "vitest";
import { OutOfModel, predict, simulate, trace } from "../../oracles/index.ts";
import { BYTES, machine } from "./machine.ts";

const noncanonical = machine({ vendor: "intel", bytes: BYTES.sysretq, set: { rcx: 0x0000_8000_0000_0000n } });

describe("predict", () => {
  it("follows the vendor of the case's profile", () => {
    const amd = { ...noncanonical, profile: { ...noncanonical.profile, vendor: "amd" as const } };
    expect(predict(noncanonical).outcomes[0].endRule).toBe("sysret.gp_rcx_noncanonical");
    expect(predict(amd).outcomes[0].endRule).toBe("sysret.gp_fetch_noncanonical");
  });

  it("refuses an instruction that no oracle models", () => {
    const nop = { ...noncanonical, steps: [{ bytes: Uint8Array.of(0x90) }] };
    expect(() => predict(nop)).toThrow(OutOfModel);
    expect(() => simulate(nop)).toThrow(OutOfModel);
  });

  it("tells what a mutant would do", () => {
    const [outcome] = predict(noncanonical, ["sysret.gp_rcx_noncanonical"]).outcomes;
    expect(outcome.endRule).toBe("fetch.gp_noncanonical");
    expect(outcome.fields.has("rip")).toBe(true);
  });
});

describe("trace", () => {
  it("walks the same case along either vendor's manual", () => {
    const path = (vendor: "intel" | "amd"): readonly string[] =>
      trace(noncanonical, vendor).map(({ rule }) => rule);
    expect(path("intel")).toEqual([
      "sysret.gp_rcx_noncanonical",
      "fault.rf_unspecified",
      "sysret.fault_unchanged",
    ]);
    expect(path("amd")).toContain("sysret.no_canonical_check");
    expect(path("amd").at(-1)).toBe("sysret.unchanged");
  });
});
