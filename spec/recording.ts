/**
 * Recordings: what a CPU did, to hold against the oracle at any time and anywhere. One line is some 700 bytes, since
 * states are written as differences. A recording outlives fields and features that are added later.
 */
import {
  encodeEnd,
  encodeImposedMemory,
  encodePage,
  endFromDocument,
  hex64,
  hexBytes,
  imposedMemoryFromDocument,
  pageFromDocument,
  parseHex64,
  parseHexBytes,
} from "./codec.ts";
import {
  FIELD_NAMES,
  SCALAR_NAMES,
  SEGMENT_NAMES,
  TABLE_NAMES,
  copyState,
  field,
  type MutableCpuState,
} from "./fields.ts";
import type {
  RecordedCpu,
  RecordedFields,
  RecordedVector,
  RecordingFooter,
  RecordingHeader,
} from "./generated/documents.ts";
import type { CpuState, Features, FieldName, Observation, Profile, Segment, TestCase } from "./model.ts";
import { validate } from "./validity.ts";
import { InvalidDocument, validateDocument } from "./validate-document.ts";

export type { RecordedCpu } from "./generated/documents.ts";

/** What a recording says nothing of did not exist when it was made. */
const NO_FEATURES: Features = {
  nx: false,
  la57: false,
  fsgsbase: false,
  svm: false,
  ffxsr: false,
  tce: false,
  lmsle: false,
  mcommit: false,
  intwb: false,
  uaie: false,
  aibrse: false,
};

/** What all vectors of a recording share. */
export interface RecordingOptions {
  /** The version that records. */
  readonly version: string;
  readonly seed: number;
  readonly generator: number;
  readonly cpu: RecordedCpu;
  readonly profile: Profile;
  /** The bits of each field that are seen, where not all are. */
  readonly seen: ReadonlyMap<FieldName, bigint>;
  readonly base: CpuState;
}

/** One case and what the CPU did. */
export interface Recorded {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly testCase: TestCase;
  readonly observation: Observation;
}

/** A whole recording. */
export interface Recording {
  readonly cpu: RecordedCpu;
  readonly profile: Profile;
  readonly seen: ReadonlyMap<FieldName, bigint>;
  readonly vectors: readonly Recorded[];
}

/** The first line. */
export function encodeRecordingHeader(options: RecordingOptions): RecordingHeader {
  const { version, seed, generator, cpu, profile, seen, base } = options;
  return {
    kind: "header",
    format: 1,
    ringcross: version,
    seed,
    generator,
    cpu,
    features: { ...profile.features },
    modes: [...profile.modes] as RecordingHeader["modes"],
    seen: Object.fromEntries([...seen].map(([name, bits]) => [name, hex64(bits)])),
    base: fieldsBetween(zeroState(), base),
    ...(profile.memory !== undefined && { memory: encodeImposedMemory(profile.memory) }),
  };
}

/** A line for one case. Pages that only a supervisor reaches are left out: at CPL 3 the header has those that count. */
export function encodeRecorded(
  base: CpuState,
  testCase: TestCase,
  { end, after, writes, unseen = [] }: Observation,
): RecordedVector {
  const { before, pages, steps } = testCase;
  const mapped = before.cpl === 3 ? pages.filter(({ user }) => user) : pages;
  return {
    kind: "vector",
    before: fieldsBetween(base, before),
    pages: mapped.map(encodePage),
    steps: steps.map(({ bytes }) => hexBytes(bytes)) as [string, ...string[]],
    end: encodeEnd(end),
    after: fieldsBetween(before, after),
    ...(writes.length > 0 && {
      writes: writes.map(({ linear, bytes }) => ({ linear: hex64(linear), bytes: hexBytes(bytes) })),
    }),
    ...(unseen.length > 0 && { unseen: [...unseen] }),
  };
}

/** The last line. */
export function encodeRecordingFooter(vectors: number): RecordingFooter {
  return { kind: "footer", vectors };
}

/** Reads a recording. Errors: `InvalidDocument`, with the number of the line; also for one that was cut short. */
export function decodeRecording(text: string): Recording {
  const lines = text.split("\n").filter((line) => line !== "");
  const [first = "", ...rest] = lines;
  const header = parseLine(first, 1);
  if (header.kind !== "header") throw misplaced(1, "a header", header.kind);
  const profile = profileOf(header);
  const base = withFields(zeroState(), header.base);
  const vectors: Recorded[] = [];
  let ending: RecordingFooter | undefined;
  for (const [index, line] of rest.entries()) {
    const number = index + 2;
    const document = parseLine(line, number);
    if (document.kind === "header") throw misplaced(number, "a vector or the footer", document.kind);
    if (ending !== undefined) throw misplaced(number, "nothing after the footer", document.kind);
    if (document.kind === "footer") ending = document;
    else vectors.push(recordedFrom(document, { base, profile, line: number }));
  }
  if (ending === undefined)
    throw misplaced(lines.length + 1, "the footer that ends a recording", "the end of the file");
  if (ending.vectors !== vectors.length) {
    throw misplaced(lines.length, `${ending.vectors} vectors before the footer`, `${vectors.length}`);
  }
  const seen = new Map(
    Object.entries(header.seen).map(([name, bits]) => [name as FieldName, parseHex64(bits)]),
  );
  return { cpu: header.cpu, profile, seen, vectors };
}

function recordedFrom(
  { before: changes, pages, steps, end, after, writes = [], unseen }: RecordedVector,
  { base, profile, line }: { readonly base: CpuState; readonly profile: Profile; readonly line: number },
): Recorded {
  const before = withFields(base, changes);
  const testCase: TestCase = {
    profile,
    before,
    pages: [...pages.map(pageFromDocument), ...(profile.memory?.supervisor ?? [])],
    steps: steps.map((bytes) => ({ bytes: parseHexBytes(bytes) })),
    delivery: "observe",
  };
  const [problem] = validate(testCase);
  if (problem !== undefined) throw misplaced(line, "a valid case", problem);
  return {
    line,
    testCase,
    observation: {
      end: endFromDocument(end),
      after: withFields(before, after),
      writes: writes.map(({ linear, bytes }) => ({
        linear: parseHex64(linear),
        bytes: parseHexBytes(bytes),
      })),
      ...(unseen !== undefined && { unseen: unseen as FieldName[] }),
    },
  };
}

function parseLine(line: string, number: number): RecordingHeader | RecordedVector | RecordingFooter {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw misplaced(number, "a JSON document", line.length > 40 ? `${line.slice(0, 40)}...` : line);
  }
  try {
    return validateDocument("recordingLine", value);
  } catch (error) {
    if (!(error instanceof InvalidDocument)) throw error;
    const { path, expected, got } = error;
    throw new InvalidDocument({ document: "recording", path: `line ${number}, ${path}`, expected, got });
  }
}

function misplaced(line: number, expected: string, got: string): InvalidDocument {
  return new InvalidDocument({ document: "recording", path: `line ${line}`, expected, got });
}

/** What observers force says how cases are made, not what they mean. */
function profileOf({ cpu, features, modes, memory }: RecordingHeader): Profile {
  return {
    vendor: cpu.vendor,
    features: { ...NO_FEATURES, ...features },
    modes,
    imposed: [],
    ...(memory !== undefined && { memory: imposedMemoryFromDocument(memory) }),
  };
}

/** A state of nothing but zeros. */
function zeroState(): MutableCpuState {
  const segment: Segment = {
    selector: 0,
    base: 0n,
    limit: 0,
    type: 0,
    s: 0,
    dpl: 0,
    p: 0,
    avl: 0,
    l: 0,
    db: 0,
    g: 0,
  };
  return {
    cpl: 0,
    ...Object.fromEntries(SCALAR_NAMES.map((name) => [name, 0n])),
    ...Object.fromEntries(SEGMENT_NAMES.map((name) => [name, { ...segment }])),
    ...Object.fromEntries(TABLE_NAMES.map((name) => [name, { base: 0n, limit: 0 }])),
  } as unknown as MutableCpuState;
}

function fieldsBetween(from: CpuState, to: CpuState): RecordedFields {
  const fields: RecordedFields = {};
  for (const name of FIELD_NAMES) {
    const { get } = field(name);
    const value = get(to);
    if (value !== get(from)) fields[name] = hex64(value);
  }
  return fields;
}

function withFields(state: CpuState, fields: RecordedFields): CpuState {
  const copy = copyState(state);
  for (const [name, value] of Object.entries(fields)) field(name as FieldName).set(copy, parseHex64(value));
  return copy;
}
