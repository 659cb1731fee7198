/** Default linear addresses; a test holds them against spec/memory-map.json. */
export const MEMORY_MAP = {
    code: 0x401000n,
    stack: 0x500000n,
    data: 0x8000n,
    gdt: 0x600000n,
    ldt: 0x610000n,
    idt: 0x620000n,
    tss: 0x630000n,
    kernelEntry: 0x800000n,
    userEntry: 0x700000n,
    cr3: 0x200000n,
};
/** Bytes of a page. */
export const PAGE_SIZE = 4096;
