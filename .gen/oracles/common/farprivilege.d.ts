/** Who may go where without a gate: Intel SDM Vol. 3A, 5.8.1; AMD APM Vol. 2, 4.11.1. */
import type { OperationContext } from "../operation.ts";
import type { CodeTarget } from "./far.ts";
/** JMP and CALL to a code segment: the same CPL, or conforming code of the same or an inner privilege. */
export declare function checkPlainPrivilege({ cpu, raise, absent }: OperationContext, { selector, descriptor }: CodeTarget): void;
