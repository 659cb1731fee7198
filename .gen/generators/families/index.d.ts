/** The families, by instruction. */
import type { InstructionName } from "../instruction-name.ts";
import type { Family } from "./family.ts";
/** Every family. */
export declare const FAMILIES: readonly Family[];
/** The family of an instruction; undefined for one whose cases need no memory but its code and the GDT. */
export declare function familyOf(name: InstructionName): Family | undefined;
