/** Tables of descriptors from the field, each with the STAR that its kernel uses with it. */
import { packDescriptor } from "./descriptor.js";
const FLAT = { base: 0, limit: 0xf_ffff, s: 1, p: 1, avl: 0, g: 1 };
const CODE_64 = { ...FLAT, type: 0xb, dpl: 0, l: 1, db: 0 };
const CODE_32 = { ...FLAT, type: 0xb, dpl: 0, l: 0, db: 1 };
const DATA = { ...FLAT, type: 0x3, dpl: 0, l: 0, db: 1 };
const user = (fields) => packDescriptor({ ...fields, dpl: 3 });
const KERNEL_CODE = packDescriptor(CODE_64);
const KERNEL_CODE_32 = packDescriptor(CODE_32);
const KERNEL_DATA = packDescriptor(DATA);
const USER_CODE = user(CODE_64);
const USER_CODE_32 = user(CODE_32);
const USER_DATA = user(DATA);
/** A 16-byte descriptor of the TSS or LDT, as two entries. */
function system(options) {
    return [packDescriptor({ ...options, s: 0, dpl: 0, p: 1, avl: 0, l: 0, db: 0, g: 0 }), 0n];
}
const TSS = system({ base: 0x63_0000, limit: 0x67, type: 0xb });
const LDT = system({ base: 0x61_0000, limit: 0x7f, type: 0x2 });
/** The bytes of a table. */
export function tableBytes(entries) {
    const bytes = new Uint8Array(entries.length * 8);
    const view = new DataView(bytes.buffer);
    entries.forEach((entry, index) => view.setBigUint64(index * 8, entry, true));
    return bytes;
}
/** Linux: kernel 10h and 18h, user 23h (32-bit code), 2Bh (data) and 33h (64-bit code), TSS 40h, LDT 50h. */
export const LINUX = {
    name: "linux",
    gdt: tableBytes([
        0n,
        KERNEL_CODE_32,
        KERNEL_CODE,
        KERNEL_DATA,
        USER_CODE_32,
        USER_DATA,
        USER_CODE,
        0n,
        ...TSS,
        ...LDT,
    ]),
    syscallSelector: 0x10,
    sysretSelector: 0x23,
    wellFormed: true,
};
const FIVE_ENTRIES = tableBytes([0n, KERNEL_CODE, KERNEL_DATA, USER_DATA, USER_CODE]);
const WITH_32_BIT_SLOT = tableBytes([
    0n,
    KERNEL_CODE,
    KERNEL_DATA,
    USER_CODE_32,
    USER_DATA,
    USER_CODE,
    ...TSS,
]);
const SWAPPED = tableBytes([0n, KERNEL_DATA, KERNEL_CODE, USER_CODE, USER_DATA]);
const WITHOUT_L = tableBytes([0n, KERNEL_CODE_32, KERNEL_DATA, USER_DATA, USER_CODE_32]);
const ONLY_NULL = tableBytes([0n]);
/** Every preset, Linux first. */
export const PRESETS = [
    LINUX,
    { name: "five entries", gdt: FIVE_ENTRIES, syscallSelector: 0x08, sysretSelector: 0x13, wellFormed: true },
    {
        name: "32-bit user slot",
        gdt: WITH_32_BIT_SLOT,
        syscallSelector: 0x08,
        sysretSelector: 0x1b,
        wellFormed: true,
    },
    { name: "RPL missing", gdt: FIVE_ENTRIES, syscallSelector: 0x08, sysretSelector: 0x10, wellFormed: false },
    {
        name: "kernel base with RPL 3",
        gdt: FIVE_ENTRIES,
        syscallSelector: 0x0b,
        sysretSelector: 0x13,
        wellFormed: false,
    },
    {
        name: "data and code swapped",
        gdt: SWAPPED,
        syscallSelector: 0x10,
        sysretSelector: 0x0b,
        wellFormed: false,
    },
    {
        name: "64-bit user code named",
        gdt: FIVE_ENTRIES,
        syscallSelector: 0x08,
        sysretSelector: 0x23,
        wellFormed: false,
    },
    {
        name: "STAR fields exchanged",
        gdt: LINUX.gdt,
        syscallSelector: 0x23,
        sysretSelector: 0x10,
        wellFormed: false,
    },
    {
        name: "STAR one byte low",
        gdt: LINUX.gdt,
        syscallSelector: 0x2300,
        sysretSelector: 0,
        wellFormed: false,
    },
    { name: "code without L", gdt: WITHOUT_L, syscallSelector: 0x08, sysretSelector: 0x13, wellFormed: false },
    {
        name: "only the null entry",
        gdt: ONLY_NULL,
        syscallSelector: 0x08,
        sysretSelector: 0x13,
        wellFormed: false,
    },
];
