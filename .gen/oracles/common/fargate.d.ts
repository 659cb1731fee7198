import type { OperationContext } from "../operation.ts";
import { type CodeTarget } from "./far.ts";
/** How control goes through a gate: JMP never changes CPL. */
export type GateUse = "jump" | "call";
/**
 * Whether a descriptor is a gate that a far JMP or CALL goes through.
 * Errors: `OutOfModel` outside long mode for gates and task switches.
 */
export declare function isGate({ cpu }: OperationContext, { descriptor: { s, type } }: CodeTarget): boolean;
/** JMP or CALL through a call gate. */
export declare function throughGate(context: OperationContext, through: CodeTarget, use: GateUse): void;
