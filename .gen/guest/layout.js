/**
 * Where things lie in the guest's physical memory, and what the records that cross it look like.
 * Both sides of the transport import this file; the ROM has the numbers built in.
 */
/** Bytes of the ROM image; it ends at 4 GiB. */
export const ROM_SIZE = 0x1_0000;
/** Where the reset vector sees the ROM. */
export const ROM_BASE = 0xffff_0000;
/** Changes whenever a record or the control page changes shape. */
export const PROTOCOL_VERSION = 2;
/** Megabytes of RAM that the machine needs. */
export const RAM_MEGABYTES = 64;
/** Physical addresses; everything lies in the first 64 MiB, which the agent maps one to one. */
export const MEMORY = {
    /** The ROM's copy in RAM, from which the agent runs. */
    agent: 0x1_0000,
    pml4: 0x3_0000,
    pdpt: 0x3_1000,
    pd: 0x3_2000,
    idt: 0x3_3000,
    stack: 0x3_f000,
    vmcb: 0x4_0000,
    hostSave: 0x4_1000,
    /** I/O permission map, 12 KiB. */
    iopm: 0x4_4000,
    /** MSR permission map, 8 KiB. */
    msrpm: 0x4_8000,
    control: 0x5_0000,
    /** Addresses of the page-table entries that the running case owns. */
    undo: 0x5_1000,
    scratch: 0x5_2000,
    /** Root of the case's page tables: CR3 of every case. */
    caseRoot: 0x20_0000,
    caseTables: 0x20_1000,
    /** 256 pages that hold the case's pages in turn: many aliases of one code page are slow under TCG. */
    casePages: 0x24_0000,
    casePagesEnd: 0x34_0000,
    slots: 0x40_0000,
};
/** CR3 of every case: the root that the guest fills. */
export const CASE_CR3 = BigInt(MEMORY.caseRoot);
/** Offsets in the control page. */
export const CONTROL = {
    /** 8 bytes, written last: the hello record is complete. */
    magic: 0x000,
    version: 0x008,
    /** CPUID_LEAVES.length entries of {leaf, subleaf, eax, ebx, ecx, edx, 0, 0}, 32 bits each. */
    cpuid: 0x010,
    /** 32 bits, set by whoever starts the machine: 0 doorbell over the serial port, 1 one batch laid into RAM. */
    transport: 0x400,
    /** 32 bits, with one batch in RAM: a progress byte goes out for each case whose index has none of these bits. */
    progressMask: 0x404,
    /** 32 bits, set by the host: timer ticks (18.2 a second) without work after which the guest resets the machine. */
    idleTicks: 0x408,
    /** 32 bits, set by the host before the machine starts: one of OBSERVER. */
    observer: 0x40c,
    /** Two slots of SLOT_SIZE bytes. */
    slots: 0x440,
    /** From here on: the agent's own variables. */
    agent: 0x800,
};
/** Ways to see a processor's state, as the control page names them. */
export const OBSERVER = { svm: 0, idt: 1 };
/** "RGXHELLO". */
export const HELLO_MAGIC = 0x4f4c4c4548584752n;
/** Offsets in a slot, 32 bits each. The guest writes `progress` (the running case's index) and `done` (the nonce). */
export const SLOT = {
    nonce: 0x00,
    count: 0x04,
    cases: 0x08,
    results: 0x0c,
    progress: 0x10,
    done: 0x14,
};
export const SLOT_SIZE = 0x40;
/** CPUID leaves of the hello record, [leaf, subleaf]. */
export const CPUID_LEAVES = [
    [0, 0],
    [1, 0],
    [7, 0],
    [0x8000_0000, 0],
    [0x8000_0001, 0],
    [0x8000_0008, 0],
    [0x8000_000a, 0],
    [0x8000_0021, 0],
];
export const CPUID_ENTRY_SIZE = 32;
/** Segment registers in the order of the VMCB, 16 bytes each: selector 16, attributes 16, limit 32, base 64. */
export const SEGMENT_ORDER = ["es", "cs", "ss", "ds", "fs", "gs", "gdtr", "ldtr", "idtr", "tr"];
/** 64-bit values that the VMCB holds, in the order of the record. */
export const VMCB_SCALARS = [
    "efer",
    "cr4",
    "cr3",
    "cr0",
    "dr7",
    "dr6",
    "rflags",
    "rip",
    "rsp",
    "rax",
    "star",
    "lstar",
    "cstar",
    "fmask",
    "kernelGsBase",
    "sysenterCs",
    "sysenterEsp",
    "sysenterEip",
];
/** General registers that the VMCB does not hold, in the order of the record. */
export const PLAIN_GPRS = [
    "rcx",
    "rdx",
    "rbx",
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
/** Offsets in the state block that case and result records share. */
export const STATE = { segments: 0, scalars: 160, gprs: 304 };
export const STATE_SIZE = STATE.gprs + PLAIN_GPRS.length * 8;
/**
 * Case record. `checksum` is the 64-bit sum of the qwords after it; `sequence` is the slot's nonce
 * plus the case's index. After the state come `pages` entries of {linear 64, leaf entry without the
 * address 64}, then `chunks` times {page << 12 | offset 32, qwords 32, data}.
 */
export const CASE = {
    checksum: 0x00,
    sequence: 0x08,
    length: 0x0c,
    /** Levels of the page tables: 2 (32-bit), 4 or 5. */
    levels: 0x10,
    pages: 0x14,
    cpl: 0x18,
    chunks: 0x1c,
    state: 0x20,
};
export const CASE_PAGES = CASE.state + STATE_SIZE;
export const PAGE_ENTRY_SIZE = 16;
export const CHUNK_HEADER_SIZE = 8;
/** Pages in one case, at most; six pages of five levels fit the tables' pool. */
export const MAX_PAGES = 6;
/** Bytes of a case record, at most. */
export const MAX_CASE_SIZE = 8192;
/** Result record; `checksum` as in a case, `writes` is an array of {page << 12 | offset 32, 0 32, qword 64}. */
export const RESULT = {
    checksum: 0x00,
    sequence: 0x08,
    status: 0x0c,
    writeCount: 0x10,
    cpl: 0x14,
    exitCode: 0x18,
    exitInfo1: 0x20,
    exitInfo2: 0x28,
    state: 0x30,
    writes: 0x1d0,
};
export const MAX_WRITES = 7;
export const RESULT_SIZE = RESULT.writes + MAX_WRITES * 16;
/** `status` of a result; `refused` is observer B's, with the stage of the setup as exit code. */
export const STATUS = { ran: 1, badRecord: 2, refused: 3 };
/** COM1, through which doorbell and completion go. A byte 0x30 + slot rings; the same byte answers. */
export const SERIAL_PORT = 0x3f8;
export const HELLO_BYTE = 0x48;
export const SLOT_BYTE = 0x30;
/** Bochs' port of the E9 hack: bytes for cases started, so that the host can count after a crash. */
export const PROGRESS_PORT = 0xe9;
/** The byte; nothing that Bochs prints by itself contains it. */
export const PROGRESS_BYTE = 0x01;
