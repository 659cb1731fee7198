/** AMD APM Vol. 3, "SYSRET", Action; outside 64-bit mode also AMD publication 21086. */
import { type Operation } from "../operation.ts";
export declare const sysret: Operation;
