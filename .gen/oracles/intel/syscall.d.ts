/** Intel SDM Vol. 2B, "SYSCALL", Operation. */
import { type Operation } from "../operation.ts";
export declare const syscall: Operation;
