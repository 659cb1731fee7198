import { scatter, twinLaw } from "./twin-law.js";
const PAGE_SIZE = 4096;
const ENTRY = 8;
/** The content of the GDT. None of these instructions reads it, so that no slot is related to any. */
export const gdtSlots = twinLaw({
    id: "law.gdt_slots",
    statement: "What the GDT holds does not matter to instructions that load fixed descriptors or none.",
    disturb: (testCase, pick) => withOtherSlot(testCase, pick),
});
function withOtherSlot(testCase, pick) {
    const { before, pages } = testCase;
    const { base, limit } = before.gdtr;
    const offset = Number(base & 0xfffn);
    const page = pages.find(({ linear, data }) => linear === base - BigInt(offset) && data.length > 0);
    const slots = Math.floor(Math.min(limit + 1, PAGE_SIZE - offset) / ENTRY);
    if (page === undefined || slots === 0)
        return undefined;
    const at = offset + ENTRY * (pick % slots);
    // The code itself may lie in the same page.
    if (codeTouches(testCase, page.linear + BigInt(at)))
        return undefined;
    const other = { ...page, data: flipped(page, at, scatter(pick) | 1n) };
    return { ...testCase, pages: pages.map((each) => (each === page ? other : each)) };
}
function codeTouches({ before, steps }, slot) {
    const length = BigInt(steps[0]?.bytes.length ?? 0);
    return [before.rip, before.rip + before.cs.base].some((start) => start < slot + BigInt(ENTRY) && slot < start + length);
}
/** What a page holds, in one piece, with the bits of `flips` inverted in eight bytes. */
function flipped({ data }, at, flips) {
    const whole = new Uint8Array(PAGE_SIZE);
    for (const { offset, bytes } of data)
        whole.set(bytes, offset);
    const view = new DataView(whole.buffer);
    view.setBigUint64(at, view.getBigUint64(at, true) ^ flips, true);
    const end = Math.max(at + ENTRY, ...data.map(({ offset, bytes }) => offset + bytes.length));
    return [{ offset: 0, bytes: whole.slice(0, end) }];
}
