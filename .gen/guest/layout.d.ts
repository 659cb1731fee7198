/**
 * Where things lie in the guest's physical memory, and what the records that cross it look like.
 * Both sides of the transport import this file; the ROM has the numbers built in.
 */
/** Bytes of the ROM image; it ends at 4 GiB. */
export declare const ROM_SIZE = 65536;
/** Where the reset vector sees the ROM. */
export declare const ROM_BASE = 4294901760;
/** Changes whenever a record or the control page changes shape. */
export declare const PROTOCOL_VERSION = 2;
/** Megabytes of RAM that the machine needs. */
export declare const RAM_MEGABYTES = 64;
/** Physical addresses; everything lies in the first 64 MiB, which the agent maps one to one. */
export declare const MEMORY: {
    /** The ROM's copy in RAM, from which the agent runs. */
    readonly agent: 65536;
    readonly pml4: 196608;
    readonly pdpt: 200704;
    readonly pd: 204800;
    readonly idt: 208896;
    readonly stack: 258048;
    readonly vmcb: 262144;
    readonly hostSave: 266240;
    /** I/O permission map, 12 KiB. */
    readonly iopm: 278528;
    /** MSR permission map, 8 KiB. */
    readonly msrpm: 294912;
    readonly control: 327680;
    /** Addresses of the page-table entries that the running case owns. */
    readonly undo: 331776;
    readonly scratch: 335872;
    /** Root of the case's page tables: CR3 of every case. */
    readonly caseRoot: 2097152;
    readonly caseTables: 2101248;
    /** 256 pages that hold the case's pages in turn: many aliases of one code page are slow under TCG. */
    readonly casePages: 2359296;
    readonly casePagesEnd: 3407872;
    readonly slots: 4194304;
};
/** CR3 of every case: the root that the guest fills. */
export declare const CASE_CR3: bigint;
/** Offsets in the control page. */
export declare const CONTROL: {
    /** 8 bytes, written last: the hello record is complete. */
    readonly magic: 0;
    readonly version: 8;
    /** CPUID_LEAVES.length entries of {leaf, subleaf, eax, ebx, ecx, edx, 0, 0}, 32 bits each. */
    readonly cpuid: 16;
    /** 32 bits, set by whoever starts the machine: 0 doorbell over the serial port, 1 one batch laid into RAM. */
    readonly transport: 1024;
    /** 32 bits, with one batch in RAM: a progress byte goes out for each case whose index has none of these bits. */
    readonly progressMask: 1028;
    /** 32 bits, set by the host: timer ticks (18.2 a second) without work after which the guest resets the machine. */
    readonly idleTicks: 1032;
    /** 32 bits, set by the host before the machine starts: one of OBSERVER. */
    readonly observer: 1036;
    /** Two slots of SLOT_SIZE bytes. */
    readonly slots: 1088;
    /** From here on: the agent's own variables. */
    readonly agent: 2048;
};
/** Ways to see a processor's state, as the control page names them. */
export declare const OBSERVER: {
    readonly svm: 0;
    readonly idt: 1;
};
/** `svm`: cases run under a VMCB. `idt`: they run on the processor itself and end in the agent's IDT. */
export type ObserverName = keyof typeof OBSERVER;
/** "RGXHELLO". */
export declare const HELLO_MAGIC = 5714025887676516178n;
/** Offsets in a slot, 32 bits each. The guest writes `progress` (the running case's index) and `done` (the nonce). */
export declare const SLOT: {
    readonly nonce: 0;
    readonly count: 4;
    readonly cases: 8;
    readonly results: 12;
    readonly progress: 16;
    readonly done: 20;
};
export declare const SLOT_SIZE = 64;
/** CPUID leaves of the hello record, [leaf, subleaf]. */
export declare const CPUID_LEAVES: readonly (readonly [number, number])[];
export declare const CPUID_ENTRY_SIZE = 32;
/** Segment registers in the order of the VMCB, 16 bytes each: selector 16, attributes 16, limit 32, base 64. */
export declare const SEGMENT_ORDER: readonly ["es", "cs", "ss", "ds", "fs", "gs", "gdtr", "ldtr", "idtr", "tr"];
/** 64-bit values that the VMCB holds, in the order of the record. */
export declare const VMCB_SCALARS: readonly ["efer", "cr4", "cr3", "cr0", "dr7", "dr6", "rflags", "rip", "rsp", "rax", "star", "lstar", "cstar", "fmask", "kernelGsBase", "sysenterCs", "sysenterEsp", "sysenterEip"];
/** General registers that the VMCB does not hold, in the order of the record. */
export declare const PLAIN_GPRS: readonly ["rcx", "rdx", "rbx", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"];
/** Offsets in the state block that case and result records share. */
export declare const STATE: {
    readonly segments: 0;
    readonly scalars: 160;
    readonly gprs: 304;
};
export declare const STATE_SIZE: number;
/**
 * Case record. `checksum` is the 64-bit sum of the qwords after it; `sequence` is the slot's nonce
 * plus the case's index. After the state come `pages` entries of {linear 64, leaf entry without the
 * address 64}, then `chunks` times {page << 12 | offset 32, qwords 32, data}.
 */
export declare const CASE: {
    readonly checksum: 0;
    readonly sequence: 8;
    readonly length: 12;
    /** Levels of the page tables: 2 (32-bit), 4 or 5. */
    readonly levels: 16;
    readonly pages: 20;
    readonly cpl: 24;
    readonly chunks: 28;
    readonly state: 32;
};
export declare const CASE_PAGES: number;
export declare const PAGE_ENTRY_SIZE = 16;
export declare const CHUNK_HEADER_SIZE = 8;
/** Pages in one case, at most; six pages of five levels fit the tables' pool. */
export declare const MAX_PAGES = 6;
/** Bytes of a case record, at most. */
export declare const MAX_CASE_SIZE = 8192;
/** Result record; `checksum` as in a case, `writes` is an array of {page << 12 | offset 32, 0 32, qword 64}. */
export declare const RESULT: {
    readonly checksum: 0;
    readonly sequence: 8;
    readonly status: 12;
    readonly writeCount: 16;
    readonly cpl: 20;
    readonly exitCode: 24;
    readonly exitInfo1: 32;
    readonly exitInfo2: 40;
    readonly state: 48;
    readonly writes: 464;
};
export declare const MAX_WRITES = 7;
export declare const RESULT_SIZE: number;
/** `status` of a result; `refused` is observer B's, with the stage of the setup as exit code. */
export declare const STATUS: {
    readonly ran: 1;
    readonly badRecord: 2;
    readonly refused: 3;
};
/** COM1, through which doorbell and completion go. A byte 0x30 + slot rings; the same byte answers. */
export declare const SERIAL_PORT = 1016;
export declare const HELLO_BYTE = 72;
export declare const SLOT_BYTE = 48;
/** Bochs' port of the E9 hack: bytes for cases started, so that the host can count after a crash. */
export declare const PROGRESS_PORT = 233;
/** The byte; nothing that Bochs prints by itself contains it. */
export declare const PROGRESS_BYTE = 1;
