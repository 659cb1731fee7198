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
  const found = new Uint8Array(size);
  for (const page of pages) {
    const distance = page.linear - linear;
    if (distance <= -PAGE || distance >= BigInt(size)) continue;
    for (const { offset, bytes } of page.data) {
      const start = Number(distance) + offset;
      const part = bytes.subarray(Math.max(0, -start), Math.max(0, size - start));
      if (part.length > 0) found.set(part, Math.max(0, start));
    }
  }
  return found;
}

/** As `bytesAt`, as a little-endian number. */
export function numberAt(pages: readonly Page[], linear: bigint, size: number): bigint {
  return bytesAt(pages, linear, size).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
