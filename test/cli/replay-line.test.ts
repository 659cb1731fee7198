import { describe, expect, it } from "vitest";
import { decodeReplay, encodeReplay, isReplay } from "../../cli/replay-line.ts";
import { UsageError } from "../../cli/usage-error.ts";
import { sampleCase } from "../harness/report/sample-finding.ts";

const REPLAY = {
  processor: "qemu=EPYC,+la57",
  rule: "sysret.rf_cleared",
  testCase: sampleCase((state) => {
    state.r11 = 0x10002n;
    state.gs.base = 0xffff_8000_0000_0000n;
  }),
};

describe("replay line", () => {
  it("carries processor, rule and the whole case", () => {
    expect(decodeReplay(encodeReplay(REPLAY))).toEqual(REPLAY);
  });

  it("fits a terminal: some hundred characters without blanks or quotes", () => {
    const line = encodeReplay(REPLAY);
    expect(line).toMatch(/^rc1\.[\w-]+$/);
    expect(line.length).toBeLessThan(300);
  });

  it("is read with the words that a report prints around it", () => {
    const line = encodeReplay(REPLAY);
    expect(decodeReplay(`  replay: ringcross replay ${line}\n`)).toEqual(REPLAY);
    expect(isReplay(`ringcross replay ${line}`)).toBe(true);
    expect(decodeReplay(`npx ringcross replay ${line}`)).toEqual(REPLAY);
    expect(isReplay("case.json")).toBe(false);
  });

  it.each([
    ["cut short", (line: string) => line.slice(0, -12)],
    ["with a character changed", (line: string) => `${line.slice(0, 40)}A${line.slice(41)}`],
    ["empty", () => "rc1."],
  ])("is refused when %s", (_, damage) => {
    expect(() => decodeReplay(damage(encodeReplay(REPLAY)))).toThrowError(UsageError);
  });
});
