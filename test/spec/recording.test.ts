import { describe, expect, it } from "vitest";
import { caseSource } from "../../generators/case-source.ts";
import type { CpuState, Observation, Profile, TestCase } from "../../spec/model.ts";
import {
  decodeRecording,
  encodeRecorded,
  encodeRecordingFooter,
  encodeRecordingHeader,
  type Recording,
  type RecordingOptions,
} from "../../spec/recording.ts";
import { profileOf } from "../generators/support.ts";

const profile: Profile = { ...profileOf("amd", { la57: true }), imposed: [] };
const cpu = {
  vendor: "amd",
  family: 25,
  model: 17,
  stepping: 1,
  microcode: "0x1",
  hypervisor: false,
} as const;
const source = caseSource({ profile, seed: 6 });
const base = source.at(0).before;
const cases: readonly TestCase[] = Array.from({ length: 200 }, (_, index) => source.at(index));

const options = {
  version: "1.2.3",
  seed: 6,
  generator: 1,
  cpu,
  profile,
  seen: new Map([["cr0", 0n]]),
  base,
} satisfies RecordingOptions;
const header = encodeRecordingHeader(options);

describe("recording", () => {
  it("survives the way out and back", () => {
    const observations = cases.map(observationOf);
    const recording = decodeRecording(
      lines(
        header,
        ...cases.map((testCase, index) => encodeRecorded(base, testCase, observations[index] as Observation)),
        encodeRecordingFooter(cases.length),
      ),
    );
    expect(recording).toMatchObject({
      cpu,
      profile,
      seen: new Map([["cr0", 0n]]),
    } satisfies Partial<Recording>);
    recording.vectors.forEach(({ testCase, observation, line }, index) => {
      const original = cases[index] as TestCase;
      const isProgram = original.before.cpl === 3;
      const pages = isProgram ? original.pages.filter(({ user }) => user) : original.pages;
      expect(testCase).toEqual({ ...original, profile, pages });
      expect(observation).toEqual(observations[index]);
      expect(line).toBe(index + 2);
    });
    expect(recording.vectors).toHaveLength(cases.length);
  });

  it("keeps the supervisor's pages once, in its header", () => {
    const page = { user: false, write: true, execute: false, data: [{ offset: 0, bytes: Uint8Array.of(1) }] };
    const memory = {
      supervisor: [{ ...page, linear: 0x60_0000n }],
      lowest: 0x1000n,
      end: 0x7fff_ffff_f000n,
    };
    const withMemory = { ...profile, memory };
    const testCase = cases.find(
      ({ before, pages }) => before.cpl === 3 && pages.every(({ linear }) => linear < memory.end),
    ) as TestCase;
    const vector = encodeRecorded(base, testCase, observationOf(testCase));
    expect(vector.pages.every(({ user }) => user)).toBe(true);
    const [whole] = decodeRecording(
      lines(encodeRecordingHeader({ ...options, profile: withMemory }), vector, encodeRecordingFooter(1)),
    ).vectors;
    expect(whole?.testCase.profile.memory).toEqual(memory);
    expect(whole?.testCase.pages).toEqual([
      ...testCase.pages.filter(({ user }) => user),
      ...memory.supervisor,
    ]);
  });

  it("takes features and fields that it does not know of as absent", () => {
    const { nx: _nx, ...features } = header.features;
    const { cr4: _cr4, ...fields } = header.base;
    const old = decodeRecording(
      lines(
        { ...header, features, base: { ...fields, efer: "0x0000000000000000" } },
        encodeRecordingFooter(0),
      ),
    );
    expect(old.profile.features).toEqual({ ...profile.features, nx: false });
  });

  it.each([
    ["without a footer", lines(header), /at line 2: expected the footer that ends a recording/],
    ["without a header", lines(encodeRecordingFooter(0)), /at line 1: expected a header, got footer/],
    ["with two headers", lines(header, header), /at line 2: expected a vector or the footer/],
    ["with the wrong number", lines(header, encodeRecordingFooter(3)), /expected 3 vectors before/],
    ["that goes on", lines(header, encodeRecordingFooter(0), encodeRecordingFooter(0)), /nothing after/],
    [
      "that is no JSON",
      `${JSON.stringify(header)}\n{"kind`,
      /at line 2: expected a JSON document, got {"kind/,
    ],
    ["with another kind", lines(header, { kind: "verdict" }), /recording at line 2, \$/],
    ["that is empty", "", /at line 1: expected a JSON document/],
    [
      "of an invalid case",
      lines(header, {
        ...encodeRecorded(base, cases[0] as TestCase, observationOf(cases[0] as TestCase)),
        before: { cr0: "0x0000000000000000" },
      }),
      /at line 2: expected a valid case, got \$\.before\.cr0/,
    ],
  ])("is refused %s", (_what, text, message) => {
    expect(() => decodeRecording(text)).toThrow(message);
  });
});

/** Some observation: RAX and CS change, memory is written, a field is not seen. */
function observationOf({ before }: TestCase): Observation {
  const after: CpuState = { ...before, rax: before.rax ^ 5n, cs: { ...before.cs, selector: 0x33 } };
  return {
    end: { kind: "exception", vector: 13, errorCode: 0 },
    after,
    writes: [{ linear: 0x5000n, bytes: Uint8Array.of(1, 2) }],
    unseen: ["rbx"],
  };
}

function lines(...documents: readonly object[]): string {
  return documents.map((document) => `${JSON.stringify(document)}\n`).join("");
}
