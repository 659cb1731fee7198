/** Intel SDM Vol. 2B, "SYSEXIT", Operation. */
import { isCanonical, pagingWidth } from "../common/canonical.js";
import { GP } from "../common/exceptions.js";
import { checkPrivilege, keepFlags, loadUserSegments, returnTo32 } from "../common/sysexit.js";
import { operation } from "../operation.js";
export const sysexit = operation("sysexit", (context) => {
    const { cpu, instruction, raise, absent, set, trap } = context;
    checkPrivilege(context);
    const width = pagingWidth(cpu);
    const ripIsCanonical = isCanonical(cpu.rdx, width);
    const rspIsCanonical = isCanonical(cpu.rcx, width);
    if (instruction.operandSize === 32) {
        if (!ripIsCanonical || !rspIsCanonical) {
            absent("sysexit.o32_no_canonical_check", () => raise(GP(0), "sysexit.gp_rdx_noncanonical"));
        }
        returnTo32(context);
        return;
    }
    if (!ripIsCanonical)
        raise(GP(0), "sysexit.gp_rdx_noncanonical");
    if (!rspIsCanonical)
        raise(GP(0), "sysexit.gp_rcx_noncanonical");
    loadUserSegments(context, 64);
    set({ rsp: cpu.rcx }, "sysexit.rsp_from_rcx");
    set({ rip: cpu.rdx }, "sysexit.rip_from_rdx");
    keepFlags(context);
    // Only a processor without the check above comes here: then the next fetch finds out.
    if (!ripIsCanonical)
        trap(GP(0), "fetch.gp_noncanonical");
});
