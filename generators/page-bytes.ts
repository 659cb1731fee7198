/** What the pages of a case hold. */
import type { Page } from "../spec/model.ts";
import { pageOf } from "./placement.ts";

const PAGE = 4096n;

/** Whether an address lies in one of the pages. */
export function isMapped(address: bigint, pages: readonly Page[]): boolean {
  for (const { linear } of pages) if (address >= linear && address - linear < PAGE) return true;
  return false;
}

/** A little-endian number of `size` bytes; what no page holds counts as 0. */
export function numberAt(pages: readonly Page[], linear: bigint, size: number): bigint {
  let value = 0n;
  for (let index = size - 1; index >= 0; index--) {
    value = (value << 8n) | BigInt(byteAt(pages, BigInt.asUintN(64, linear + BigInt(index))));
  }
  return value;
}

function byteAt(pages: readonly Page[], linear: bigint): number {
  const at = Number(linear & 0xfffn);
  const chunk = pages
    .find((page) => page.linear === pageOf(linear))
    ?.data.findLast(({ offset, bytes }) => at >= offset && at < offset + bytes.length);
  return chunk?.bytes[at - chunk.offset] ?? 0;
}
