import { DB, GP } from "./exceptions.js";
import { lma } from "./mode.js";
import { RF, TF } from "./rflags.js";
import { isOff, selectorBase } from "./sysenter.js";
const LOWER = 0xffffffffn;
const UPPER = LOWER << 32n;
const ALL_BUT_RF = 0xfffffffffffeffffn;
/** The checks of every form: all raise #GP(0), so that their order does not show. */
export function checkPrivilege({ cpu, raise }) {
    if (cpu.cpl !== 0)
        raise(GP(0), "sysexit.gp_cpl_nonzero");
    if (isOff(cpu))
        raise(GP(0), "sysexit.gp_cs_null");
}
/** The return to 32-bit code, once it is known to be allowed. */
export function returnTo32(context) {
    const { cpu, set, setBits, unspecified } = context;
    loadUserSegments(context, 32);
    setBits("rsp", LOWER, cpu.rcx, "sysexit.rsp_from_ecx");
    if (lma(cpu))
        setBits("rsp", UPPER, 0n, "sysexit.rsp_from_ecx");
    else
        unspecified("rsp", UPPER, "sysexit.legacy_upper_half_unspecified");
    set({ rip: cpu.rdx & LOWER }, "sysexit.rip_from_edx");
    keepFlags(context);
}
/** RFLAGS, and the trap by the TF that stays. */
export function keepFlags({ cpu, setBits, ignore, trap }) {
    setBits("rflags", RF, 0n, "retire.rf_cleared");
    ignore("rflags", ALL_BUT_RF, cpu.r11, "sysexit.rflags_kept");
    if ((cpu.rflags & TF) !== 0n)
        trap(DB, "sysexit.db_tf");
}
/** CS and SS for user code of `size` bits: fixed descriptors, and selectors that nothing looks up. */
export function loadUserSegments(context, size) {
    const { cpu, set, setBits, force, load, unspecified, absent, raise } = context;
    const cs = selectorBase(cpu) + (size === 64 ? 32n : 16n);
    const ss = cs + 8n;
    const csRule = size === 64 ? "sysexit.cs_selector_plus_32" : "sysexit.cs_selector_plus_16";
    if (Number(cs & 0xfff8n) + 7 > cpu.gdtr.limit) {
        absent("sysexit.no_descriptor_table_read", () => raise(GP(Number(cs & 0xfffcn)), "sysexit.cs_attributes"));
    }
    setBits("cs.selector", 0xfffcn, cs, cs > 0xffffn ? "sysexit.cs_selector_wraps" : csRule);
    setBits("cs.selector", 3n, 3n, "sysexit.cs_rpl_forced");
    load("cs", { base: 0n, limit: 0xffff_ffff, g: 1 }, "sysexit.cs_flat");
    load("cs", { type: 0xb, s: 1, dpl: 3, p: 1 }, "sysexit.cs_attributes");
    const is64 = size === 64 ? 1n : 0n;
    const sizeRule = size === 64 ? "sysexit.cs_64bit" : "sysexit.cs_32bit";
    force("cs.l", 1n, { value: is64, otherwise: 1n - is64 }, sizeRule);
    force("cs.db", 1n, { value: 1n - is64, otherwise: is64 }, sizeRule);
    set({ cpl: 3 }, "sysexit.cpl_3");
    setBits("ss.selector", 0xfffcn, ss, ss > 0xffffn ? "sysexit.ss_selector_wraps" : "sysexit.ss_selector_plus_8");
    setBits("ss.selector", 3n, 3n, "sysexit.ss_rpl_forced");
    load("ss", { base: 0n, limit: 0xffff_ffff, g: 1 }, "sysexit.ss_flat");
    load("ss", { type: 3, s: 1, dpl: 3, p: 1, db: 1 }, "sysexit.ss_attributes");
    unspecified("cs.avl", 1n, "sysexit.hidden_bits_unspecified");
    unspecified("ss.avl", 1n, "sysexit.hidden_bits_unspecified");
    unspecified("ss.l", 1n, "sysexit.hidden_bits_unspecified");
}
