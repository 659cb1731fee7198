import { DB, GP } from "./exceptions.js";
import { IF, RF, TF, VM } from "./rflags.js";
const LOWER = 0xffffffffn;
const UPPER = LOWER << 32n;
const ALL = 0xffffffffffffffffn;
/** SYSENTER_CS[15:0]: the base of the selectors of SYSENTER and SYSEXIT. */
export function selectorBase(cpu) {
    return cpu.sysenterCs & 0xffffn;
}
/** Whether SYSENTER_CS[15:2] is 0, which turns both instructions off. */
export function isOff(cpu) {
    return (cpu.sysenterCs & 0xfffcn) === 0n;
}
/** What is done before the target is loaded: the one check, and the flags. */
export function checkAndClearFlags({ cpu, raise, absent, setBits, ignore }) {
    if (isOff(cpu))
        raise(GP(0), "sysenter.gp_cs_null");
    if (cpu.cpl !== 3)
        absent("sysenter.legal_at_any_cpl", () => raise(GP(0), "sysenter.gp_cs_null"));
    setBits("rflags", IF | VM, 0n, "sysenter.if_vm_cleared");
    setBits("rflags", RF, 0n, "sysenter.rf_cleared");
    ignore("rflags", ALL & ~(IF | VM | RF), cpu.rflags & ~cpu.fmask, "sysenter.other_flags_kept");
}
/** SYSENTER outside long mode, once it is known to be allowed. */
export function enterKernelLegacy(context) {
    const { cpu, set, setBits, unspecified, trap } = context;
    checkAndClearFlags(context);
    loadKernelSegments(context, 32);
    setBits("rsp", LOWER, cpu.sysenterEsp, "sysenter.legacy_esp_from_msr");
    unspecified("rsp", UPPER, "sysenter.legacy_upper_half_unspecified");
    set({ rip: cpu.sysenterEip & LOWER }, "sysenter.legacy_eip_from_msr");
    if ((cpu.rflags & TF) !== 0n)
        trap(DB, "sysenter.db_tf");
}
/** CS and SS for kernel code of `size` bits: fixed descriptors, and selectors that nothing looks up. */
export function loadKernelSegments(context, size) {
    const { cpu, set, setBits, force, load, unspecified, absent, raise } = context;
    const base = selectorBase(cpu);
    if (Number(base & 0xfff8n) + 7 > cpu.gdtr.limit) {
        absent("sysenter.no_descriptor_table_read", () => raise(GP(Number(base & 0xfffcn)), "sysenter.cs_attributes"));
    }
    setBits("cs.selector", 0xfffcn, base, "sysenter.cs_selector_from_msr");
    force("cs.selector", 3n, { value: 0n, otherwise: base }, "sysenter.cs_rpl_cleared");
    load("cs", { base: 0n, limit: 0xffff_ffff, g: 1 }, "sysenter.cs_flat");
    load("cs", { type: 0xb, s: 1, dpl: 0, p: 1 }, "sysenter.cs_attributes");
    const is64 = size === 64 ? 1n : 0n;
    const sizeRule = size === 64 ? "sysenter.cs_64bit" : "sysenter.legacy_cs_32bit";
    force("cs.l", 1n, { value: is64, otherwise: 1n - is64 }, sizeRule);
    force("cs.db", 1n, { value: 1n - is64, otherwise: is64 }, sizeRule);
    set({ cpl: 0 }, "sysenter.cpl_0");
    const wraps = base + 8n > 0xffffn;
    setBits("ss.selector", 0xfffcn, base + 8n, wraps ? "sysenter.ss_selector_wraps" : "sysenter.ss_selector_plus_8");
    force("ss.selector", 3n, { value: 0n, otherwise: base }, "sysenter.ss_rpl_cleared");
    load("ss", { base: 0n, limit: 0xffff_ffff, g: 1 }, "sysenter.ss_flat");
    load("ss", { type: 3, s: 1, dpl: 0, p: 1, db: 1 }, "sysenter.ss_attributes");
    unspecified("cs.avl", 1n, "sysenter.hidden_bits_unspecified");
    unspecified("ss.avl", 1n, "sysenter.hidden_bits_unspecified");
    unspecified("ss.l", 1n, "sysenter.hidden_bits_unspecified");
}
