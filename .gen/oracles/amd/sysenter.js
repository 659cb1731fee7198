/** AMD APM Vol. 3, "SYSENTER", Action. */
import { UD } from "../common/exceptions.js";
import { lma } from "../common/mode.js";
import { enterKernelLegacy } from "../common/sysenter.js";
import { operation } from "../operation.js";
export const sysenter = operation("sysenter", (context) => {
    const { cpu, raise } = context;
    if (lma(cpu))
        raise(UD, "sysenter.ud_long_mode");
    enterKernelLegacy(context);
});
