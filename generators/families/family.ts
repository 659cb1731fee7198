/** What instructions that look at memory have of their own: where their cases come from, and where shrinking ends. */
import type { MutableCpuState } from "../../spec/fields.ts";
import type { CpuState, Mode, Page, Profile, TestCase } from "../../spec/model.ts";
import type { Draft, StateContext } from "../cpu-state.ts";
import type { Instruction } from "../instruction.ts";
import type { InstructionName } from "../instruction-name.ts";
import type { RandomBits } from "../random-bits.ts";
import type { Weights } from "../weighted.ts";

/** An instruction drawn with a register operand and without immediate, and the state that it shall run in. */
export interface Drawn {
  readonly context: StateContext;
  readonly instruction: Instruction;
  readonly draft: Draft;
}

/** The instruction as it is encoded, and the pages of the case; the draft's state was changed to fit. */
export interface Placed {
  readonly instruction: Instruction;
  /** The code page first, then the page of the GDT, then any others. */
  readonly pages: readonly Page[];
}

/** What the boring machine of an instruction is built from. */
export interface BoringContext {
  readonly profile: Profile;
  readonly mode: Mode;
  /** The plain state; the family gives it what its instruction needs. */
  readonly state: MutableCpuState;
  readonly instruction: Instruction;
}

/** Instructions whose cases are drawn alike. */
export interface Family {
  readonly names: readonly InstructionName[];
  readonly modes: Weights<Mode>;
  readonly cpls: Weights<"0" | "1" | "2" | "3">;
  /** Draws what the instruction finds; RIP and CS.base are set here, by `placeCode`. */
  readonly draw: (bits: RandomBits, drawn: Drawn) => Placed;
  /** CPL of the boring machine. */
  readonly boringCpl: 0 | 3;
  /**
   * Gives the plain state what the instruction needs to complete. Returns the instruction with its operands, and the
   * pages besides those of the code and the GDT. RIP is set afterwards.
   */
  readonly boring: (context: BoringContext) => {
    readonly instruction: Instruction;
    readonly pages: readonly Page[];
  };
  /** Linear addresses that the instruction may go to: none of them may be mapped. Absent where it only goes on. */
  readonly targets?: (state: CpuState, instruction: Instruction, pages: readonly Page[]) => readonly bigint[];
  /** Whether processors can be asked for what shrinking made of a case; always where it is absent. */
  readonly admits?: (testCase: TestCase, instruction: Instruction) => boolean;
}
