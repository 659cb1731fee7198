const PAGE_MASK = 0xfffffffffffff000n;
/** Whether memory changed as `outcome` says; `writes` are the bytes that differ from the case's pages. */
export function memoryFits(pages, outcome, writes) {
    // Most cases write nothing: they cost nothing here.
    if (outcome.writes.length === 0 && writes.length === 0)
        return true;
    return memoryDifferences(pages, outcome, writes).length === 0;
}
/** One difference per rule whose bytes differ, in the order of their addresses. */
export function memoryDifferences(pages, outcome, writes) {
    if (outcome.writes.length === 0 && writes.length === 0)
        return [];
    const predicted = predictedBytes(outcome);
    const observed = new Map();
    for (const { linear, bytes } of writes) {
        bytes.forEach((byte, index) => observed.set(BigInt.asUintN(64, linear + BigInt(index)), byte));
    }
    const differing = [...new Set([...predicted.keys(), ...observed.keys()])]
        .filter((linear) => {
        const before = byteBefore(pages, linear);
        return (predicted.get(linear)?.value ?? before) !== (observed.get(linear) ?? before);
    })
        .sort((a, b) => (a < b ? -1 : 1));
    const rules = new Set(differing.map((linear) => predicted.get(linear)?.rule ?? outcome.unchanged));
    return [...rules].map((rule) => {
        const own = differing.filter((linear) => (predicted.get(linear)?.rule ?? outcome.unchanged) === rule);
        return {
            rule,
            field: "memory",
            predicted: runs(own, (linear) => predicted.get(linear)?.value),
            observed: runs(own, (linear) => observed.get(linear)),
        };
    });
}
/** Where two stores meet, the later one decides. */
function predictedBytes({ writes }) {
    const found = new Map();
    for (const { linear, bytes, rule } of writes) {
        bytes.forEach((value, index) => found.set(BigInt.asUintN(64, linear + BigInt(index)), { value, rule }));
    }
    return found;
}
function byteBefore(pages, linear) {
    const page = pages.find((each) => each.linear === (linear & PAGE_MASK));
    const offset = Number(linear & ~PAGE_MASK);
    const chunk = page?.data.findLast((each) => offset >= each.offset && offset < each.offset + each.bytes.length);
    return chunk?.bytes[offset - chunk.offset] ?? 0;
}
/** Bytes at neighbouring addresses as one write; `addresses` ascend, and where there is no byte nothing is written. */
function runs(addresses, byteAt) {
    const found = [];
    for (const linear of addresses) {
        const byte = byteAt(linear);
        if (byte === undefined)
            continue;
        const last = found.at(-1);
        if (last !== undefined && last.linear + BigInt(last.bytes.length) === linear)
            last.bytes.push(byte);
        else
            found.push({ linear, bytes: [byte] });
    }
    return found.map(({ linear, bytes }) => ({ linear, bytes: Uint8Array.from(bytes) }));
}
