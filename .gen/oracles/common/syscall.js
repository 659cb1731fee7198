import { nextRip } from "./boundary.js";
import { isCanonical, pagingWidth } from "./canonical.js";
import { DB, GP } from "./exceptions.js";
import { ALL_BUT_RF, BIT_1, RF, TF } from "./rflags.js";
/** STAR[47:32]: the base of SYSCALL's selectors. */
function selectorBase(cpu) {
    return (cpu.star >> 32n) & 0xffffn;
}
/** SYSCALL into 64-bit code at `target`, once it is known to be allowed. */
export function enterKernel64(context, target) {
    const { cpu, set, setBits, force, ignore, absent, raise, trap } = context;
    const next = nextRip(context);
    if (!isCanonical(next, pagingWidth(cpu))) {
        absent("syscall.no_canonical_check_of_rcx", () => raise(GP(0), "syscall.rcx_from_next_rip"));
    }
    set({ rcx: next }, "syscall.rcx_from_next_rip");
    setBits("r11", ALL_BUT_RF, cpu.rflags, "syscall.r11_from_rflags");
    force("r11", RF, { value: 0n, otherwise: cpu.rflags }, "syscall.r11_rf_cleared");
    const rflags = cpu.rflags & ~cpu.fmask;
    setBits("rflags", ALL_BUT_RF & ~BIT_1, rflags, "syscall.rflags_masked_by_fmask");
    setBits("rflags", RF, 0n, "syscall.rf_cleared");
    ignore("rflags", BIT_1, rflags, "syscall.rflags_bit_1_kept");
    loadKernelSegments(context, 64);
    set({ rip: target.rip }, target.rule);
    if ((rflags & TF) !== 0n)
        trap(DB, "syscall.db_resulting_tf");
    if ((cpu.rflags & TF) !== 0n)
        absent("syscall.no_db_masked_tf", () => trap(DB, "syscall.db_resulting_tf"));
    if (!isCanonical(target.rip, pagingWidth(cpu)))
        trap(GP(0), "syscall.gp_fetch_noncanonical");
}
/** CS and SS for kernel code of `size` bits: fixed descriptors, and selectors that nothing looks up. */
export function loadKernelSegments(context, size) {
    const { cpu, set, setBits, force, load, unspecified, absent, raise } = context;
    const base = selectorBase(cpu);
    if (cpu.cpl !== 3)
        absent("syscall.legal_at_any_cpl", () => raise(GP(0), "syscall.cpl_0"));
    if (base < 4n)
        absent("syscall.null_cs_accepted", () => raise(GP(0), "syscall.cs_selector_from_star"));
    if (Number(base & 0xfff8n) + 7 > cpu.gdtr.limit) {
        absent("syscall.no_descriptor_table_read", () => raise(GP(Number(base & 0xfffcn)), "syscall.cs_attributes"));
    }
    setBits("cs.selector", 0xfffcn, base, "syscall.cs_selector_from_star");
    setBits("cs.selector", 3n, 0n, "syscall.cs_rpl_cleared");
    load("cs", { base: 0n, limit: 0xffff_ffff, g: 1 }, "syscall.cs_flat");
    load("cs", { type: 0xb, s: 1, dpl: 0, p: 1 }, "syscall.cs_attributes");
    const is64 = size === 64 ? 1n : 0n;
    const sizeRule = size === 64 ? "syscall.cs_64bit" : "syscall.legacy_cs_32bit";
    force("cs.l", 1n, { value: is64, otherwise: 1n - is64 }, sizeRule);
    force("cs.db", 1n, { value: 1n - is64, otherwise: is64 }, sizeRule);
    set({ cpl: 0 }, "syscall.cpl_0");
    const wraps = base + 8n > 0xffffn;
    setBits("ss.selector", 0xfffcn, base + 8n, wraps ? "syscall.ss_selector_wraps" : "syscall.ss_selector_from_star");
    kernelSsRpl(context, base & 3n);
    load("ss", { base: 0n, limit: 0xffff_ffff, g: 1 }, "syscall.ss_flat");
    load("ss", { type: 3, s: 1, dpl: 0, p: 1, db: 1 }, "syscall.ss_attributes");
    unspecified("cs.avl", 1n, "syscall.hidden_bits_unspecified");
    unspecified("ss.avl", 1n, "syscall.hidden_bits_unspecified");
    unspecified("ss.l", 1n, "syscall.hidden_bits_unspecified");
}
/** STAR[33:32] other than 0: the manuals' formula keeps it in SS, implementations clear it. */
function kernelSsRpl({ setBits, variant }, rpl) {
    if (rpl === 0n) {
        setBits("ss.selector", 3n, 0n, "syscall.ss_selector_from_star");
        return;
    }
    const alternative = variant("syscall.ss_rpl_of_malformed_star", ["from_star", "cleared"]);
    setBits("ss.selector", 3n, alternative === "from_star" ? rpl : 0n, "syscall.ss_rpl_of_malformed_star");
}
