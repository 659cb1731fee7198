import type { FieldName, TestCase } from "../../spec/model.ts";
/** One input: its text, and the fields that the text tells in full. */
export interface Input {
    readonly text: string;
    readonly fields: readonly FieldName[];
}
/** What the case's instruction reads besides the controls of its mode; nothing for unknown code. */
export declare function inputsOf({ before, steps }: TestCase): readonly Input[];
