/** Who may go where without a gate: Intel SDM Vol. 3A, 5.8.1; AMD APM Vol. 2, 4.11.1. */
import type { OperationContext } from "../operation.ts";
import { selectorError } from "./descriptor.ts";
import { GP } from "./exceptions.ts";
import type { CodeTarget } from "./far.ts";

/** JMP and CALL to a code segment: the same CPL, or conforming code of the same or an inner privilege. */
export function checkPlainPrivilege(
  { cpu, raise, absent }: OperationContext,
  { selector, descriptor }: CodeTarget,
): void {
  const { type, dpl, p } = descriptor;
  const rpl = selector & 3;
  const fault = GP(selectorError(selector));
  if ((type & 4) !== 0) {
    if (dpl > cpu.cpl) raise(fault, "far.gp_conforming_dpl");
    if (rpl > cpu.cpl && p === 1) absent("far.conforming_rpl_ignored", () => raise(fault, "far.gp_rpl"));
    return;
  }
  if (rpl > cpu.cpl) raise(fault, "far.gp_rpl");
  if (dpl !== cpu.cpl) raise(fault, "far.gp_dpl");
}
