import type { Page, TestCase } from "../../spec/model.ts";
/** What is to be told of a case. */
export interface ExampleState {
    readonly testCase: TestCase;
    /** The groups in which it differs from its boring machine. */
    readonly differsIn: readonly string[];
    /** The boring machine; undefined for code that the generators do not make. */
    readonly plain: TestCase | undefined;
    /** Whether the finding is about the place of the code. */
    readonly aboutRip: boolean;
}
/**
 * One line per register or page that is not as on the boring machine, then one with what else the
 * instruction reads. Bytes and CPL stand elsewhere in a report.
 */
export declare function stateLines(example: ExampleState): readonly string[];
/** `supervisor, writable, no-execute`. */
export declare function accessText({ user, write, execute }: Pick<Page, "user" | "write" | "execute">): string;
/** The descriptors that lie where GDTR points: `00cffb00_0000ffff`. */
export declare function gdtEntries({ before: { gdtr }, pages }: TestCase): readonly string[];
