/** Gates of a 64-bit IDT. */

/** The fields of a gate; `upper` is the last doubleword, of which only bits 12:8 may mean something. */
export interface GateFields {
  readonly handler: bigint;
  readonly selector: number;
  readonly ist: number;
  readonly type: number;
  readonly s: number;
  readonly dpl: number;
  readonly p: number;
  readonly upper: number;
}

/** The 16 bytes of a gate as two quadwords. */
export function packGate(gate: GateFields): readonly [bigint, bigint] {
  const { handler, selector, ist, type, s, dpl, p, upper } = gate;
  const access = BigInt(type | (s << 4) | (dpl << 5) | (p << 7));
  const low =
    (handler & 0xffffn) |
    (BigInt(selector) << 16n) |
    (BigInt(ist) << 32n) |
    (access << 40n) |
    (((handler >> 16n) & 0xffffn) << 48n);
  return [low, (handler >> 32n) | (BigInt(upper) << 32n)];
}
