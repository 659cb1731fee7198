/** AMD APM Vol. 3, "SYSENTER", Action. */
import { UD } from "../common/exceptions.ts";
import { lma } from "../common/mode.ts";
import { enterKernelLegacy } from "../common/sysenter.ts";
import { operation, type Operation } from "../operation.ts";

export const sysenter: Operation = operation("sysenter", (context) => {
  const { cpu, raise } = context;
  if (lma(cpu)) raise(UD, "sysenter.ud_long_mode");
  enterKernelLegacy(context);
});
