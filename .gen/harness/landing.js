const UD = 6;
const PF = 14;
const RETIRED = { kind: "retired" };
const PAGE_BITS = 12n;
const CR0_PG = 1n << 31n;
const EFER_LMA = 1n << 10n;
/**
 * The end of a case as it is judged: a fault of the fetch at an address that the case does not map
 * is `retired`. Error codes say nothing here, since their fetch bit is 0 without NX and SMEP.
 */
export function judgedEnd(testCase, observation) {
    const { end, after } = observation;
    if (end.kind !== "exception")
        return end;
    if (end.vector === PF) {
        if (end.address === undefined || end.address !== linearRip(after))
            return end;
    }
    else if (end.vector !== UD || (after.cr0 & CR0_PG) !== 0n) {
        // Without paging nothing is absent; memory that the case does not own is filled with UD2.
        return end;
    }
    return isMapped(testCase, linearRip(after)) ? end : RETIRED;
}
/** The observation with its end as judged; the same object when nothing changes. */
export function judged(testCase, observation) {
    const end = judgedEnd(testCase, observation);
    return end === observation.end ? observation : { ...observation, end };
}
/** The address of the next fetch: RIP in 64-bit mode, the low 32 bits of CS.base + EIP outside it. */
function linearRip(state) {
    if (state.cs.l === 1 && (state.efer & EFER_LMA) !== 0n)
        return state.rip;
    return BigInt.asUintN(32, state.cs.base + BigInt.asUintN(32, state.rip));
}
/** Whether the case puts anything at `address`: one of its pages, or its first instruction. */
function isMapped(testCase, address) {
    const page = address >> PAGE_BITS;
    for (const { linear } of testCase.pages) {
        if (linear >> PAGE_BITS === page)
            return true;
    }
    return linearRip(testCase.before) >> PAGE_BITS === page;
}
