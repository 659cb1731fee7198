/** #UD: invalid opcode. */
export const UD = { name: "#UD", end: { kind: "exception", vector: 6 } };
/** #DB as a single-step trap. */
export const DB = { name: "#DB", end: { kind: "exception", vector: 1 } };
const GP_0 = { name: "#GP(0)", end: { kind: "exception", vector: 13, errorCode: 0 } };
/** #GP with the error code `code`: 0, or a selector with its RPL bits clear. */
export function GP(code) {
    if (code === 0)
        return GP_0;
    return { name: `#GP(${code.toString(16)}h)`, end: { kind: "exception", vector: 13, errorCode: code } };
}
function withCode(mnemonic, vector, code) {
    const shown = code === 0 ? "0" : `${code.toString(16)}h`;
    return { name: `#${mnemonic}(${shown})`, end: { kind: "exception", vector, errorCode: code } };
}
/** #TS: a TSS ends too early; the error code is its selector with the RPL bits clear. */
export function TS(code) {
    return withCode("TS", 10, code);
}
/** #NP: a segment is not present; the error code is its selector with the RPL bits clear. */
export function NP(code) {
    return withCode("NP", 11, code);
}
/** #SS with the error code `code`: 0, or a selector with its RPL bits clear. */
export function SS(code) {
    return withCode("SS", 12, code);
}
/** #AC(0): a misaligned access at CPL 3 under CR0.AM and RFLAGS.AC. */
export const AC = { name: "#AC(0)", end: { kind: "exception", vector: 17, errorCode: 0 } };
/** #PF with the error code `code` at `address`; without one any address in the access is right. */
export function PF(code, address) {
    const end = {
        kind: "exception",
        vector: 14,
        errorCode: code,
        ...(address !== undefined && { address }),
    };
    return { name: `#PF(${code})`, end };
}
