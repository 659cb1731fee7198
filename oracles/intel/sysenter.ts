/** Intel SDM Vol. 2B, "SYSENTER", Operation. */
import { isCanonical, pagingWidth } from "../common/canonical.ts";
import { DB, GP } from "../common/exceptions.ts";
import { lma } from "../common/mode.ts";
import { TF } from "../common/rflags.ts";
import { checkAndClearFlags, enterKernelLegacy, loadKernelSegments } from "../common/sysenter.ts";
import { operation, type Operation } from "../operation.ts";

export const sysenter: Operation = operation("sysenter", (context) => {
  const { cpu, set, trap } = context;
  if (!lma(cpu)) {
    enterKernelLegacy(context);
    return;
  }
  checkAndClearFlags(context);
  loadKernelSegments(context, 64);
  set({ rsp: cpu.sysenterEsp }, "sysenter.rsp_from_msr");
  set({ rip: cpu.sysenterEip }, "sysenter.rip_from_msr");
  if ((cpu.rflags & TF) !== 0n) trap(DB, "sysenter.db_tf");
  if (!isCanonical(cpu.sysenterEip, pagingWidth(cpu))) trap(GP(0), "sysenter.gp_fetch_noncanonical");
});
