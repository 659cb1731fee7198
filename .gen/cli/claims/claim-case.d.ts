import type { Capabilities } from "../../harness/adapter.ts";
import type { ClaimCase } from "../../spec/generated/documents.ts";
import type { Profile, TestCase } from "../../spec/model.ts";
/** The case, or why the processor cannot run it; `foreign` when it is about the other vendor. */
export type Posed = {
    readonly testCase: TestCase;
} | {
    readonly skip: string;
} | {
    readonly foreign: true;
};
/** What decides whether a processor can run an experiment. */
export interface PoseOptions {
    readonly profile: Profile;
    readonly capabilities: Capabilities;
}
/**
 * The experiment on the plain machine of its instruction, as the processor's profile has it.
 * Errors: a plain `Error` for an instruction or MSR that the generators do not know.
 */
export declare function poseClaim(each: ClaimCase, { profile, capabilities }: PoseOptions): Posed;
