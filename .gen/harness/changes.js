/**
 * Which fields of two CPU states differ. This runs once per case, so every property is named
 * outright: a loop over names costs six times as much. Nothing is allocated; what a difference
 * means is worked out only when there is one.
 */
import { FIELD_NAMES } from "../spec/fields.js";
const AT = Object.fromEntries(FIELD_NAMES.map((name, index) => [name, index]));
const INDEX = new Map(FIELD_NAMES.map((name, index) => [name, index]));
/** The position of a field in FIELD_NAMES. */
export function fieldIndex(name) {
    const index = INDEX.get(name);
    if (index === undefined)
        throw new Error(`no field named ${name}`);
    return index;
}
/**
 * Writes the positions of the fields that differ to the front of `changed`, which must have room
 * for every field, and returns how many there are.
 */
export function findChanges(a, b, changed) {
    let count = 0;
    if (a.cpl !== b.cpl)
        changed[count++] = AT.cpl;
    if (a.rip !== b.rip)
        changed[count++] = AT.rip;
    if (a.rflags !== b.rflags)
        changed[count++] = AT.rflags;
    if (a.cr0 !== b.cr0)
        changed[count++] = AT.cr0;
    if (a.cr3 !== b.cr3)
        changed[count++] = AT.cr3;
    if (a.cr4 !== b.cr4)
        changed[count++] = AT.cr4;
    if (a.dr6 !== b.dr6)
        changed[count++] = AT.dr6;
    if (a.dr7 !== b.dr7)
        changed[count++] = AT.dr7;
    if (a.rax !== b.rax)
        changed[count++] = AT.rax;
    if (a.rcx !== b.rcx)
        changed[count++] = AT.rcx;
    if (a.rdx !== b.rdx)
        changed[count++] = AT.rdx;
    if (a.rbx !== b.rbx)
        changed[count++] = AT.rbx;
    if (a.rsp !== b.rsp)
        changed[count++] = AT.rsp;
    if (a.rbp !== b.rbp)
        changed[count++] = AT.rbp;
    if (a.rsi !== b.rsi)
        changed[count++] = AT.rsi;
    if (a.rdi !== b.rdi)
        changed[count++] = AT.rdi;
    if (a.r8 !== b.r8)
        changed[count++] = AT.r8;
    if (a.r9 !== b.r9)
        changed[count++] = AT.r9;
    if (a.r10 !== b.r10)
        changed[count++] = AT.r10;
    if (a.r11 !== b.r11)
        changed[count++] = AT.r11;
    if (a.r12 !== b.r12)
        changed[count++] = AT.r12;
    if (a.r13 !== b.r13)
        changed[count++] = AT.r13;
    if (a.r14 !== b.r14)
        changed[count++] = AT.r14;
    if (a.r15 !== b.r15)
        changed[count++] = AT.r15;
    if (a.efer !== b.efer)
        changed[count++] = AT.efer;
    if (a.star !== b.star)
        changed[count++] = AT.star;
    if (a.lstar !== b.lstar)
        changed[count++] = AT.lstar;
    if (a.cstar !== b.cstar)
        changed[count++] = AT.cstar;
    if (a.fmask !== b.fmask)
        changed[count++] = AT.fmask;
    if (a.kernelGsBase !== b.kernelGsBase)
        changed[count++] = AT.kernelGsBase;
    if (a.sysenterCs !== b.sysenterCs)
        changed[count++] = AT.sysenterCs;
    if (a.sysenterEsp !== b.sysenterEsp)
        changed[count++] = AT.sysenterEsp;
    if (a.sysenterEip !== b.sysenterEip)
        changed[count++] = AT.sysenterEip;
    count = segmentChanges(AT["es.selector"], a.es, b.es, changed, count);
    count = segmentChanges(AT["cs.selector"], a.cs, b.cs, changed, count);
    count = segmentChanges(AT["ss.selector"], a.ss, b.ss, changed, count);
    count = segmentChanges(AT["ds.selector"], a.ds, b.ds, changed, count);
    count = segmentChanges(AT["fs.selector"], a.fs, b.fs, changed, count);
    count = segmentChanges(AT["gs.selector"], a.gs, b.gs, changed, count);
    count = segmentChanges(AT["ldtr.selector"], a.ldtr, b.ldtr, changed, count);
    count = segmentChanges(AT["tr.selector"], a.tr, b.tr, changed, count);
    count = tableChanges(AT["gdtr.base"], a.gdtr, b.gdtr, changed, count);
    return tableChanges(AT["idtr.base"], a.idtr, b.idtr, changed, count);
}
/** The parts of a register are neighbours in FIELD_NAMES, in this order from `at` on. */
function segmentChanges(at, a, b, changed, start) {
    let count = start;
    if (a.selector !== b.selector)
        changed[count++] = at;
    if (a.base !== b.base)
        changed[count++] = at + 1;
    if (a.limit !== b.limit)
        changed[count++] = at + 2;
    if (a.type !== b.type)
        changed[count++] = at + 3;
    if (a.s !== b.s)
        changed[count++] = at + 4;
    if (a.dpl !== b.dpl)
        changed[count++] = at + 5;
    if (a.p !== b.p)
        changed[count++] = at + 6;
    if (a.avl !== b.avl)
        changed[count++] = at + 7;
    if (a.l !== b.l)
        changed[count++] = at + 8;
    if (a.db !== b.db)
        changed[count++] = at + 9;
    if (a.g !== b.g)
        changed[count++] = at + 10;
    return count;
}
function tableChanges(at, a, b, changed, start) {
    let count = start;
    if (a.base !== b.base)
        changed[count++] = at;
    if (a.limit !== b.limit)
        changed[count++] = at + 1;
    return count;
}
const SEGMENT_READERS = {
    es: (state) => state.es,
    cs: (state) => state.cs,
    ss: (state) => state.ss,
    ds: (state) => state.ds,
    fs: (state) => state.fs,
    gs: (state) => state.gs,
    ldtr: (state) => state.ldtr,
    tr: (state) => state.tr,
};
const PART_READERS = {
    selector: (segment) => segment.selector,
    base: (segment) => segment.base,
    limit: (segment) => segment.limit,
    type: (segment) => segment.type,
    s: (segment) => segment.s,
    dpl: (segment) => segment.dpl,
    p: (segment) => segment.p,
    avl: (segment) => segment.avl,
    l: (segment) => segment.l,
    db: (segment) => segment.db,
    g: (segment) => segment.g,
};
/** Reads a field as the state holds it: small parts stay numbers. */
export function reader(name) {
    const [register, part] = name.split(".");
    if (part === undefined)
        return (state) => state[register];
    if (register === "gdtr" || register === "idtr") {
        return part === "base" ? (state) => state[register].base : (state) => state[register].limit;
    }
    const readSegment = SEGMENT_READERS[register];
    const readPart = PART_READERS[part];
    return (state) => readPart(readSegment(state));
}
