/** AMD APM Vol. 3, "WRMSR", and Vol. 2, 3.1.7 (EFER), 6.1 (STAR, LSTAR, CSTAR, SFMASK) and 6.1.2 (SYSENTER). */
import type { Operation } from "../operation.ts";
export declare const wrmsr: Operation;
