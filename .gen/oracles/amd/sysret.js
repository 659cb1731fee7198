/** AMD APM Vol. 3, "SYSRET", Action; outside 64-bit mode also AMD publication 21086. */
import { operation } from "../operation.js";
import { field } from "../../spec/fields.js";
import { isCanonical, pagingWidth } from "../common/canonical.js";
import { DB, GP, UD } from "../common/exceptions.js";
import { in64BitMode, sce } from "../common/mode.js";
import { IF, RF, TF } from "../common/rflags.js";
import { loadUserCs, loadUserRflags, rspUpperHalf, selectorBase, setUserSsSelector, } from "../common/sysret.js";
export const sysret = operation("sysret", (context) => {
    const { cpu, raise, order, set } = context;
    order("sysret.ud_before_gp", () => {
        if (!sce(cpu))
            raise(UD, "sysret.ud_sce_clear");
    }, () => {
        if (cpu.cpl !== 0)
            raise(GP(0), "sysret.gp_cpl_nonzero");
    });
    set({ cpl: 3 }, "sysret.cpl_3");
    loadUserSs(context);
    if (in64BitMode(cpu))
        from64BitMode(context);
    else
        fromOtherModes(context);
});
function from64BitMode(context) {
    const { cpu, instruction, absent, raise, set } = context;
    if (!isCanonical(cpu.rcx, pagingWidth(cpu))) {
        absent(instruction.operandSize === 64 ? "sysret.no_canonical_check" : "sysret.o32_no_canonical_check", () => raise(GP(0), "sysret.gp_cpl_nonzero"));
    }
    loadUserCs(context, instruction.operandSize);
    loadUserRflags(context);
    if (instruction.operandSize === 64) {
        set({ rip: cpu.rcx }, "sysret.rip_from_rcx");
    }
    else {
        set({ rip: BigInt.asUintN(32, cpu.rcx) }, "sysret.rip_from_ecx");
        rspUpperHalf(context);
    }
    boundary64(context);
}
/** R11 takes no part here, so that TF is not loaded: the trap is decided by the one that stays. */
function fromOtherModes(context) {
    const { cpu, set, setBits, absent, trap } = context;
    loadUserCs(context, 32);
    set({ rip: BigInt.asUintN(32, cpu.rcx) }, "sysret.rip_from_ecx");
    let usesR11 = false;
    absent("sysret.non64_r11_unused", () => (usesR11 = true));
    if (usesR11) {
        loadUserRflags(context);
    }
    else {
        setBits("rflags", IF, IF, "sysret.non64_if_set");
        setBits("rflags", RF, 0n, "sysret.rf_cleared");
    }
    const tf = (usesR11 ? cpu.r11 : cpu.rflags) & TF;
    if (tf !== 0n)
        trap(DB, "sysret.non64_db_tf");
}
/** What Intel's SYSRET loads into the hidden part of SS, DPL apart. */
const FLAT = [
    ["ss.base", 0n],
    ["ss.limit", 0xffffffffn],
    ["ss.type", 3n],
    ["ss.s", 1n],
    ["ss.p", 1n],
    ["ss.avl", 0n],
    ["ss.l", 0n],
    ["ss.db", 1n],
    ["ss.g", 1n],
];
/** SS changes its selector only; the hidden part stays, and CPL 3 decides instead of its DPL. */
function loadUserSs(context) {
    const { cpu, setBits, ignore, load, variant } = context;
    setUserSsSelector(context);
    setBits("ss.selector", 3n, selectorBase(cpu), "sysret.ss_rpl_verbatim");
    for (const [part, flat] of FLAT)
        ignore(part, field(part).mask, flat, "sysret.ss_hidden_kept");
    const dpl = variant("sysret.ss_dpl", ["3", "kept"]);
    if (dpl === "3")
        load("ss", { dpl: 3 }, "sysret.ss_dpl");
}
/** The instruction has completed: a trap by the new TF comes first, then the fetch at RCX. */
function boundary64({ cpu, instruction, absent, trap }) {
    if ((cpu.r11 & TF) !== 0n)
        trap(DB, "sysret.db_new_tf");
    if ((cpu.rflags & TF) !== 0n)
        absent("sysret.no_db_old_tf", () => trap(DB, "sysret.db_new_tf"));
    if (instruction.operandSize === 64 && !isCanonical(cpu.rcx, pagingWidth(cpu))) {
        trap(GP(0), "sysret.gp_fetch_noncanonical");
    }
}
