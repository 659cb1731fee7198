import { readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkRecording } from "../../harness/check-recording.ts";
import { RULES } from "../../spec/generated/rules.ts";
import { decodeRecording, type Recorded } from "../../spec/recording.ts";

const FOLDER = fileURLToPath(new URL("../../recordings", import.meta.url));
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".jsonl"));

describe.each(FILES)("recordings/%s", (name) => {
  const file = join(FOLDER, name);
  const recording = decodeRecording(readFileSync(file, "utf8"));

  it("stays below 1 MB", () => {
    expect(statSync(file).size).toBeLessThan(1_000_000);
  });

  it("agrees with the oracle in every vector, and bears rules out", () => {
    const { agree, contradictions, confirmed } = checkRecording(recording);
    expect(contradictions).toEqual([]);
    expect(agree).toBe(recording.vectors.length);
    expect(confirmed.size).toBeGreaterThan(80);
    expect(confirmed.get("syscall.rcx_from_next_rip")).toBeGreaterThan(40);
    // The kernel came back: where SYSCALL went is not seen.
    expect(confirmed.has("syscall.completes")).toBe(false);
    expect(confirmed.has("syscall.rip_from_lstar")).toBe(false);
  });

  it("is named in the evidence of every rule that it bears out", () => {
    const { vendor, family, model } = recording.cpu;
    const cpu = `${vendor === "amd" ? "AMD" : "Intel"} family ${family} model ${model}`;
    const silent = [...checkRecording(recording).confirmed.keys()].filter(
      (id) => !RULES.get(id)?.evidence.some(({ kind, text }) => kind === "silicon" && text.startsWith(cpu)),
    );
    expect(silent).toEqual([]);
  });

  it("contradicts the oracle where one bit that is seen is another", () => {
    const [kernel, fault] = [true, false].map((through) =>
      recording.vectors.find(
        ({ observation: { unseen, end } }) =>
          (unseen !== undefined) === through && (through || (end.kind === "exception" && end.vector === 13)),
      ),
    ) as [Recorded, Recorded];
    const rcx = { ...kernel.observation.after, rcx: kernel.observation.after.rcx ^ 1n };
    const r9 = { ...fault.observation.after, r9: fault.observation.after.r9 ^ 1n };
    const cr0 = { ...fault.observation.after, cr0: 0x31n };
    const altered = [
      { ...kernel, observation: { ...kernel.observation, after: rcx } },
      { ...fault, observation: { ...fault.observation, after: r9 } },
      { ...fault, observation: { ...fault.observation, after: cr0 } },
      { ...fault, observation: { ...fault.observation, end: { kind: "exception", vector: 6 } as const } },
    ];
    const { agree, contradictions } = checkRecording({ ...recording, vectors: altered });
    expect(agree).toBe(1);
    expect(contradictions.map(({ rules }) => rules[0])).toEqual([
      "syscall.rcx_from_next_rip",
      expect.stringMatching(/\.fault_unchanged$/),
      expect.stringMatching(/\.gp_/),
    ]);
  });
});
