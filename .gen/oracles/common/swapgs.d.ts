/** Intel SDM Vol. 2B and AMD APM Vol. 3, "SWAPGS", Operation. */
import { type Operation } from "../operation.ts";
export declare const swapgs: Operation;
