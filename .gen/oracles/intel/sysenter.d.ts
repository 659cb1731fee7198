import { type Operation } from "../operation.ts";
export declare const sysenter: Operation;
