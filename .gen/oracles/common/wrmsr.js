import { operation } from "../operation.js";
import { retireToNext } from "./boundary.js";
import { cpuWidth, isCanonical, pagingWidth } from "./canonical.js";
import { GP } from "./exceptions.js";
import { msrAt } from "./msrs.js";
const LOWER = 0xffffffffn;
/** EFER.SCE: SYSCALL enable. */
export const SCE = 1n << 0n;
/** EFER.LME: long mode enable. */
export const LME = 1n << 8n;
/** EFER.LMA: long mode active. */
export const LMA = 1n << 10n;
const CR0_PG = 1n << 31n;
/** WRMSR with the vendor's way of writing each MSR. */
export function wrmsrWith(writers) {
    return operation("wrmsr", (context) => {
        const { cpu, raise, absent } = context;
        if (cpu.cpl !== 0)
            raise(GP(0), "wrmsr.gp_cpl_nonzero");
        const msr = msrAt(cpu.rcx);
        if (msr === undefined)
            raise(GP(0), "wrmsr.gp_unknown_msr");
        if (cpu.rcx > LOWER)
            absent("wrmsr.rcx_upper_half_ignored", () => raise(GP(0), "wrmsr.gp_unknown_msr"));
        if (msr !== undefined)
            writers[msr.key](context, writtenValue(cpu));
        retireToNext(context);
    });
}
/** EDX:EAX. */
function writtenValue(cpu) {
    return ((cpu.rdx & LOWER) << 32n) | (cpu.rax & LOWER);
}
/** EFER's bits besides SCE, LME and LMA that this CPU has. */
export function eferFeatureBits({ features }) {
    return ((features.nx ? 1n << 11n : 0n) |
        (features.svm ? 1n << 12n : 0n) |
        (features.lmsle ? 1n << 13n : 0n) |
        (features.ffxsr ? 1n << 14n : 0n) |
        (features.tce ? 1n << 15n : 0n) |
        (features.mcommit ? 1n << 17n : 0n) |
        (features.intwb ? 1n << 18n : 0n) |
        (features.uaie ? 1n << 20n : 0n) |
        (features.aibrse ? 1n << 21n : 0n));
}
/** LME may only change while paging is off. */
export function checkLme({ cpu, raise }, value) {
    const changes = ((value ^ cpu.efer) & LME) !== 0n;
    if (changes && (cpu.cr0 & CR0_PG) !== 0n)
        raise(GP(0), "wrmsr.gp_efer_lme_while_paging");
}
/** An MSR of 64 bits without any check. */
export function writeStar({ set }, value) {
    set({ star: value }, "wrmsr.star");
}
/** A writer for an MSR that holds an address: canonical by the CPU's width, whatever paging is in use. */
export function addressWriter(name, key) {
    return ({ cpu, profile, raise, absent, set }, value) => {
        const canonical = isCanonical(value, cpuWidth(profile));
        if (!canonical)
            raise(GP(0), `wrmsr.gp_${key}_noncanonical`);
        else if (!isCanonical(value, pagingWidth(cpu))) {
            absent("wrmsr.canonical_by_cpu_width", () => raise(GP(0), `wrmsr.gp_${key}_noncanonical`));
        }
        set({ [name]: value }, `wrmsr.${key}`);
    };
}
