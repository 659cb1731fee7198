/** CR4.SMAP, which keeps supervisor accesses out of user pages. */
import type { MutableCpuState } from "../spec/fields.ts";
import type { Page, Profile } from "../spec/model.ts";
import type { RandomBits } from "./random-bits.ts";
/** Sets the bit now and then, where the processor has it. */
export declare function drawSmap(bits: RandomBits, state: MutableCpuState, { features }: Profile): void;
/** The page of a descriptor table: under SMAP a user page now and then, which the processor may not read then. */
export declare function underSmap(bits: RandomBits, { cr4 }: MutableCpuState, table: Page): Page;
