/** AMD APM Vol. 3, "SYSCALL", Action; legacy mode also AMD publication 21086. */
import { operation } from "../operation.js";
import { nextRip } from "../common/boundary.js";
import { DB, UD } from "../common/exceptions.js";
import { in64BitMode, lma, sce } from "../common/mode.js";
import { ALL_BUT_RF, IF, RF, TF, VM } from "../common/rflags.js";
import { enterKernel64, loadKernelSegments } from "../common/syscall.js";
export const syscall = operation("syscall", (context) => {
    const { cpu, raise } = context;
    if (!sce(cpu))
        raise(UD, "syscall.ud_sce_clear");
    if (!lma(cpu))
        enterKernelLegacy(context);
    else if (in64BitMode(cpu))
        enterKernel64(context, { rip: cpu.lstar, rule: "syscall.rip_from_lstar" });
    else
        enterKernel64(context, { rip: cpu.cstar, rule: "syscall.rip_from_cstar" });
});
/** Neither R11 nor SFMASK take part, so that TF cannot be masked. */
function enterKernelLegacy(context) {
    const { cpu, set, setBits, ignore, unspecified, trap } = context;
    const lower = 0xffffffffn;
    setBits("rcx", lower, nextRip(context), "syscall.legacy_ecx_from_next_eip");
    unspecified("rcx", lower << 32n, "syscall.legacy_upper_half_unspecified");
    set({ rip: cpu.star & lower }, "syscall.legacy_eip_from_star");
    loadKernelSegments(context, 32);
    setBits("rflags", IF | RF | VM, 0n, "syscall.legacy_if_rf_vm_cleared");
    ignore("rflags", ALL_BUT_RF & ~(IF | VM), cpu.rflags & ~cpu.fmask, "syscall.legacy_fmask_ignored");
    if ((cpu.rflags & TF) !== 0n)
        trap(DB, "syscall.legacy_db_tf");
}
