/** Intel SDM Vol. 2B, "SYSRET", Operation. */
import { operation } from "../operation.js";
import { isCanonical, pagingWidth } from "../common/canonical.js";
import { DB, GP, UD } from "../common/exceptions.js";
import { in64BitMode, sce } from "../common/mode.js";
import { TF } from "../common/rflags.js";
import { loadUserCs, loadUserRflags, rspUpperHalf, setUserSsSelector } from "../common/sysret.js";
export const sysret = operation("sysret", (context) => {
    const { cpu, instruction, raise, order, absent, set, setBits, load, unspecified, trap } = context;
    order("sysret.ud_before_gp", () => {
        if (!sce(cpu))
            raise(UD, "sysret.ud_sce_clear");
        if (!in64BitMode(cpu))
            raise(UD, "sysret.ud_not_64bit");
    }, () => {
        if (cpu.cpl !== 0)
            raise(GP(0), "sysret.gp_cpl_nonzero");
    });
    const canonical = isCanonical(cpu.rcx, pagingWidth(cpu));
    if (instruction.operandSize === 64) {
        if (!canonical)
            raise(GP(0), "sysret.gp_rcx_noncanonical");
        set({ rip: cpu.rcx }, "sysret.rip_from_rcx");
    }
    else {
        if (!canonical)
            absent("sysret.o32_no_canonical_check", () => raise(GP(0), "sysret.gp_rcx_noncanonical"));
        set({ rip: BigInt.asUintN(32, cpu.rcx) }, "sysret.rip_from_ecx");
    }
    loadUserRflags(context);
    loadUserCs(context, instruction.operandSize);
    set({ cpl: 3 }, "sysret.cpl_3");
    setUserSsSelector(context);
    setBits("ss.selector", 3n, 3n, "sysret.ss_rpl_forced");
    load("ss", { base: 0n, limit: 0xffff_ffff, g: 1 }, "sysret.ss_flat");
    load("ss", { type: 3, s: 1, dpl: 3, p: 1, db: 1 }, "sysret.ss_attributes");
    unspecified("ss.l", 1n, "sysret.hidden_bits_unspecified");
    unspecified("ss.avl", 1n, "sysret.hidden_bits_unspecified");
    if (instruction.operandSize === 32)
        rspUpperHalf(context);
    if ((cpu.r11 & TF) !== 0n)
        trap(DB, "sysret.db_new_tf");
    if ((cpu.rflags & TF) !== 0n)
        absent("sysret.no_db_old_tf", () => trap(DB, "sysret.db_new_tf"));
    // Only a processor without the check above comes here: then the next fetch finds out.
    if (instruction.operandSize === 64 && !canonical)
        trap(GP(0), "fetch.gp_noncanonical");
});
