/** What the pages of a case hold at linear addresses. */
import type { Page } from "../spec/model.ts";

const PAGE = 4096n;

/** Whether a page maps the address. */
export function isMapped(address: bigint, pages: readonly Page[]): boolean {
  for (const { linear } of pages) if (address >= linear && address - linear < PAGE) return true;
  return false;
}

/** `size` bytes at a linear address; 0 for those that no page gives. */
export function bytesAt(pages: readonly Page[], linear: bigint, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => {
    const address = linear + BigInt(index);
    const page = pages.find((each) => address >= each.linear && address - each.linear < PAGE);
    const at = Number(address & 0xfffn);
    const chunk = page?.data.findLast(({ offset, bytes }) => at >= offset && at < offset + bytes.length);
    return chunk?.bytes[at - chunk.offset] ?? 0;
  });
}
