/** What makes up one vendor's oracle. */
import type { InstructionName } from "./common/decode.ts";
import type { Operation } from "./operation.ts";
/** The operation of every instruction that the oracles model. */
export type VendorOracle = {
    readonly [name in InstructionName]: Operation;
};
