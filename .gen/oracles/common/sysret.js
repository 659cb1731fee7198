import { GP } from "./exceptions.js";
import { BIT_1, FROM_R11, RESERVED, RF, VIF_VIP, VM } from "./rflags.js";
const UPPER_HALF = 0xffffffff00000000n;
/** STAR[63:48]: the base of SYSRET's selectors. */
export function selectorBase(cpu) {
    return cpu.star >> 48n;
}
/** RFLAGS from R11, for SYSRET in 64-bit mode. */
export function loadUserRflags({ cpu, setBits, force }) {
    setBits("rflags", FROM_R11, cpu.r11, "sysret.rflags_from_r11");
    setBits("rflags", VIF_VIP, cpu.r11, "sysret.vif_vip_from_r11");
    force("rflags", RF, { value: 0n, otherwise: cpu.r11 }, "sysret.rf_cleared");
    force("rflags", VM, { value: 0n, otherwise: cpu.r11 }, "sysret.vm_cleared");
    force("rflags", RESERVED, { value: 0n, otherwise: cpu.r11 }, "sysret.rflags_reserved_zero");
    force("rflags", BIT_1, { value: BIT_1, otherwise: cpu.r11 }, "sysret.rflags_bit_1_set");
}
/** CS for code of `operandSize` bits: a fixed descriptor, and a selector that nothing looks up. */
export function loadUserCs(context, operandSize) {
    const { cpu, setBits, force, load, unspecified, absent, raise } = context;
    const selector = selectorBase(cpu) + (operandSize === 64 ? 16n : 0n);
    if (operandSize === 64) {
        const wraps = selector > 0xffffn;
        setBits("cs.selector", 0xfffcn, selector, wraps ? "sysret.cs_selector_wraps" : "sysret.cs_selector_plus_16");
        force("cs.l", 1n, { value: 1n, otherwise: 0n }, "sysret.cs_64bit");
        force("cs.db", 1n, { value: 0n, otherwise: 1n }, "sysret.cs_64bit");
    }
    else {
        setBits("cs.selector", 0xfffcn, selector, "sysret.o32_cs_selector");
        load("cs", { l: 0, db: 1 }, "sysret.o32_cs_32bit");
    }
    setBits("cs.selector", 3n, 3n, "sysret.cs_rpl_forced");
    load("cs", { base: 0n, limit: 0xffff_ffff, g: 1 }, "sysret.cs_flat");
    load("cs", { type: 0xb, s: 1, dpl: 3, p: 1 }, "sysret.cs_attributes");
    unspecified("cs.avl", 1n, "sysret.hidden_bits_unspecified");
    if (Number(selector & 0xfff8n) + 7 > cpu.gdtr.limit) {
        absent("sysret.no_descriptor_table_read", () => raise(GP(Number(selector & 0xfffcn)), "sysret.cs_attributes"));
    }
}
/** The SS selector but for its RPL, which the vendors treat apart. */
export function setUserSsSelector({ cpu, setBits }) {
    const selector = selectorBase(cpu) + 8n;
    const wraps = selector > 0xffffn;
    setBits("ss.selector", 0xfffcn, selector, wraps ? "sysret.ss_selector_wraps" : "sysret.ss_selector_from_star");
}
/** Entering compatibility mode may clear RSP[63:32]; no manual says whether SYSRET does. */
export function rspUpperHalf({ cpu, setBits, variant }) {
    if ((cpu.rsp & UPPER_HALF) === 0n)
        return;
    const alternative = variant("sysret.rsp_upper_in_compat", ["cleared", "kept"]);
    if (alternative === "cleared")
        setBits("rsp", UPPER_HALF, 0n, "sysret.rsp_upper_in_compat");
}
