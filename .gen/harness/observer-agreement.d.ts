import type { End, FieldName, Observation, TestCase, Write } from "../spec/model.ts";
import type { Capabilities } from "./adapter.ts";
/** What one observer says of a case, and what it sees at all. */
export interface Sight {
    readonly observation: Observation;
    readonly capabilities: Capabilities;
}
/** One part of the answers in which the observers differ. */
export type SightDifference = {
    readonly field: "end";
    readonly first: End;
    readonly second: End;
} | {
    readonly field: "memory";
    readonly first: readonly Write[];
    readonly second: readonly Write[];
} | {
    readonly field: FieldName;
    readonly first: bigint;
    readonly second: bigint;
};
/** Everything in which the two answers to `testCase` differ. */
export declare function sightDifferences(testCase: TestCase, first: Sight, second: Sight): readonly SightDifference[];
