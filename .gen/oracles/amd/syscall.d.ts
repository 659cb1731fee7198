/** AMD APM Vol. 3, "SYSCALL", Action; legacy mode also AMD publication 21086. */
import { type Operation } from "../operation.ts";
export declare const syscall: Operation;
