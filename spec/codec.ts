/**
 * Converts the decoded values of model.ts to their JSON documents and back. `decode*` take
 * anything from outside: they hold it against the schema first and throw `InvalidDocument`.
 */
import type {
  CpuStateDocument,
  EndDocument,
  ObservationDocument,
  OutcomeDocument,
  PageDocument,
  PredictionDocument,
  ImposedMemoryDocument,
  ProfileDocument,
  SegmentDocument,
  SignedFields,
  StateChanges,
  StepDocument,
  TestCaseDocument,
  WriteDocument,
} from "./generated/documents.ts";
import { SCALAR_NAMES, SEGMENT_NAMES, TABLE_NAMES } from "./fields.ts";
import type {
  CpuState,
  End,
  FieldName,
  Observation,
  Outcome,
  Page,
  Prediction,
  ImposedMemory,
  Profile,
  Segment,
  Signed,
  TableRegister,
  Step,
  TestCase,
} from "./model.ts";
import { validate } from "./validity.ts";
import { InvalidDocument, validateDocument } from "./validate-document.ts";

export { InvalidDocument } from "./validate-document.ts";

/** `0x` and 16 lower-case hex digits: the low 64 bits of `value`. */
export function hex64(value: bigint): string {
  WORD[0] = value;
  return `0x${DIGITS[QUARTERS[3] as number]}${DIGITS[QUARTERS[2] as number]}${DIGITS[QUARTERS[1] as number]}${DIGITS[QUARTERS[0] as number]}`;
}

/** The value of a string that `hex64` could have written. */
export function parseHex64(text: string): bigint {
  return text === ZERO ? 0n : BigInt(text);
}

/** Two lower-case hex digits per byte. */
export function hexBytes(bytes: Uint8Array): string {
  if (bytes.length > 32) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("hex");
  let text = "";
  for (const byte of bytes) text += PAIRS[byte] as string;
  return text;
}

/** The bytes of a string that `hexBytes` could have written. */
export function parseHexBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** A whole state; every field is written. */
export function encodeState(state: CpuState): CpuStateDocument {
  // Written out: every case of a run passes here, and a loop over names takes twice as long.
  return {
    cpl: state.cpl,
    rip: hex64(state.rip),
    rflags: hex64(state.rflags),
    cr0: hex64(state.cr0),
    cr3: hex64(state.cr3),
    cr4: hex64(state.cr4),
    dr6: hex64(state.dr6),
    dr7: hex64(state.dr7),
    rax: hex64(state.rax),
    rcx: hex64(state.rcx),
    rdx: hex64(state.rdx),
    rbx: hex64(state.rbx),
    rsp: hex64(state.rsp),
    rbp: hex64(state.rbp),
    rsi: hex64(state.rsi),
    rdi: hex64(state.rdi),
    r8: hex64(state.r8),
    r9: hex64(state.r9),
    r10: hex64(state.r10),
    r11: hex64(state.r11),
    r12: hex64(state.r12),
    r13: hex64(state.r13),
    r14: hex64(state.r14),
    r15: hex64(state.r15),
    es: encodeSegment(state.es),
    cs: encodeSegment(state.cs),
    ss: encodeSegment(state.ss),
    ds: encodeSegment(state.ds),
    fs: encodeSegment(state.fs),
    gs: encodeSegment(state.gs),
    ldtr: encodeSegment(state.ldtr),
    tr: encodeSegment(state.tr),
    gdtr: encodeTable(state.gdtr),
    idtr: encodeTable(state.idtr),
    efer: hex64(state.efer),
    star: hex64(state.star),
    lstar: hex64(state.lstar),
    cstar: hex64(state.cstar),
    fmask: hex64(state.fmask),
    kernelGsBase: hex64(state.kernelGsBase),
    sysenterCs: hex64(state.sysenterCs),
    sysenterEsp: hex64(state.sysenterEsp),
    sysenterEip: hex64(state.sysenterEip),
  };
}

/** Errors: `InvalidDocument`. */
export function decodeState(document: unknown): CpuState {
  return stateFromDocument(validateDocument("cpuState", document));
}

export function encodeProfile(profile: Profile): ProfileDocument {
  return {
    vendor: profile.vendor,
    features: { ...profile.features },
    modes: [...profile.modes],
    imposed: profile.imposed.map(({ field: name, mask, value, mode }) => ({
      field: name,
      mask: hex64(mask),
      value: hex64(value),
      ...(mode !== undefined && { mode }),
    })),
    ...(profile.memory !== undefined && { memory: encodeImposedMemory(profile.memory) }),
  };
}

/** What of memory is not a case's to choose, with values as text. */
export function encodeImposedMemory({ supervisor, lowest, end }: ImposedMemory): ImposedMemoryDocument {
  return { supervisor: supervisor.map(encodePage), lowest: hex64(lowest), end: hex64(end) };
}

/** The same from a document that is known to be valid. */
export function imposedMemoryFromDocument({ supervisor, lowest, end }: ImposedMemoryDocument): ImposedMemory {
  return {
    supervisor: supervisor.map(pageFromDocument),
    lowest: parseHex64(lowest),
    end: parseHex64(end),
  };
}

/** Errors: `InvalidDocument`. */
export function decodeProfile(document: unknown): Profile {
  return profileFromDocument(validateDocument("profile", document));
}

export function encodeTestCase(testCase: TestCase): TestCaseDocument {
  return {
    profile: encodeProfile(testCase.profile),
    before: encodeState(testCase.before),
    pages: testCase.pages.map(encodePage),
    steps: testCase.steps.map(encodeStep) as [StepDocument, ...StepDocument[]],
    delivery: testCase.delivery,
  };
}

export function encodeStep({ bytes, at }: Step): StepDocument {
  return { bytes: hexBytes(bytes), ...(at !== undefined && { at: hex64(at) }) };
}

/** From a document that a schema was checked against. */
export function stepFromDocument({ bytes, at }: StepDocument): Step {
  return { bytes: parseHexBytes(bytes), ...(at !== undefined && { at: parseHex64(at) }) };
}

/** Errors: `InvalidDocument`, also for a case that validity.ts does not accept. */
export function decodeTestCase(document: unknown): TestCase {
  const { profile, before, pages, steps, delivery } = validateDocument("testCase", document);
  const testCase: TestCase = {
    profile: profileFromDocument(profile),
    before: stateFromDocument(before),
    pages: pages.map(pageFromDocument),
    steps: steps.map(stepFromDocument),
    delivery,
  };
  checkValid(testCase);
  return testCase;
}

/** `after` is written as what differs from `before`, without the fields that were not seen. */
export function encodeObservation(observation: Observation, before: CpuState): ObservationDocument {
  const { end, after, writes, unseen } = observation;
  return {
    end: encodeEnd(end),
    after: encodeChanges(before, after, unseen ?? []),
    writes: writes.map(({ linear, bytes }) => ({ linear: hex64(linear), bytes: hexBytes(bytes) })),
    ...(unseen === undefined ? {} : { unseen: [...unseen] }),
  };
}

/**
 * An observation of a case whose state before was `before`: what `after` does not mention is as
 * there. Errors: `InvalidDocument`.
 */
export function decodeObservation(document: unknown, before: CpuState): Observation {
  return observationFromDocument(validateDocument("observation", document), before);
}

/** The same for a document that is known to be valid, as part of a message that was validated. */
export function observationFromDocument(document: ObservationDocument, before: CpuState): Observation {
  const { end, after, writes, unseen } = document;
  return {
    end: endFromDocument(end),
    after: applyChanges(before, after),
    writes: writes.map((write: WriteDocument) => ({
      linear: parseHex64(write.linear),
      bytes: parseHexBytes(write.bytes),
    })),
    ...(unseen === undefined ? {} : { unseen: unseen as FieldName[] }),
  };
}

export function encodePrediction(prediction: Prediction): PredictionDocument {
  return { outcomes: prediction.outcomes.map(encodeOutcome), exercised: [...prediction.exercised] };
}

export function encodeEnd(end: End): EndDocument {
  if (end.kind !== "exception") return { kind: end.kind };
  return {
    kind: "exception",
    vector: end.vector,
    ...(end.errorCode === undefined ? {} : { errorCode: end.errorCode }),
    ...(end.address === undefined ? {} : { address: hex64(end.address) }),
  };
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

const ZERO = "0x0000000000000000";
// bigint.toString(16) with padding takes three times as long as four look-ups.
const WORD = new BigUint64Array(1);
const QUARTERS = new Uint16Array(WORD.buffer);
const DIGITS: readonly string[] = Array.from({ length: 65536 }, (_, i) => i.toString(16).padStart(4, "0"));
const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));

function encodeSegment(segment: Segment): SegmentDocument {
  const { selector, base, limit, type, s, dpl, p, avl, l, db, g } = segment;
  return { selector, base: hex64(base), limit, type, s, dpl, p, avl, l, db, g };
}

function segmentFromDocument(document: SegmentDocument): Segment {
  const { selector, base, limit, type, s, dpl, p, avl, l, db, g } = document;
  return { selector, base: parseHex64(base), limit, type, s, dpl, p, avl, l, db, g };
}

function encodeTable({ base, limit }: TableRegister): { base: string; limit: number } {
  return { base: hex64(base), limit };
}

function stateFromDocument(document: CpuStateDocument): CpuState {
  const state: Partial<Mutable<CpuState>> = { cpl: document.cpl };
  for (const name of SCALAR_NAMES) state[name] = parseHex64(document[name]);
  for (const name of SEGMENT_NAMES) state[name] = segmentFromDocument(document[name]);
  for (const name of TABLE_NAMES) {
    state[name] = { base: parseHex64(document[name].base), limit: document[name].limit };
  }
  return state as CpuState;
}

function profileFromDocument({ vendor, features, modes, imposed, memory }: ProfileDocument): Profile {
  return {
    vendor,
    features,
    modes,
    ...(memory !== undefined && { memory: imposedMemoryFromDocument(memory) }),
    imposed: imposed.map(({ field: name, mask, value, mode }) => ({
      field: name as FieldName,
      mask: parseHex64(mask),
      value: parseHex64(value),
      ...(mode !== undefined && { mode }),
    })),
  };
}

/** A page with its bytes as text. */
export function encodePage({ linear, user, write, execute, data }: Page): PageDocument {
  return {
    linear: hex64(linear),
    user,
    write,
    execute,
    data: data.map(({ offset, bytes }) => ({ offset, bytes: hexBytes(bytes) })),
  };
}

/** A page of a document that is known to be valid. */
export function pageFromDocument({ linear, user, write, execute, data }: PageDocument): Page {
  return {
    linear: parseHex64(linear),
    user,
    write,
    execute,
    data: data.map(({ offset, bytes }) => ({ offset, bytes: parseHexBytes(bytes) })),
  };
}

/** The first problem of a case that its schema accepts, as validity.ts words it: `$.path: expected ..., got ...`. */
function checkValid(testCase: TestCase): void {
  const [problem] = validate(testCase);
  if (problem === undefined) return;
  const [, path = "$", expected = problem, got = "another"] = PROBLEM.exec(problem) ?? [];
  throw new InvalidDocument({ document: "test case", path, expected, got });
}

const PROBLEM = /^(\$\S*): expected (.*), got (.*?)$/s;

function encodeChanges(before: CpuState, after: CpuState, unseen: readonly FieldName[]): StateChanges {
  const changes: Mutable<StateChanges> = {};
  if (after.cpl !== before.cpl) changes.cpl = after.cpl;
  for (const name of SCALAR_NAMES) if (after[name] !== before[name]) changes[name] = hex64(after[name]);
  for (const name of SEGMENT_NAMES) {
    const parts = changedParts(encodeSegment(before[name]), encodeSegment(after[name]));
    if (parts !== undefined) changes[name] = parts;
  }
  for (const name of TABLE_NAMES) {
    const parts = changedParts(encodeTable(before[name]), encodeTable(after[name]));
    if (parts !== undefined) changes[name] = parts;
  }
  for (const name of unseen) forget(changes, name);
  return changes;
}

function changedParts<Parts extends object>(before: Parts, after: Parts): Partial<Parts> | undefined {
  const changed: Partial<Parts> = {};
  let any = false;
  for (const part of Object.keys(after) as (keyof Parts)[]) {
    if (after[part] === before[part]) continue;
    changed[part] = after[part];
    any = true;
  }
  return any ? changed : undefined;
}

function forget(changes: Mutable<StateChanges>, name: FieldName): void {
  const [register, part] = name.split(".") as [keyof StateChanges, string | undefined];
  const value = changes[register];
  if (part === undefined) delete changes[register];
  else if (typeof value === "object") {
    delete (value as Record<string, unknown>)[part];
    if (Object.keys(value).length === 0) delete changes[register];
  }
}

function applyChanges(before: CpuState, changes: StateChanges): CpuState {
  const after: Mutable<CpuState> = { ...before };
  for (const [register, value] of Object.entries(changes)) {
    if (typeof value === "object") {
      const name = register as "cs" | "gdtr";
      const parts: Record<string, unknown> = { ...before[name], ...value };
      if (value.base !== undefined) parts["base"] = parseHex64(value.base);
      (after as Record<string, unknown>)[name] = parts;
    } else if (typeof value === "number") after.cpl = value;
    else if (value !== undefined) after[register as "rax"] = parseHex64(value);
  }
  return after;
}

/** An end of a document that is known to be valid. */
export function endFromDocument(end: EndDocument): End {
  if (end.kind !== "exception") return end;
  return {
    kind: "exception",
    vector: end.vector,
    ...(end.errorCode === undefined ? {} : { errorCode: end.errorCode }),
    ...(end.address === undefined ? {} : { address: parseHex64(end.address) }),
  };
}

function encodeOutcome(outcome: Outcome): OutcomeDocument {
  return {
    choices: outcome.choices.map((choice) => ({ ...choice })),
    end: encodeEnd(outcome.end),
    endRule: outcome.endRule,
    orderRules: [...outcome.orderRules],
    fields: encodeSigned(outcome.fields),
    masked: encodeSigned(outcome.masked),
    writes: outcome.writes.map(({ linear, bytes, rule }) => ({
      linear: hex64(linear),
      bytes: hexBytes(bytes),
      rule,
    })),
    unchanged: outcome.unchanged,
  };
}

function encodeSigned(fields: ReadonlyMap<FieldName, readonly Signed[]>): SignedFields {
  const document: SignedFields = {};
  for (const [name, signed] of fields) {
    document[name] = signed.map(({ mask, value, rule }) => ({
      mask: hex64(mask),
      value: hex64(value),
      rule,
    }));
  }
  return document;
}
