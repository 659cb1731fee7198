/**
 * Converts the decoded values of model.ts to their JSON documents and back. `decode*` take
 * anything from outside: they hold it against the schema first and throw `InvalidDocument`.
 */
import type { CpuStateDocument, EndDocument, ObservationDocument, PageDocument, PredictionDocument, ProfileDocument, TestCaseDocument } from "./generated/documents.ts";
import type { CpuState, End, Observation, Page, Prediction, Profile, TestCase } from "./model.ts";
export { InvalidDocument } from "./validate-document.ts";
/** `0x` and 16 lower-case hex digits: the low 64 bits of `value`. */
export declare function hex64(value: bigint): string;
/** The value of a string that `hex64` could have written. */
export declare function parseHex64(text: string): bigint;
/** Two lower-case hex digits per byte. */
export declare function hexBytes(bytes: Uint8Array): string;
/** The bytes of a string that `hexBytes` could have written. */
export declare function parseHexBytes(text: string): Uint8Array;
/** A whole state; every field is written. */
export declare function encodeState(state: CpuState): CpuStateDocument;
/** Errors: `InvalidDocument`. */
export declare function decodeState(document: unknown): CpuState;
export declare function encodeProfile(profile: Profile): ProfileDocument;
/** Errors: `InvalidDocument`. */
export declare function decodeProfile(document: unknown): Profile;
export declare function encodeTestCase(testCase: TestCase): TestCaseDocument;
/** Errors: `InvalidDocument`, also for a case that validity.ts does not accept. */
export declare function decodeTestCase(document: unknown): TestCase;
/** `after` is written as what differs from `before`, without the fields that were not seen. */
export declare function encodeObservation(observation: Observation, before: CpuState): ObservationDocument;
/**
 * An observation of a case whose state before was `before`: what `after` does not mention is as
 * there. Errors: `InvalidDocument`.
 */
export declare function decodeObservation(document: unknown, before: CpuState): Observation;
/** The same for a document that is known to be valid, as part of a message that was validated. */
export declare function observationFromDocument(document: ObservationDocument, before: CpuState): Observation;
export declare function encodePrediction(prediction: Prediction): PredictionDocument;
export declare function encodeEnd(end: End): EndDocument;
/** A page with its bytes as text. */
export declare function encodePage({ linear, user, write, execute, data }: Page): PageDocument;
/** A page of a document that is known to be valid. */
export declare function pageFromDocument({ linear, user, write, execute, data }: PageDocument): Page;
/** An end of a document that is known to be valid. */
export declare function endFromDocument(end: EndDocument): End;
