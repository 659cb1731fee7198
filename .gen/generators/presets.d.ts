/** A GDT and the selectors that SYSCALL and SYSRET take from STAR. */
export interface Preset {
    readonly name: string;
    /** What the table holds, 8 bytes per entry; at most 256 bytes. */
    readonly gdt: Uint8Array;
    /** STAR[47:32]: the CS of SYSCALL. */
    readonly syscallSelector: number;
    /** STAR[63:48]: the base of SYSRET's selectors. */
    readonly sysretSelector: number;
    /** Whether a kernel with this table and STAR works on both vendors. */
    readonly wellFormed: boolean;
}
/** The bytes of a table. */
export declare function tableBytes(entries: readonly bigint[]): Uint8Array;
/** Linux: kernel 10h and 18h, user 23h (32-bit code), 2Bh (data) and 33h (64-bit code), TSS 40h, LDT 50h. */
export declare const LINUX: Preset;
/** Every preset, Linux first. */
export declare const PRESETS: readonly Preset[];
