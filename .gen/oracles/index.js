/** The oracles as the rest of the suite uses them. */
export { decode, OutOfModel } from "./common/decode.js";
export { mutantsOf } from "./mutant.js";
export { predict, trace } from "./predict.js";
export { simulate } from "./simulate.js";
