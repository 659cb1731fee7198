/** Measuring on a machine that may be busy with other things. */
/** The least microseconds per item of several rounds, each over `count` items. */
export function microseconds(count, round, rounds = 12) {
    let best = Number.POSITIVE_INFINITY;
    for (let each = 0; each < rounds; each++) {
        const start = performance.now();
        round();
        best = Math.min(best, performance.now() - start);
    }
    return (best * 1000) / count;
}
/** Times every call of a method from now on. It adds some 0.1 us to each. */
export function timeMethod(prototype, name) {
    const time = { milliseconds: 0, calls: 0 };
    const original = prototype[name];
    prototype[name] = function timed(...parameters) {
        const start = performance.now();
        try {
            return original.apply(this, parameters);
        }
        finally {
            time.milliseconds += performance.now() - start;
            time.calls++;
        }
    };
    return time;
}
