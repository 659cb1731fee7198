/** The exceptions that ring crossings raise, in the architecture's notation. */
import type { End } from "../../spec/model.ts";

/** An exception with its notation and the end that it brings. */
export interface Exception {
  readonly name: string;
  readonly end: End & { readonly kind: "exception" };
}

/** #UD: invalid opcode. */
export const UD: Exception = { name: "#UD", end: { kind: "exception", vector: 6 } };

/** #DB as a single-step trap. */
export const DB: Exception = { name: "#DB", end: { kind: "exception", vector: 1 } };

const GP_0: Exception = { name: "#GP(0)", end: { kind: "exception", vector: 13, errorCode: 0 } };

/** #GP with the error code `code`: 0, or a selector with its RPL bits clear. */
export function GP(code: number): Exception {
  if (code === 0) return GP_0;
  return { name: `#GP(${code.toString(16)}h)`, end: { kind: "exception", vector: 13, errorCode: code } };
}

function withCode(mnemonic: string, vector: number, code: number): Exception {
  const shown = code === 0 ? "0" : `${code.toString(16)}h`;
  return { name: `#${mnemonic}(${shown})`, end: { kind: "exception", vector, errorCode: code } };
}

/** #TS: a TSS ends too early; the error code is its selector with the RPL bits clear. */
export function TS(code: number): Exception {
  return withCode("TS", 10, code);
}

/** #NP: a segment is not present; the error code is its selector with the RPL bits clear. */
export function NP(code: number): Exception {
  return withCode("NP", 11, code);
}

/** #SS with the error code `code`: 0, or a selector with its RPL bits clear. */
export function SS(code: number): Exception {
  return withCode("SS", 12, code);
}

/** #AC(0): a misaligned access at CPL 3 under CR0.AM and RFLAGS.AC. */
export const AC: Exception = { name: "#AC(0)", end: { kind: "exception", vector: 17, errorCode: 0 } };

/** #PF with the error code `code` at `address`; without one any address in the access is right. */
export function PF(code: number, address: bigint | undefined): Exception {
  const end = {
    kind: "exception",
    vector: 14,
    errorCode: code,
    ...(address !== undefined && { address }),
  } as const;
  return { name: `#PF(${code})`, end };
}
