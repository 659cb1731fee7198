export const GPR_NAMES = [
    "rax",
    "rcx",
    "rdx",
    "rbx",
    "rsp",
    "rbp",
    "rsi",
    "rdi",
    "r8",
    "r9",
    "r10",
    "r11",
    "r12",
    "r13",
    "r14",
    "r15",
];
export const CONTROL_NAMES = ["rip", "rflags", "cr0", "cr3", "cr4", "dr6", "dr7"];
export const MSR_NAMES = [
    "efer",
    "star",
    "lstar",
    "cstar",
    "fmask",
    "kernelGsBase",
    "sysenterCs",
    "sysenterEsp",
    "sysenterEip",
];
export const SEGMENT_NAMES = ["es", "cs", "ss", "ds", "fs", "gs", "ldtr", "tr"];
export const TABLE_NAMES = ["gdtr", "idtr"];
/** Width in bits of each part of a segment register. */
export const SEGMENT_PART_WIDTHS = {
    selector: 16,
    base: 64,
    limit: 32,
    type: 4,
    s: 1,
    dpl: 2,
    p: 1,
    avl: 1,
    l: 1,
    db: 1,
    g: 1,
};
/** Width in bits of each part of GDTR and IDTR. */
export const TABLE_PART_WIDTHS = {
    base: 64,
    limit: 16,
};
export const SCALAR_NAMES = [...GPR_NAMES, ...CONTROL_NAMES, ...MSR_NAMES];
function access(name) {
    if (name === "cpl") {
        return {
            width: 2,
            mask: 3n,
            get: (state) => BigInt(state.cpl),
            set: (state, value) => {
                state.cpl = Number(value);
            },
        };
    }
    const [register, part] = name.split(".");
    if (part === undefined) {
        const scalar = name;
        return {
            width: 64,
            mask: (1n << 64n) - 1n,
            get: (state) => state[scalar],
            set: (state, value) => {
                state[scalar] = value;
            },
        };
    }
    const isTable = register === "gdtr" || register === "idtr";
    const widths = isTable ? TABLE_PART_WIDTHS : SEGMENT_PART_WIDTHS;
    const width = widths[part];
    const mask = (1n << BigInt(width)) - 1n;
    const parts = (state) => state[register];
    return width === 64
        ? {
            width,
            mask,
            get: (state) => parts(state)[part],
            set: (state, value) => {
                parts(state)[part] = value;
            },
        }
        : {
            width,
            mask,
            get: (state) => BigInt(parts(state)[part]),
            set: (state, value) => {
                parts(state)[part] = Number(value);
            },
        };
}
/** Every field, in the order in which reports print them. */
export const FIELD_NAMES = [
    "cpl",
    ...CONTROL_NAMES,
    ...GPR_NAMES,
    ...SEGMENT_NAMES.flatMap((name) => Object.keys(SEGMENT_PART_WIDTHS).map((part) => `${name}.${part}`)),
    ...TABLE_NAMES.flatMap((name) => Object.keys(TABLE_PART_WIDTHS).map((part) => `${name}.${part}`)),
    ...MSR_NAMES,
];
const ACCESS = new Map(FIELD_NAMES.map((name) => [name, access(name)]));
/** How to read and write the field `name`. */
export function field(name) {
    const found = ACCESS.get(name);
    if (found === undefined)
        throw new Error(`no field named ${name}`);
    return found;
}
/** A copy whose parts can be changed without touching `state`. */
export function copyState(state) {
    const copy = { ...state };
    for (const name of SEGMENT_NAMES)
        copy[name] = { ...state[name] };
    for (const name of TABLE_NAMES)
        copy[name] = { ...state[name] };
    return copy;
}
