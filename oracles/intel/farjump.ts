/** Intel SDM Vol. 2A, "JMP" and "CALL": with REX.W the offset of a pointer in memory has 64 bits. */
import { farTransfers } from "../common/farjump.ts";

export const far: ReturnType<typeof farTransfers> = farTransfers(({ instruction }) => instruction.size / 8);
