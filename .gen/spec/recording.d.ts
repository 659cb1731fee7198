import type { RecordedCpu, RecordedVector, RecordingFooter, RecordingHeader } from "./generated/documents.ts";
import type { CpuState, FieldName, Observation, Profile, TestCase } from "./model.ts";
export type { RecordedCpu } from "./generated/documents.ts";
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
export declare function encodeRecordingHeader(options: RecordingOptions): RecordingHeader;
/** A line for one case. Pages that only a supervisor reaches are left out: nothing at CPL 3 sees them. */
export declare function encodeRecorded(base: CpuState, testCase: TestCase, { end, after, writes, unseen }: Observation): RecordedVector;
/** The last line. */
export declare function encodeRecordingFooter(vectors: number): RecordingFooter;
/** Reads a recording. Errors: `InvalidDocument`, with the number of the line; also for one that was cut short. */
export declare function decodeRecording(text: string): Recording;
