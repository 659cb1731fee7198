const RFLAGS = new Map([
    [0, "CF"],
    [1, "bit 1"],
    [2, "PF"],
    [4, "AF"],
    [6, "ZF"],
    [7, "SF"],
    [8, "TF"],
    [9, "IF"],
    [10, "DF"],
    [11, "OF"],
    [12, "IOPL.0"],
    [13, "IOPL.1"],
    [14, "NT"],
    [16, "RF"],
    [17, "VM"],
    [18, "AC"],
    [19, "VIF"],
    [20, "VIP"],
    [21, "ID"],
]);
const EFER = new Map([
    [0, "SCE"],
    [8, "LME"],
    [10, "LMA"],
    [11, "NXE"],
    [12, "SVME"],
    [13, "LMSLE"],
    [14, "FFXSR"],
    [15, "TCE"],
    [17, "MCOMMIT"],
    [18, "INTWB"],
    [20, "UAIE"],
    [21, "AIBRSE"],
]);
const CR0 = new Map([
    [0, "PE"],
    [1, "MP"],
    [2, "EM"],
    [3, "TS"],
    [4, "ET"],
    [5, "NE"],
    [16, "WP"],
    [18, "AM"],
    [29, "NW"],
    [30, "CD"],
    [31, "PG"],
]);
const CR4 = new Map([
    [0, "VME"],
    [1, "PVI"],
    [2, "TSD"],
    [3, "DE"],
    [4, "PSE"],
    [5, "PAE"],
    [6, "MCE"],
    [7, "PGE"],
    [8, "PCE"],
    [9, "OSFXSR"],
    [10, "OSXMMEXCPT"],
    [11, "UMIP"],
    [12, "LA57"],
    [16, "FSGSBASE"],
    [17, "PCIDE"],
    [18, "OSXSAVE"],
    [20, "SMEP"],
    [21, "SMAP"],
    [22, "PKE"],
]);
const DR6 = new Map([
    [0, "B0"],
    [1, "B1"],
    [2, "B2"],
    [3, "B3"],
    [13, "BD"],
    [14, "BS"],
    [15, "BT"],
]);
/** SFMASK and R11 hold images of RFLAGS, so their bits carry its names. */
const NAMES = new Map([
    ["rflags", RFLAGS],
    ["fmask", RFLAGS],
    ["r11", RFLAGS],
    ["efer", EFER],
    ["cr0", CR0],
    ["cr4", CR4],
    ["dr6", DR6],
]);
/**
 * The names of the set bits of `bits`, lowest first; unnamed neighbours are joined to ranges in
 * the manuals' order, e.g. `["RF", "bits 63:48"]`. R11 counts as flags only below bit 22.
 */
export function bitNames(field, bits) {
    const names = NAMES.get(field) ?? new Map();
    const result = [];
    let rangeStart;
    for (let bit = 0; bit <= 64; bit += 1) {
        const isSet = bit < 64 && ((bits >> BigInt(bit)) & 1n) === 1n;
        const name = names.get(bit);
        if (isSet && name === undefined) {
            rangeStart ??= bit;
            continue;
        }
        if (rangeStart !== undefined) {
            result.push(rangeStart === bit - 1 ? `bit ${rangeStart}` : `bits ${bit - 1}:${rangeStart}`);
            rangeStart = undefined;
        }
        if (isSet && name !== undefined)
            result.push(name);
    }
    return result;
}
