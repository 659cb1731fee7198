import type { Assembler } from "./assembler.ts";
/** Emits everything from `agent64` on. `passThrough` are the MSRs that cases may read and write. */
export declare function emitAgent(a: Assembler, passThrough: readonly number[]): void;
