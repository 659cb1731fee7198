import type { AdapterMessage, ClaimFile, CpuStateDocument, HarnessMessage, ObservationDocument, PredictionDocument, ProfileDocument, RecordingLine, ReportLine, RuleFile, TestCaseDocument } from "./generated/documents.ts";
/** The documents that cross a boundary, by the names that the index schema gives them. */
export interface DocumentTypes {
    readonly cpuState: CpuStateDocument;
    readonly testCase: TestCaseDocument;
    readonly observation: ObservationDocument;
    readonly prediction: PredictionDocument;
    readonly profile: ProfileDocument;
    readonly ruleFile: RuleFile;
    readonly claimFile: ClaimFile;
    readonly recordingLine: RecordingLine;
    readonly reportLine: ReportLine;
    readonly harnessMessage: HarnessMessage;
    readonly adapterMessage: AdapterMessage;
}
export type DocumentKind = keyof DocumentTypes;
/** A document from outside is not what its schema says. The message names path, expectation and what was found. */
export declare class InvalidDocument extends Error {
    readonly name = "InvalidDocument";
    readonly document: string;
    /** JSON path of what is wrong: `$.before.rax`, `$.pages[2].linear`. */
    readonly path: string;
    readonly expected: string;
    readonly got: string;
    constructor(options: {
        document: string;
        path: string;
        expected: string;
        got: string;
    });
}
/**
 * `value` itself, once it is known to be a document of that kind.
 * Errors: `InvalidDocument` names the first thing that is wrong.
 */
export declare function validateDocument<Kind extends DocumentKind>(kind: Kind, value: unknown): DocumentTypes[Kind];
/** The end of a JSON path that leads to the property `name`: `.rax`, `["a b"]`. */
export declare function memberPath(name: unknown): string;
/** A short print of a value for messages: JSON, cut to 60 characters. */
export declare function brief(value: unknown): string;
