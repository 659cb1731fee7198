import type { Assembler } from "./assembler.ts";
import type { Trampoline } from "./trampoline.ts";
/** Emits `runBatch`: RBX is the slot. */
export declare function emitRunBatch(a: Assembler, trampoline: Trampoline): void;
