/** What a Linux process can set and see of the CPU that it runs on, and what it assumes of the rest. */
import { readFeatures, readVendor } from "../../guest/hello.js";
import { SEGMENT_PART_WIDTHS, TABLE_NAMES, field } from "../../spec/fields.js";
const FLAT = { base: 0n, limit: 0xffff_ffff, s: 1, dpl: 3, p: 1, avl: 0, g: 1 };
const SYSTEM = { s: 0, dpl: 0, p: 1, avl: 0, l: 0, db: 0, g: 0 };
/** Linux's segments for programs. */
export const USER_CODE_64 = { ...FLAT, selector: 0x33, type: 0xb, l: 1, db: 0 };
export const USER_CODE_32 = { ...FLAT, selector: 0x23, type: 0xb, l: 0, db: 1 };
const USER_DATA = { ...FLAT, selector: 0x2b, type: 0x3, l: 0, db: 1 };
/** Compatibility code of any base, limit and size lies in the LDT. */
const LOCAL_CODE = 0x27;
const ALL = (1n << 64n) - 1n;
const RF = 1n << 16n;
const CR4_LA57 = 1n << 12n;
const EFER_NXE = 1n << 11n;
/**
 * Values of what a program cannot read: those of Linux where it fixes them, otherwise any that mean the same. None
 * of them is compared; they only have to lead the oracle where the CPU goes.
 */
const KERNEL = [
    ["cpl", 3n],
    ["cr0", 0x80050033n],
    ["dr6", 0xffff0ff0n],
    ["dr7", 0x400n],
    ["star", 0x0023001000000000n],
    ["lstar", 0xffffffff81000000n],
    ["cstar", 0xffffffff81001000n],
    ["fmask", 0x257fd5n],
    ["kernelGsBase", 0n],
    ["sysenterCs", 0x10n],
    ["sysenterEsp", 0n],
    ["sysenterEip", 0n],
    ["gdtr.base", 0x600000n],
    ["gdtr.limit", 0x7fn],
    ["idtr.base", 0x620000n],
    ["idtr.limit", 0xfffn],
];
function whole(name, value, mode) {
    return { field: name, mask: field(name).mask, value, ...(mode !== undefined && { mode }) };
}
const PARTS = Object.keys(SEGMENT_PART_WIDTHS);
/** Every part of a segment register, but for `free`. */
function segment(name, content, options = {}) {
    const { free = [], mode } = options;
    return PARTS.filter((part) => !free.includes(part)).map((part) => whole(`${name}.${part}`, BigInt(content[part]), mode));
}
/** The profile of the machine behind `hello`. Errors: a vendor that no oracle models. */
export function nativeProfile({ leaf, la57, ldt }) {
    const vendor = readVendor(leaf);
    const features = readFeatures(leaf, vendor);
    return {
        vendor,
        features,
        modes: ["64", "compat"],
        imposed: [
            ...KERNEL.map(([name, value]) => whole(name, value)),
            whole("efer", 0x501n | (features.nx ? EFER_NXE : 0n)),
            whole("cr4", 0x106f8n | (la57 ? CR4_LA57 : 0n)),
            // IF and bit 1; IOPL, VM, VIF and VIP, which no program can change.
            { field: "rflags", mask: 0x1a3202n, value: 0x202n },
            // The upper half is the kernel's.
            { field: "rip", mask: 1n << 63n, value: 0n },
            ...segment("cs", USER_CODE_64, { mode: "64" }),
            ...(ldt
                ? segment("cs", { ...USER_CODE_32, selector: LOCAL_CODE }, { mode: "compat", free: LOCAL_FREE })
                : segment("cs", USER_CODE_32, { mode: "compat" })),
            // The LDT takes no present conforming code.
            ...(ldt ? [{ field: "cs.type", mask: 4n, value: 0n, mode: "compat" }] : []),
            ...segment("ss", USER_DATA),
            ...segment("ds", USER_DATA),
            ...segment("es", USER_DATA),
            ...segment("fs", USER_DATA, { free: ["base"] }),
            ...segment("gs", USER_DATA, { free: ["base"] }),
            ...segment("tr", { ...SYSTEM, selector: 0x40, base: 0x630000n, limit: 0x67, type: 0xb }),
            ...segment("ldtr", { ...SYSTEM, selector: 0x50, base: 0x610000n, limit: 0x7f, type: 0x2 }),
        ],
    };
}
/** What a descriptor of the LDT gives freely to compatibility code. */
const LOCAL_FREE = ["base", "limit", "type", "avl", "db", "g"];
const PRIVILEGED = {
    settable: false,
    seen: 0n,
    reason: "privileged: a program neither writes nor reads it; the case holds what Linux sets, or its like",
};
const HIDDEN = {
    settable: false,
    seen: 0n,
    reason: "a program does not see the hidden part of a segment register",
};
/** What is settable and seen of each field that is not both in full. */
export function nativeFields() {
    const fields = new Map();
    const privileged = [
        ...["cr0", "cr3", "cr4", "dr6", "dr7", "efer", "star", "lstar", "cstar", "fmask"],
        ...["kernelGsBase", "sysenterCs", "sysenterEsp", "sysenterEip"],
        ...TABLE_NAMES.flatMap((name) => [`${name}.base`, `${name}.limit`]),
        ...PARTS.flatMap((part) => [`tr.${part}`, `ldtr.${part}`]),
    ];
    for (const name of privileged)
        fields.set(name, PRIVILEGED);
    for (const name of ["cs", "ss", "ds", "es", "fs", "gs"]) {
        for (const part of PARTS) {
            if (part === "selector") {
                const reason = "the selectors of Linux's descriptors, or of the LDT";
                fields.set(`${name}.${part}`, { settable: false, seen: 0xffffn, reason });
            }
            else if (part !== "base" || (name !== "fs" && name !== "gs")) {
                fields.set(`${name}.${part}`, HIDDEN);
            }
        }
    }
    fields.set("cpl", { settable: false, seen: 3n, reason: "programs run at CPL 3" });
    fields.set("rflags", {
        settable: true,
        seen: ALL & ~RF,
        reason: "RF is that of the image which the exception pushed; IF, IOPL, VM, VIF and VIP are the kernel's",
    });
    return fields;
}
/** What one completed SYSCALL says nothing of, since the kernel has run and come back. */
export const UNSEEN_AFTER_SYSCALL = [
    "cpl",
    "rip",
    "rflags",
    "rax",
    ...PARTS.flatMap((part) => [`cs.${part}`, `ss.${part}`]),
];
