/** Intel SDM Vol. 2D, "WRMSR", and Vol. 4, the MSRs' own entries. */
import type { Operation } from "../operation.ts";
export declare const wrmsr: Operation;
