/**
 * Recordings: what a CPU did, to hold against the oracle at any time and anywhere. One line is some 700 bytes, since
 * states are written as differences. A recording outlives fields and features that are added later.
 */
import { encodeEnd, encodePage, endFromDocument, hex64, hexBytes, pageFromDocument, parseHex64, parseHexBytes, } from "./codec.js";
import { FIELD_NAMES, SCALAR_NAMES, SEGMENT_NAMES, TABLE_NAMES, copyState, field, } from "./fields.js";
import { validate } from "./validity.js";
import { InvalidDocument, validateDocument } from "./validate-document.js";
/** What a recording says nothing of did not exist when it was made. */
const NO_FEATURES = {
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
/** The first line. */
export function encodeRecordingHeader(options) {
    const { version, seed, generator, cpu, profile, seen, base } = options;
    return {
        kind: "header",
        format: 1,
        ringcross: version,
        seed,
        generator,
        cpu,
        features: { ...profile.features },
        modes: [...profile.modes],
        seen: Object.fromEntries([...seen].map(([name, bits]) => [name, hex64(bits)])),
        base: fieldsBetween(zeroState(), base),
    };
}
/** A line for one case. Pages that only a supervisor reaches are left out: nothing at CPL 3 sees them. */
export function encodeRecorded(base, testCase, { end, after, writes, unseen = [] }) {
    const { before, pages, steps } = testCase;
    const mapped = before.cpl === 3 ? pages.filter(({ user }) => user) : pages;
    return {
        kind: "vector",
        before: fieldsBetween(base, before),
        pages: mapped.map(encodePage),
        steps: steps.map(({ bytes }) => hexBytes(bytes)),
        end: encodeEnd(end),
        after: fieldsBetween(before, after),
        ...(writes.length > 0 && {
            writes: writes.map(({ linear, bytes }) => ({ linear: hex64(linear), bytes: hexBytes(bytes) })),
        }),
        ...(unseen.length > 0 && { unseen: [...unseen] }),
    };
}
/** The last line. */
export function encodeRecordingFooter(vectors) {
    return { kind: "footer", vectors };
}
/** Reads a recording. Errors: `InvalidDocument`, with the number of the line; also for one that was cut short. */
export function decodeRecording(text) {
    const lines = text.split("\n").filter((line) => line !== "");
    const [first = "", ...rest] = lines;
    const header = parseLine(first, 1);
    if (header.kind !== "header")
        throw misplaced(1, "a header", header.kind);
    const profile = profileOf(header);
    const base = withFields(zeroState(), header.base);
    const vectors = [];
    let ending;
    for (const [index, line] of rest.entries()) {
        const number = index + 2;
        const document = parseLine(line, number);
        if (document.kind === "header")
            throw misplaced(number, "a vector or the footer", document.kind);
        if (ending !== undefined)
            throw misplaced(number, "nothing after the footer", document.kind);
        if (document.kind === "footer")
            ending = document;
        else
            vectors.push(recordedFrom(document, { base, profile, line: number }));
    }
    if (ending === undefined)
        throw misplaced(lines.length + 1, "the footer that ends a recording", "the end of the file");
    if (ending.vectors !== vectors.length) {
        throw misplaced(lines.length, `${ending.vectors} vectors before the footer`, `${vectors.length}`);
    }
    const seen = new Map(Object.entries(header.seen).map(([name, bits]) => [name, parseHex64(bits)]));
    return { cpu: header.cpu, profile, seen, vectors };
}
function recordedFrom({ before: changes, pages, steps, end, after, writes = [], unseen }, { base, profile, line }) {
    const before = withFields(base, changes);
    const testCase = {
        profile,
        before,
        pages: pages.map(pageFromDocument),
        steps: steps.map((bytes) => ({ bytes: parseHexBytes(bytes) })),
        delivery: "observe",
    };
    const [problem] = validate(testCase);
    if (problem !== undefined)
        throw misplaced(line, "a valid case", problem);
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
            ...(unseen !== undefined && { unseen: unseen }),
        },
    };
}
function parseLine(line, number) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        throw misplaced(number, "a JSON document", line.length > 40 ? `${line.slice(0, 40)}...` : line);
    }
    try {
        return validateDocument("recordingLine", value);
    }
    catch (error) {
        if (!(error instanceof InvalidDocument))
            throw error;
        const { path, expected, got } = error;
        throw new InvalidDocument({ document: "recording", path: `line ${number}, ${path}`, expected, got });
    }
}
function misplaced(line, expected, got) {
    return new InvalidDocument({ document: "recording", path: `line ${line}`, expected, got });
}
/** What observers force says how cases are made, not what they mean. */
function profileOf({ cpu, features, modes }) {
    return {
        vendor: cpu.vendor,
        features: { ...NO_FEATURES, ...features },
        modes,
        imposed: [],
    };
}
/** A state of nothing but zeros. */
function zeroState() {
    const segment = {
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
    };
}
function fieldsBetween(from, to) {
    const fields = {};
    for (const name of FIELD_NAMES) {
        const { get } = field(name);
        const value = get(to);
        if (value !== get(from))
            fields[name] = hex64(value);
    }
    return fields;
}
function withFields(state, fields) {
    const copy = copyState(state);
    for (const [name, value] of Object.entries(fields))
        field(name).set(copy, parseHex64(value));
    return copy;
}
