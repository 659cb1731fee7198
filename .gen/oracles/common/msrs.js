const MSRS = new Map([
    [0x174n, { key: "sysenter_cs", field: "sysenterCs" }],
    [0x175n, { key: "sysenter_esp", field: "sysenterEsp" }],
    [0x176n, { key: "sysenter_eip", field: "sysenterEip" }],
    [0xc0000080n, { key: "efer", field: "efer" }],
    [0xc0000081n, { key: "star", field: "star" }],
    [0xc0000082n, { key: "lstar", field: "lstar" }],
    [0xc0000083n, { key: "cstar", field: "cstar" }],
    [0xc0000084n, { key: "fmask", field: "fmask" }],
    [0xc0000100n, { key: "fs_base", field: "fs.base" }],
    [0xc0000101n, { key: "gs_base", field: "gs.base" }],
    [0xc0000102n, { key: "kernel_gs_base", field: "kernelGsBase" }],
]);
/** The MSR that RCX selects: only ECX counts. Undefined where no manual defines one. */
export function msrAt(rcx) {
    return MSRS.get(BigInt.asUintN(32, rcx));
}
