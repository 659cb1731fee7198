/** Puts the ROM image together. */
import { Assembler } from "./assembler.js";
import { emitAgent } from "./agent.js";
import { emitBoot, resetVector } from "./boot.js";
import { MEMORY, ROM_SIZE } from "./layout.js";
const VECTOR_OFFSET = ROM_SIZE - 16;
/** The ROM's bytes. Cases read and write the MSRs in `passThrough` directly; all others are intercepted. */
export function assembleRom(passThrough) {
    const a = new Assembler(MEMORY.agent, 64);
    let reset16 = 0;
    // The first bytes are data, so that the image says what it is.
    a.data(new TextEncoder().encode("ringcross guest\0"));
    a.data((resolve) => {
        reset16 = resolve("reset16") - MEMORY.agent;
        return new Uint8Array(0);
    });
    emitBoot(a, "agent64");
    emitAgent(a, passThrough);
    const code = a.finish();
    if (code.length > VECTOR_OFFSET)
        throw new Error(`the ROM's code has ${code.length} bytes, ${VECTOR_OFFSET} fit`);
    const image = new Uint8Array(ROM_SIZE).fill(0xf4);
    image.set(code);
    image.set(resetVector(reset16, VECTOR_OFFSET), VECTOR_OFFSET);
    return image;
}
