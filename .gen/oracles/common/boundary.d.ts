/**
 * What happens between an instruction and the next: the single-step trap, then the fetch at the
 * new RIP. Intel SDM Vol. 3A, 6.9, and Vol. 3B, 18.3.1.4; AMD APM Vol. 2, 8.5 and 13.1.4.
 */
import type { OperationContext } from "../operation.ts";
/** RIP of the following instruction: modulo 2^64 in 64-bit mode, otherwise modulo 2^32. */
export declare function nextRip({ cpu, instruction }: OperationContext): bigint;
/**
 * Ends an instruction that runs on to the next one: RIP, RF, single-step by TF, fetch. `shadow`: it loaded SS by MOV or
 * POP, so that debug exceptions wait for the next instruction.
 */
export declare function retireToNext(context: OperationContext, options?: {
    shadow?: boolean;
}): void;
/** Ends a transfer of control whose target was checked: RIP by `rule`, RF, single-step by TF. */
export declare function retireAt({ cpu, set, setBits, trap }: OperationContext, rip: bigint, rule: Parameters<OperationContext["set"]>[1]): void;
