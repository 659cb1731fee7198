/** Simpler numbers, for shrinking. A number is simpler when it has fewer one bits, or as many and is smaller. */

const EDGES: readonly bigint[] = [0n, 1n, 1n << 32n, 1n << 47n, 1n << 56n, 1n << 63n];

/** The number of one bits of a value of at most 64 bits. */
export function countOnes(value: bigint): number {
  let count = 0;
  for (let rest = value; rest !== 0n; rest &= rest - 1n) count += 1;
  return count;
}

/** Whether `candidate` is strictly simpler than `value`. */
export function isSimpler(candidate: bigint, value: bigint): boolean {
  const difference = countOnes(candidate) - countOnes(value);
  return difference < 0 || (difference === 0 && candidate < value);
}

/**
 * Strictly simpler 64-bit values, the simplest first: the edges, the value without half of its bytes, each of its
 * bits alone, and the value without one of them.
 */
export function* simplerValues(value: bigint): Generator<bigint> {
  const seen = new Set<bigint>([value]);
  const bits: bigint[] = [];
  for (let bit = 0n; bit < 64n; bit += 1n) if ((value >> bit) & 1n) bits.push(1n << bit);
  const candidates = [
    ...EDGES,
    value & 0xffffffffn,
    value & 0xffffffff_00000000n,
    value & 0xffff_ffffffff_0000n,
    value & 0xffffffff_fffff000n,
    ...bits,
    ...bits.map((bit) => value & ~bit),
  ];
  for (const candidate of candidates) {
    if (seen.has(candidate) || !isSimpler(candidate, value)) continue;
    seen.add(candidate);
    yield candidate;
  }
}

/** As `simplerValues`, for plain numbers of at most 32 bits. */
export function* simplerNumbers(value: number): Generator<number> {
  for (const candidate of simplerValues(BigInt(value))) yield Number(candidate);
}
