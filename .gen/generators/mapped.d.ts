/** What the pages of a case hold at linear addresses. */
import type { Page } from "../spec/model.ts";
/** Whether a page maps the address. */
export declare function isMapped(address: bigint, pages: readonly Page[]): boolean;
/** `size` bytes at a linear address; 0 for those that no page gives. */
export declare function bytesAt(pages: readonly Page[], linear: bigint, size: number): Uint8Array;
