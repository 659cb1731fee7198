/** A segment descriptor as the register that loads it would hold it. Intel SDM Vol. 3A, 3.4.5; AMD APM Vol. 2, 4.7. */
import type { Segment } from "./model.ts";

/** The content of a register that `selector` names `descriptor` for. */
export function segmentOfDescriptor(descriptor: bigint, selector: number): Segment {
  const low = Number(descriptor & 0xffff_ffffn);
  const high = Number(descriptor >> 32n);
  const raw = (low & 0xffff) | (high & 0xf_0000);
  const g = (high >>> 23) & 1;
  return {
    selector,
    base: BigInt(((high & 0xff00_0000) | ((high & 0xff) << 16) | (low >>> 16)) >>> 0),
    limit: g === 1 ? raw * 4096 + 4095 : raw,
    type: (high >>> 8) & 15,
    s: (high >>> 12) & 1,
    dpl: (high >>> 13) & 3,
    p: (high >>> 15) & 1,
    avl: (high >>> 20) & 1,
    l: (high >>> 21) & 1,
    db: (high >>> 22) & 1,
    g,
  };
}

/** A segment register's content as a descriptor; of the base 32 bits, and the selector apart. */
export function descriptorOfSegment(segment: Omit<Segment, "selector">): bigint {
  const { base, limit, type, s, dpl, p, avl, l, db, g } = segment;
  const raw = BigInt(g === 1 ? Math.floor(limit / 4096) : limit);
  const access = BigInt(type | (s << 4) | (dpl << 5) | (p << 7));
  const flags = BigInt(avl | (l << 1) | (db << 2) | (g << 3));
  return (
    (raw & 0xffffn) |
    ((base & 0xff_ffffn) << 16n) |
    (access << 40n) |
    ((raw >> 16n) << 48n) |
    (flags << 52n) |
    ((base >> 24n) << 56n)
  );
}
