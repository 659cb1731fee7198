/** A case as lines of text. */
import type { CpuState, TestCase } from "../../spec/model.ts";
/** `64-bit mode`, `compatibility mode, 32-bit`, `legacy mode, 16-bit`. */
export declare function modeText(state: CpuState): string;
/** One line per instruction: bytes, then the instruction in words. */
export declare function stepLines(testCase: TestCase): readonly string[];
/** Rows of text as lines whose columns are aligned; trailing blanks are cut. */
export declare function alignedLines(rows: readonly (readonly string[])[]): readonly string[];
