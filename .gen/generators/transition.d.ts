import type { CpuState, Mode, Page, Profile } from "../spec/model.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { type Instruction } from "./instruction.ts";
import { type InstructionName } from "./instruction-name.ts";
/** What one case does: its instruction, and the state and pages before. */
export interface Transition {
    readonly mode: Mode;
    readonly instruction: Instruction;
    readonly bytes: Uint8Array;
    readonly before: CpuState;
    readonly pages: readonly Page[];
}
/** What an arbitrary of transitions may produce. */
export interface TransitionOptions {
    readonly profile: Profile;
    /** Names of instructions to choose from; the settled ones when it is absent. */
    readonly only?: readonly InstructionName[];
}
/** Whether an instruction completes only at CPL 0. */
export declare function isPrivileged(name: InstructionName): boolean;
/** An instruction under test in a state that reaches as many of its paths as possible. */
export declare function transition(options: TransitionOptions): DrawnArbitrary<Transition>;
