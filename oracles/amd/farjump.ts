/** AMD APM Vol. 3, "JMP (Far)" and "CALL (Far)": the offset of a pointer in memory has at most 32 bits. */
import { farTransfers } from "../common/farjump.ts";

export const far: ReturnType<typeof farTransfers> = farTransfers(({ instruction, absent }) => {
  if (instruction.size !== 64) return instruction.size / 8;
  let size = 4;
  absent("far.rex_w_offset_32_bits", () => (size = 8));
  return size;
});
