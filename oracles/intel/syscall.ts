/** Intel SDM Vol. 2B, "SYSCALL", Operation. */
import { operation, type Operation } from "../operation.ts";
import { UD } from "../common/exceptions.ts";
import { in64BitMode, sce } from "../common/mode.ts";
import { enterKernel64 } from "../common/syscall.ts";

export const syscall: Operation = operation("syscall", (context) => {
  const { cpu, raise } = context;
  if (!sce(cpu)) raise(UD, "syscall.ud_sce_clear");
  if (!in64BitMode(cpu)) raise(UD, "syscall.ud_not_64bit");
  enterKernel64(context, { rip: cpu.lstar, rule: "syscall.rip_from_lstar" });
});
