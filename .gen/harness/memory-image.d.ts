/** Renders the memory of a case as the processor's bus shows it, page tables included. */
import type { MemoryImage as MemoryImageDocument } from "../spec/generated/documents.ts";
import type { TestCase } from "../spec/model.ts";
/** Bytes at a physical address. */
export interface PhysicalChunk {
    readonly address: bigint;
    readonly bytes: Uint8Array;
}
/**
 * Physical memory: chunks in the order in which they are to be written (a later one may lie over an
 * earlier one), and what every other byte holds: 0, or with paging off UD2 from every even address.
 */
export interface MemoryImage {
    /** Physical address of the root page table, which is CR3 without its flags; 0 when paging is off. */
    readonly cr3: bigint;
    readonly fill: "zero" | "ud2";
    readonly chunks: readonly PhysicalChunk[];
}
/**
 * The pages and the first instruction of a case. With paging on, tables grow upwards from the
 * frame that `before.cr3` names: 4 levels, 5 with CR4.LA57, and outside long mode 2 levels or PAE's
 * 3. The page of the first instruction is mapped even if the case does not list it, for the CPL
 * before. With paging off physical addresses are the linear ones. Accessed and dirty bits are set,
 * so that translating writes nothing. Bytes of further steps are the adapter's to place at RIP.
 */
export declare function renderMemory(testCase: TestCase): MemoryImage;
/** The image in the form of the adapter protocol. */
export declare function encodeMemoryImage({ cr3, fill, chunks }: MemoryImage): MemoryImageDocument;
