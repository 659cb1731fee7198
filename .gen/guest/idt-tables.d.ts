import type { Assembler } from "./assembler.ts";
import { type Trampoline } from "./trampoline.ts";
/** Present, writable, user, accessed: the leaf alone decides. */
export declare const TABLE_FLAGS = 39;
/** Builds everything and loads LDTR and TR, once. Clobbers nearly all. */
export declare function emitIdtOn(a: Assembler, trampoline: Trampoline): void;
/** GDTR and IDTR of the cases. The agent's CS stays what it is until the first exception. */
export declare function emitIdtBegin(a: Assembler): void;
/** The agent's own registers again, as the main loop and its interrupts need them. */
export declare function emitIdtEnd(a: Assembler): void;
/**
 * Emits `switchLevels`: between four and five levels of page tables, which cannot be done in long mode. Clobbers
 * RAX, RCX, RDX and RDI.
 */
export declare function emitSwitchLevels(a: Assembler): void;
/** The images that `emitIdtOn` copies, and the operands of LGDT and LIDT. */
export declare function emitIdtData(a: Assembler, trampoline: Trampoline): void;
