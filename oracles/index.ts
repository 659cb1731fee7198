/** The oracles as the rest of the suite uses them. */
export { decode, OutOfModel, type Instruction, type InstructionName } from "./common/decode.ts";
export { mutantsOf, type Mutant } from "./mutant.ts";
export type { TraceStep } from "./operation.ts";
export { predict, trace } from "./predict.ts";
export { stateAfter } from "./sequence.ts";
export { simulate } from "./simulate.ts";
