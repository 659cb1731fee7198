import { describe, expect, it } from "vitest";
import { inputsOf } from "../../../harness/report/inputs.ts";
import { boringCase } from "../../../generators/boring.ts";
import { INSTRUCTION_NAMES, type InstructionName } from "../../../generators/instruction-name.ts";
import { copyState, type MutableCpuState } from "../../../spec/fields.ts";
import { PROFILE } from "./sample-finding.ts";

function texts(
  instruction: InstructionName,
  change: (state: MutableCpuState) => void = () => {},
): readonly string[] {
  // In 64-bit mode these bytes are VEX prefixes.
  const mode = instruction === "lds" || instruction === "les" ? "compat" : "64";
  const plain = boringCase({ profile: PROFILE, instruction, mode });
  const before = copyState(plain.before);
  change(before);
  return inputsOf({ ...plain, before }).map(({ text }) => text);
}

describe("inputsOf", () => {
  it.each(INSTRUCTION_NAMES)("says what %s reads", (instruction) => {
    expect(texts(instruction).length).toBeGreaterThan(0);
  });

  it("names the MSR, and joins EDX and EAX as WRMSR does", () => {
    const written = texts("wrmsr", (state) => {
      state.rcx = 0xc0000080n;
      state.rax = 0x2100n;
      state.rdx = 1n;
    });
    expect(written.slice(0, 2)).toEqual(["ecx = 0xc0000080 (EFER)", "edx:eax = 0x00000001_00002100"]);
    expect(written[2]).toMatch(/^efer = /);
  });

  it("says of an index that it is no MSR's", () => {
    expect(texts("rdmsr", (state) => (state.rcx = 5n))).toEqual(["ecx = 0x00000005 (no MSR)"]);
  });

  it("says nothing of code that it does not know", () => {
    const plain = boringCase({ profile: PROFILE, instruction: "sysret", mode: "64" });
    expect(inputsOf({ ...plain, steps: [{ bytes: Uint8Array.of(0x90) }] })).toEqual([]);
  });
});
