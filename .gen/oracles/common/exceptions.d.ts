/** The exceptions that ring crossings raise, in the architecture's notation. */
import type { End } from "../../spec/model.ts";
/** An exception with its notation and the end that it brings. */
export interface Exception {
    readonly name: string;
    readonly end: End & {
        readonly kind: "exception";
    };
}
/** #UD: invalid opcode. */
export declare const UD: Exception;
/** #DB as a single-step trap. */
export declare const DB: Exception;
/** #GP with the error code `code`: 0, or a selector with its RPL bits clear. */
export declare function GP(code: number): Exception;
/** #TS: a TSS ends too early; the error code is its selector with the RPL bits clear. */
export declare function TS(code: number): Exception;
/** #NP: a segment is not present; the error code is its selector with the RPL bits clear. */
export declare function NP(code: number): Exception;
/** #SS with the error code `code`: 0, or a selector with its RPL bits clear. */
export declare function SS(code: number): Exception;
/** #AC(0): a misaligned access at CPL 3 under CR0.AM and RFLAGS.AC. */
export declare const AC: Exception;
/** #PF with the error code `code` at `address`; without one any address in the access is right. */
export declare function PF(code: number, address: bigint | undefined): Exception;
