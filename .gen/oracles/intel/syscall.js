/** Intel SDM Vol. 2B, "SYSCALL", Operation. */
import { operation } from "../operation.js";
import { UD } from "../common/exceptions.js";
import { in64BitMode, sce } from "../common/mode.js";
import { enterKernel64 } from "../common/syscall.js";
export const syscall = operation("syscall", (context) => {
    const { cpu, raise } = context;
    if (!sce(cpu))
        raise(UD, "syscall.ud_sce_clear");
    if (!in64BitMode(cpu))
        raise(UD, "syscall.ud_not_64bit");
    enterKernel64(context, { rip: cpu.lstar, rule: "syscall.rip_from_lstar" });
});
