import { cpuWidth, isCanonical } from "../common/canonical.js";
import { GP } from "../common/exceptions.js";
import { addressWriter, checkLme, eferFeatureBits, LMA, LME, SCE, writeStar, wrmsrWith, } from "../common/wrmsr.js";
const BITS_15_0 = 0xffffn;
const BITS_31_0 = 0xffffffffn;
const BITS_63_32 = BITS_31_0 << 32n;
export const wrmsr = wrmsrWith({
    efer: writeEfer,
    star: writeStar,
    lstar: addressWriter("lstar", "lstar"),
    cstar: writeCstar,
    fmask: writeFmask,
    fs_base: addressWriter("fs.base", "fs_base"),
    gs_base: addressWriter("gs.base", "gs_base"),
    kernel_gs_base: addressWriter("kernelGsBase", "kernel_gs_base"),
    sysenter_cs: writeSysenterCs,
    sysenter_esp: addressWriter("sysenterEsp", "sysenter_esp"),
    sysenter_eip: addressWriter("sysenterEip", "sysenter_eip"),
});
function writeEfer(context, value) {
    const { profile, raise, ignore, setBits } = context;
    const stored = SCE | LME | eferFeatureBits(profile);
    if ((value & ~(stored | LMA)) !== 0n)
        raise(GP(0), "wrmsr.gp_efer_reserved");
    checkLme(context, value);
    setBits("efer", stored, value, "wrmsr.efer");
    ignore("efer", LMA, value, "wrmsr.efer_lma_ignored");
}
/** The register exists on Intel; whether its value must be canonical is not stated. */
function writeCstar({ profile, raise, set, variant }, value) {
    if (!isCanonical(value, cpuWidth(profile))) {
        const alternative = variant("wrmsr.cstar_noncanonical", ["gp", "stored"]);
        if (alternative === "gp")
            raise(GP(0), "wrmsr.cstar_noncanonical");
    }
    set({ cstar: value }, "wrmsr.cstar");
}
/** The upper half is reserved, yet processors were seen to ignore what is written to it. */
function writeFmask({ raise, ignore, setBits, variant }, value) {
    if (value > BITS_31_0) {
        const alternative = variant("wrmsr.fmask_upper_half", ["ignored", "gp"]);
        if (alternative === "gp")
            raise(GP(0), "wrmsr.fmask_upper_half");
    }
    setBits("fmask", BITS_31_0, value, "wrmsr.fmask");
    ignore("fmask", BITS_63_32, value, "wrmsr.fmask_upper_ignored");
}
function writeSysenterCs({ setBits, unspecified }, value) {
    setBits("sysenterCs", BITS_15_0, value, "wrmsr.sysenter_cs");
    setBits("sysenterCs", BITS_31_0 & ~BITS_15_0, value, "wrmsr.sysenter_cs_bits_31_16");
    unspecified("sysenterCs", BITS_63_32, "wrmsr.sysenter_cs_upper_unspecified");
}
