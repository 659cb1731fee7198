/** How the agent walks the chunks of a case record. */
import { Register } from "iced-x86";
import type { Assembler } from "./assembler.ts";
/** RSI = the first chunk of the record at `record`, R8D = the number of chunks. */
export declare function emitFirstChunk(a: Assembler, record: Register): void;
/** From the chunk at RSI: RDI = its physical address, ECX = its qwords, RSI = its data. Clobbers RAX, RDX. */
export declare function emitChunkDestination(a: Assembler): void;
