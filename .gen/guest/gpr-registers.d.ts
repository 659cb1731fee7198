/** The registers of PLAIN_GPRS as the assembler names them. */
import { Register } from "iced-x86";
import type { PLAIN_GPRS } from "./layout.ts";
/** By the name of the field. */
export declare const GPR_REGISTERS: {
    readonly [name in (typeof PLAIN_GPRS)[number]]: Register;
};
