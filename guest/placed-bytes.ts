/** Which bytes a case puts where: the pages' data first, the steps' bytes over it. */
import type { Page, TestCase } from "../spec/model.ts";
import { stepAddresses } from "../spec/step-address.ts";

const PAGE_SIZE = 4096;
const PAGE_MASK = ~0xfffn;
const NO_BYTES = new Uint8Array();

/**
 * Calls `place` for every stretch of bytes in the order in which they overlay each other. Stops at the
 * first reason that `place` returns, or gives its own: bytes that no page holds.
 */
export function placedBytes(
  testCase: TestCase,
  place: (page: number, offset: number, bytes: Uint8Array) => string | undefined,
): string | undefined {
  const { pages, steps } = testCase;
  for (let index = 0; index < pages.length; index += 1) {
    for (const chunk of pages[index]?.data ?? []) {
      if (chunk.offset + chunk.bytes.length > PAGE_SIZE) return "a chunk exceeds its page";
      if (chunk.bytes.length === 0) continue;
      const reason = place(index, chunk.offset, chunk.bytes);
      if (reason !== undefined) return reason;
    }
  }
  for (const [index, linear] of stepAddresses(testCase).entries()) {
    const reason = placedStep(pages, linear, steps[index]?.bytes ?? NO_BYTES, place);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function placedStep(
  pages: readonly Page[],
  address: bigint,
  bytes: Uint8Array,
  place: (page: number, offset: number, bytes: Uint8Array) => string | undefined,
): string | undefined {
  for (let done = 0; done < bytes.length;) {
    const linear = address + BigInt(done);
    const page = pages.findIndex(({ linear: base }) => base === (linear & PAGE_MASK));
    if (page < 0) return `no page at ${linear.toString(16)}h for the step's bytes`;
    const offset = Number(linear & 0xfffn);
    const part = bytes.subarray(done, done + PAGE_SIZE - offset);
    const reason = place(page, offset, part);
    if (reason !== undefined) return reason;
    done += part.length;
  }
  return undefined;
}

/** The whole content of page `index` of a case. */
export function pageContent(testCase: TestCase, index: number): Uint8Array {
  const content = new Uint8Array(PAGE_SIZE);
  placedBytes(testCase, (page, offset, bytes) => {
    if (page === index) content.set(bytes, offset);
    return undefined;
  });
  return content;
}
