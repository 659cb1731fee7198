import type { Assembler } from "./assembler.ts";
/** R14D counts the pages; a page whose leaf entry is dirty is compared with what the record put there. */
export declare function emitWrites(a: Assembler): void;
