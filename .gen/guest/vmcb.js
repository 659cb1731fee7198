/** Offsets in the control area. */
export const VMCB_CONTROL = {
    interceptCrRead: 0x000,
    interceptCrWrite: 0x002,
    interceptDrRead: 0x004,
    interceptDrWrite: 0x006,
    interceptExceptions: 0x008,
    intercept1: 0x00c,
    intercept2: 0x010,
    iopmBase: 0x040,
    msrpmBase: 0x048,
    asid: 0x058,
    interruptControl: 0x060,
    interruptState: 0x068,
    exitCode: 0x070,
    exitInfo1: 0x078,
    exitInfo2: 0x080,
    eventInjection: 0x0a8,
};
/** Offsets in the state save area, from the start of the block. */
export const VMCB_SAVE = { segments: 0x400, cpl: 0x4cb, cr2: 0x640 };
/** Where the block holds each 64-bit value of the record. */
export const VMCB_SCALAR_OFFSETS = {
    efer: 0x4d0,
    cr4: 0x548,
    cr3: 0x550,
    cr0: 0x558,
    dr7: 0x560,
    dr6: 0x568,
    rflags: 0x570,
    rip: 0x578,
    rsp: 0x5d8,
    rax: 0x5f8,
    star: 0x600,
    lstar: 0x608,
    cstar: 0x610,
    fmask: 0x618,
    kernelGsBase: 0x620,
    sysenterCs: 0x628,
    sysenterEsp: 0x630,
    sysenterEip: 0x638,
};
/** An unused stretch of the block's page that holds the case's other registers after #VMEXIT. */
export const GPR_AREA = 0xf00;
function bits(...positions) {
    return positions.reduce((sum, position) => sum | (1 << position), 0);
}
/**
 * What leaves the case besides exceptions. A case must not stop or change the machine around it:
 * interrupts, HLT, I/O, SVM and power instructions, task switches, the debug address registers,
 * CR8 and MSRs outside the list under test.
 */
export const INTERCEPTS = {
    crRead: bits(8),
    crWrite: bits(8),
    drRead: bits(0, 1, 2, 3),
    drWrite: bits(0, 1, 2, 3),
    exceptions: 0xffff_ffff,
    /** INTR NMI SMI INIT, RDPMC, RSM, INTn, INVD, HLT, INVLPGA, IOIO, MSR, task switch, FERR, SHUTDOWN. */
    first: bits(0, 1, 2, 3, 15, 19, 21, 22, 24, 26, 27, 28, 29, 30, 31),
    /** VMRUN VMMCALL VMLOAD VMSAVE STGI CLGI SKINIT, ICEBP, WBINVD, MONITOR, MWAIT (both), XSETBV. */
    second: bits(0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13),
};
/** Exit codes; the other codes from 60h to 8Dh are intercepts too. */
export const EXIT = {
    exception: 0x40,
    exceptionEnd: 0x5f,
    interrupt: 0x60,
    msr: 0x7c,
    shutdown: 0x7f,
};
/** What the intercepted instruction or event is, for messages. */
export const INTERCEPT_NAMES = new Map([
    [0x08, "MOV from CR8"],
    [0x18, "MOV to CR8"],
    [0x20, "MOV from DR0"],
    [0x21, "MOV from DR1"],
    [0x22, "MOV from DR2"],
    [0x23, "MOV from DR3"],
    [0x30, "MOV to DR0"],
    [0x31, "MOV to DR1"],
    [0x32, "MOV to DR2"],
    [0x33, "MOV to DR3"],
    [0x6f, "RDPMC"],
    [0x73, "RSM"],
    [0x75, "INT n"],
    [0x76, "INVD"],
    [0x78, "HLT"],
    [0x7a, "INVLPGA"],
    [0x7b, "I/O"],
    [0x7d, "task switch"],
    [0x7e, "FERR freeze"],
    [0x80, "VMRUN"],
    [0x81, "VMMCALL"],
    [0x82, "VMLOAD"],
    [0x83, "VMSAVE"],
    [0x84, "STGI"],
    [0x85, "CLGI"],
    [0x86, "SKINIT"],
    [0x88, "INT1"],
    [0x89, "WBINVD"],
    [0x8a, "MONITOR"],
    [0x8b, "MWAIT"],
    [0x8d, "XSETBV"],
]);
/** An exit code that no processor writes: one that was not written is recognised. */
export const POISON = 0x5a5a_5a5a;
