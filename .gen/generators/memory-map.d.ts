/** Default linear addresses; a test holds them against spec/memory-map.json. */
export declare const MEMORY_MAP: {
    readonly code: bigint;
    readonly stack: bigint;
    readonly data: bigint;
    readonly gdt: bigint;
    readonly ldt: bigint;
    readonly idt: bigint;
    readonly tss: bigint;
    readonly kernelEntry: bigint;
    readonly userEntry: bigint;
    readonly cr3: bigint;
};
/** Bytes of a page. */
export declare const PAGE_SIZE = 4096;
