import { cpuWidth, isCanonical } from "../common/canonical.js";
import { GP } from "../common/exceptions.js";
import { addressWriter, checkLme, eferFeatureBits, LMA, LME, SCE, writeStar, wrmsrWith, } from "../common/wrmsr.js";
const BITS_15_0 = 0xffffn;
const BITS_31_0 = 0xffffffffn;
const BITS_63_32 = BITS_31_0 << 32n;
/** EFER[7:1] read as zero and ignore what is written. */
const EFER_IGNORED = 0xfen;
export const wrmsr = wrmsrWith({
    efer: writeEfer,
    star: writeStar,
    lstar: addressWriter("lstar", "lstar"),
    cstar: addressWriter("cstar", "cstar"),
    fmask: writeFmask,
    fs_base: addressWriter("fs.base", "fs_base"),
    gs_base: addressWriter("gs.base", "gs_base"),
    kernel_gs_base: addressWriter("kernelGsBase", "kernel_gs_base"),
    sysenter_cs: writeSysenterCs,
    sysenter_esp: sysenterAddressWriter("sysenterEsp", "wrmsr.sysenter_esp"),
    sysenter_eip: sysenterAddressWriter("sysenterEip", "wrmsr.sysenter_eip"),
});
function writeEfer(context, value) {
    const { cpu, profile, raise, absent, setBits, variant } = context;
    const stored = SCE | LME | eferFeatureBits(profile);
    if ((value & ~(stored | LMA | EFER_IGNORED)) !== 0n)
        raise(GP(0), "wrmsr.gp_efer_reserved");
    if ((value & EFER_IGNORED) !== 0n) {
        absent("wrmsr.efer_low_bits_ignored", () => raise(GP(0), "wrmsr.gp_efer_reserved"));
    }
    checkLme(context, value);
    if (((value ^ cpu.efer) & LMA) !== 0n) {
        const alternative = variant("wrmsr.efer_lma_change", ["gp", "ignored"]);
        if (alternative === "gp")
            raise(GP(0), "wrmsr.efer_lma_change");
    }
    setBits("efer", stored, value, "wrmsr.efer");
}
function writeFmask({ ignore, setBits }, value) {
    setBits("fmask", BITS_31_0, value, "wrmsr.fmask");
    ignore("fmask", BITS_63_32, value, "wrmsr.fmask_upper_ignored");
}
function writeSysenterCs({ setBits, unspecified }, value) {
    setBits("sysenterCs", BITS_15_0, value, "wrmsr.sysenter_cs");
    unspecified("sysenterCs", ~BITS_15_0 & (BITS_31_0 | BITS_63_32), "wrmsr.sysenter_cs_upper_unspecified");
}
/** AMD's SYSENTER registers are 32 bits wide. */
function sysenterAddressWriter(name, rule) {
    return ({ profile, raise, absent, ignore, setBits }, value) => {
        if (!isCanonical(value, cpuWidth(profile))) {
            absent("wrmsr.sysenter_not_checked", () => raise(GP(0), rule));
        }
        setBits(name, BITS_31_0, value, rule);
        ignore(name, BITS_63_32, value, "wrmsr.sysenter_upper_ignored");
    };
}
