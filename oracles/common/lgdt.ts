/** Intel SDM Vol. 2A and AMD APM Vol. 3, "LGDT" and "LIDT". */
import { operation, type Operation } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { cpuWidth, isCanonical, pagingWidth } from "./canonical.ts";
import { GP } from "./exceptions.ts";
import { linearOf, readData } from "./memory.ts";
import { in64BitMode } from "./mode.ts";
import type { MemoryOperand } from "./modrm.ts";

const LOW_24 = 0xff_ffffn;
const BITS_31_24 = 0xff00_0000n;
const UPPER = 0xffff_ffffn << 32n;

/** LGDT or LIDT. */
export function loadTable(name: "gdtr" | "idtr"): Operation {
  return operation("lgdt", (context) => {
    const { cpu, instruction, profile, raise, absent, set, setBits, force } = context;
    if (cpu.cpl !== 0) raise(GP(0), "lgdt.gp_cpl_nonzero");
    const wide = in64BitMode(cpu);
    const size = wide ? 8 : 4;
    const linear = linearOf(context, instruction.operand as MemoryOperand, { size: 2 + size });
    const limit = readData(context, linear, 2);
    const base = readData(context, BigInt.asUintN(64, linear + 2n), size);
    if (!isCanonical(base, cpuWidth(profile))) raise(GP(0), "lgdt.gp_base_noncanonical");
    else if (!isCanonical(base, pagingWidth(cpu))) {
      absent("lgdt.canonical_by_cpu_width", () => raise(GP(0), "lgdt.gp_base_noncanonical"));
    }
    set({ [`${name}.limit`]: limit }, "lgdt.limit_from_memory");
    const field = `${name}.base` as const;
    setBits(field, LOW_24, base, "lgdt.base_from_memory");
    setBits(field, UPPER, base, "lgdt.base_from_memory");
    if (!wide && instruction.size === 16) {
      force(field, BITS_31_24, { value: 0n, otherwise: base }, "lgdt.o16_base_of_24_bits");
    } else {
      setBits(field, BITS_31_24, base, "lgdt.base_from_memory");
    }
    retireToNext(context);
  });
}
