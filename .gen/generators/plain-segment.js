import { MEMORY_MAP } from "./memory-map.js";
/** A flat, present segment; one order of members serves every reader of segments best. */
function flat(options) {
    const { selector, type, dpl, l, db } = options;
    return { selector, base: 0n, limit: 0xffff_ffff, type, s: 1, dpl, p: 1, avl: 0, l, db, g: 1 };
}
/** Selectors of Linux's GDT. */
const CODE_32 = [0x08, 0x09, 0x0a, 0x23];
const CODE_64 = [0x10, 0x11, 0x12, 0x33];
const STACK = [0x18, 0x19, 0x1a, 0x2b];
const CPLS = [0, 1, 2, 3];
function codeSegment(options) {
    const { cpl, l, db } = options;
    return flat({ selector: (l === 1 ? CODE_64 : CODE_32)[cpl], type: 0xb, dpl: cpl, l, db });
}
const PLAIN_CODE_64 = CPLS.map((cpl) => codeSegment({ cpl, l: 1, db: 0 }));
const PLAIN_CODE_32 = CPLS.map((cpl) => codeSegment({ cpl, l: 0, db: 1 }));
/** Flat code with D=0 at each CPL. */
export const PLAIN_CODE_16 = CPLS.map((cpl) => codeSegment({ cpl, l: 0, db: 0 }));
const PLAIN_STACK = CPLS.map((cpl) => flat({ selector: STACK[cpl], type: 0x3, dpl: cpl, l: 0, db: 1 }));
/** What loading a null selector leaves, by its RPL. */
export const NULL_SEGMENTS = CPLS.map((rpl) => ({
    selector: rpl,
    base: 0n,
    limit: 0,
    type: 0,
    s: 0,
    dpl: 0,
    p: 0,
    avl: 0,
    l: 0,
    db: 0,
    g: 0,
}));
/** The flat code segment of a mode at a CPL; D=1 outside 64-bit mode. */
export function plainCode(mode, cpl) {
    return (mode === "64" ? PLAIN_CODE_64 : PLAIN_CODE_32)[cpl];
}
/** The flat stack segment at a CPL. */
export function plainStack(cpl) {
    return PLAIN_STACK[cpl];
}
/** The flat data segment of ES, DS, FS and GS at every CPL. */
export const PLAIN_DATA = flat({ selector: 0x2b, type: 0x3, dpl: 3, l: 0, db: 1 });
/** The default LDT. */
export const PLAIN_LDTR = {
    selector: 0x50,
    base: MEMORY_MAP.ldt,
    limit: 0x7f,
    type: 0x2,
    s: 0,
    dpl: 0,
    p: 1,
    avl: 0,
    l: 0,
    db: 0,
    g: 0,
};
/** The default task: a busy 32-bit or 64-bit TSS. */
export const PLAIN_TR = {
    selector: 0x40,
    base: MEMORY_MAP.tss,
    limit: 0x67,
    type: 0xb,
    s: 0,
    dpl: 0,
    p: 1,
    avl: 0,
    l: 0,
    db: 0,
    g: 0,
};
/** The plain content of one segment register. */
export function plainSegment(name, options) {
    switch (name) {
        case "cs":
            return plainCode(options.mode, options.cpl);
        case "ss":
            return plainStack(options.cpl);
        case "ldtr":
            return PLAIN_LDTR;
        case "tr":
            return PLAIN_TR;
        default:
            return PLAIN_DATA;
    }
}
