import { type Parts } from "../parts.ts";
import { type Group } from "./group.ts";
/** Where the code lies: its page, and where in it the instruction ends. */
export declare const CODE: Group;
/** GDTR and the page that holds its table. */
export declare const GDT: Group;
export declare const IDTR: Group;
/** Each page besides those of the code and the GDT that the boring machine has not, or has otherwise. */
export declare function otherPages({ others }: Parts, boring: Parts): readonly Group[];
