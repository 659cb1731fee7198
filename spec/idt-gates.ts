/** The gates that a case puts into its 64-bit IDT. */
import type { TestCase } from "./model.ts";

/** A present interrupt or trap gate within the IDT's limit. */
export interface IdtGate {
  readonly vector: number;
  /** Linear address of its handler. */
  readonly handler: bigint;
}

const SIZE = 16;
const INTERRUPT_GATE = 0xe;
const PAGE_MASK = ~0xfffn;

/** Every present gate of the 64-bit IDT that lies in the case's pages, by vector. */
export function idtGates({ before, pages }: Pick<TestCase, "before" | "pages">): readonly IdtGate[] {
  const { base, limit } = before.idtr;
  const byteAt = (linear: bigint): number => {
    const page = pages.find((each) => each.linear === (linear & PAGE_MASK));
    const offset = Number(linear & 0xfffn);
    const chunk = page?.data.findLast(
      (each) => offset >= each.offset && offset < each.offset + each.bytes.length,
    );
    return chunk?.bytes[offset - chunk.offset] ?? 0;
  };
  const gates: IdtGate[] = [];
  for (let vector = 0; vector < 256 && vector * SIZE + SIZE - 1 <= limit; vector++) {
    const at = base + BigInt(vector * SIZE);
    const access = byteAt(BigInt.asUintN(64, at + 5n));
    if ((access & 0x80) === 0 || (access & 0x1e) !== INTERRUPT_GATE) continue;
    let handler = 0n;
    for (const offset of [11n, 10n, 9n, 8n, 7n, 6n, 1n, 0n]) {
      handler = (handler << 8n) | BigInt(byteAt(BigInt.asUintN(64, at + offset)));
    }
    gates.push({ vector, handler });
  }
  return gates;
}
