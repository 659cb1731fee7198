/** AMD APM Vol. 3, "JMP (Far)" and "CALL (Far)": the offset of a pointer in memory has at most 32 bits. */
import { farTransfers } from "../common/farjump.ts";
export declare const far: ReturnType<typeof farTransfers>;
