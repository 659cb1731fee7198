/** Puts the ROM image together. */
import { Assembler } from "./assembler.ts";
import { emitAgent } from "./agent.ts";
import { emitBoot, resetVector } from "./boot.ts";
import { MEMORY, ROM_SIZE } from "./layout.ts";

const VECTOR_OFFSET = ROM_SIZE - 16;

/** MSRs that hold state of the model: a case reads and writes them directly. */
const STATE_MSRS: readonly number[] = [
  0x174, 0x175, 0x176,
  0xc000_0080, 0xc000_0081, 0xc000_0082, 0xc000_0083, 0xc000_0084,
  0xc000_0100, 0xc000_0101, 0xc000_0102,
];

/** The ROM's bytes. `unknownMsrs` are indices that no vendor defines and that cases may try. */
export function assembleRom(unknownMsrs: readonly number[]): Uint8Array {
  const a = new Assembler(MEMORY.agent, 64);
  let reset16 = 0;
  // The first bytes are data, so that the image says what it is.
  a.data(new TextEncoder().encode("ringcross guest\0"));
  a.data((resolve) => {
    reset16 = resolve("reset16") - MEMORY.agent;
    return new Uint8Array(0);
  });
  emitBoot(a, "agent64");
  emitAgent(a, [...STATE_MSRS, ...unknownMsrs]);
  const code = a.finish();
  if (code.length > VECTOR_OFFSET) throw new Error(`the ROM's code has ${code.length} bytes, ${VECTOR_OFFSET} fit`);
  const image = new Uint8Array(ROM_SIZE).fill(0xf4);
  image.set(code);
  image.set(resetVector(reset16, VECTOR_OFFSET), VECTOR_OFFSET);
  return image;
}
