/** Measuring on a machine that may be busy with other things. */

/** The least microseconds per item of several rounds, each over `count` items. */
export function microseconds(count: number, round: () => void, rounds = 12): number {
  let best = Number.POSITIVE_INFINITY;
  for (let each = 0; each < rounds; each++) {
    const start = performance.now();
    round();
    best = Math.min(best, performance.now() - start);
  }
  return (best * 1000) / count;
}

/** Time spent in a method, summed up over every call. */
export interface MethodTime {
  milliseconds: number;
  calls: number;
}

/** Times every call of a method from now on. It adds some 0.1 us to each. */
export function timeMethod<Name extends string>(
  prototype: { [name in Name]: (...parameters: never[]) => unknown },
  name: Name,
): MethodTime {
  const time: MethodTime = { milliseconds: 0, calls: 0 };
  const original = prototype[name];
  prototype[name] = function timed(this: unknown, ...parameters: never[]): unknown {
    const start = performance.now();
    try {
      return original.apply(this, parameters);
    } finally {
      time.milliseconds += performance.now() - start;
      time.calls++;
    }
  };
  return time;
}
