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
