/** Laws about what must not matter: two cases that differ in it must not differ in anything else. */
import { type Instruction } from "../../oracles/index.ts";
import type { FieldName, TestCase } from "../../spec/model.ts";
import { type Law } from "./law.ts";
/** Bits of one field that do not matter in a case. */
export interface Irrelevant {
    readonly name: FieldName;
    readonly mask: bigint;
}
/** A law that disturbs one thing, which `disturb` chooses; undefined when the case has no such thing. */
export declare function twinLaw(options: {
    readonly id: string;
    readonly statement: string;
    readonly disturb: (testCase: TestCase, pick: number) => TestCase | undefined;
}): Law;
/** The case with some bits of one of these fields flipped; undefined when there is none. */
export declare function flipOneOf(testCase: TestCase, irrelevant: readonly Irrelevant[], pick: number): TestCase | undefined;
/** Some 64 bits that depend on the number alone. */
export declare function scatter(pick: number): bigint;
/** The instruction of a case, decoded. */
export declare function instructionOf({ before, steps }: TestCase): Instruction;
