const PAGE_SIZE = 4096;
const EFER_LMA = 1n << 10n;
const PAGE_MASK = ~0xfffn;
/** Linear address of the step: RIP alone in 64-bit mode, else CS.base + RIP in 32 bits. */
function stepAddress(testCase) {
    const { before } = testCase;
    const mode64 = (before.efer & EFER_LMA) !== 0n && before.cs.l === 1;
    return mode64 ? before.rip : BigInt.asUintN(32, before.cs.base + before.rip);
}
/**
 * Calls `place` for every stretch of bytes in the order in which they overlay each other. Stops at the
 * first reason that `place` returns, or gives its own: bytes that no page holds.
 */
export function placedBytes(testCase, place) {
    const { pages, steps } = testCase;
    for (let index = 0; index < pages.length; index += 1) {
        for (const chunk of pages[index]?.data ?? []) {
            if (chunk.offset + chunk.bytes.length > PAGE_SIZE)
                return "a chunk exceeds its page";
            if (chunk.bytes.length === 0)
                continue;
            const reason = place(index, chunk.offset, chunk.bytes);
            if (reason !== undefined)
                return reason;
        }
    }
    const step = steps[0];
    if (step === undefined)
        return undefined;
    const address = stepAddress(testCase);
    for (let done = 0; done < step.bytes.length;) {
        const linear = address + BigInt(done);
        const page = pages.findIndex(({ linear: base }) => base === (linear & PAGE_MASK));
        if (page < 0)
            return `no page at ${linear.toString(16)}h for the step's bytes`;
        const offset = Number(linear & 0xfffn);
        const part = step.bytes.subarray(done, done + PAGE_SIZE - offset);
        const reason = place(page, offset, part);
        if (reason !== undefined)
            return reason;
        done += part.length;
    }
    return undefined;
}
/** The whole content of page `index` of a case. */
export function pageContent(testCase, index) {
    const content = new Uint8Array(PAGE_SIZE);
    placedBytes(testCase, (page, offset, bytes) => {
        if (page === index)
            content.set(bytes, offset);
        return undefined;
    });
    return content;
}
