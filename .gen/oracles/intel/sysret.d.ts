/** Intel SDM Vol. 2B, "SYSRET", Operation. */
import { type Operation } from "../operation.ts";
export declare const sysret: Operation;
