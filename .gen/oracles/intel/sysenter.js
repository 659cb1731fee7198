/** Intel SDM Vol. 2B, "SYSENTER", Operation. */
import { isCanonical, pagingWidth } from "../common/canonical.js";
import { DB, GP } from "../common/exceptions.js";
import { lma } from "../common/mode.js";
import { TF } from "../common/rflags.js";
import { checkAndClearFlags, enterKernelLegacy, loadKernelSegments } from "../common/sysenter.js";
import { operation } from "../operation.js";
export const sysenter = operation("sysenter", (context) => {
    const { cpu, set, trap } = context;
    if (!lma(cpu)) {
        enterKernelLegacy(context);
        return;
    }
    checkAndClearFlags(context);
    loadKernelSegments(context, 64);
    set({ rsp: cpu.sysenterEsp }, "sysenter.rsp_from_msr");
    set({ rip: cpu.sysenterEip }, "sysenter.rip_from_msr");
    if ((cpu.rflags & TF) !== 0n)
        trap(DB, "sysenter.db_tf");
    if (!isCanonical(cpu.sysenterEip, pagingWidth(cpu)))
        trap(GP(0), "sysenter.gp_fetch_noncanonical");
});
