/** What observer B cannot run, and why: it has no VMCB, so the agent shares the processor with the case. */
import type { TestCase } from "../spec/model.ts";
/** Whether one of the 64-bit values in `words[from, to)` is an address of the agent's. */
export declare function namesAgent(words: Uint32Array, from: number, to: number): boolean;
/** Why the agent cannot bring the processor into this state, or survive the case; undefined when it can. */
export declare function idtObjection(testCase: TestCase, msrs: ReadonlySet<number>): string | undefined;
