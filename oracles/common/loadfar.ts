/** Intel SDM Vol. 2A, "LDS/LES/LFS/LGS/LSS"; AMD APM Vol. 3, "LDS", "LES", "LFS", "LGS" and "LSS". */
import { GPR_NAMES } from "../../spec/fields.ts";
import type { GprName } from "../../spec/model.ts";
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { UD } from "./exceptions.ts";
import { linearOf, readData } from "./memory.ts";
import { in64BitMode } from "./mode.ts";
import type { MemoryOperand } from "./modrm.ts";
import type { LoadableSegment, SegmentLoad } from "./segload.ts";

const LOWER = 0xffff_ffffn;
const UPPER = LOWER << 32n;

/** What the manuals and processors do differently. */
export interface FarLoads {
  readonly load: SegmentLoad;
  /** Bits of the offset. */
  readonly size: (context: OperationContext) => 16 | 32 | 64;
  /** Reads the offset and the selector, in this processor's order. */
  readonly inOrder: (context: OperationContext, offset: () => void, selector: () => void) => void;
}

/** LDS, LES, LFS, LGS or LSS. */
export function loadFar(name: LoadableSegment, { load, size, inOrder }: FarLoads): Operation {
  return operation("loadfar", (context) => {
    const { instruction, raise } = context;
    const { operand } = instruction;
    if (operand?.kind !== "memory") {
      raise(UD, "loadfar.ud_register");
      return;
    }
    const width = size(context);
    let offset = 0n;
    let selector = 0n;
    inOrder(
      context,
      () => (offset = readAt(context, operand, { at: 0, size: width / 8 })),
      () => (selector = readAt(context, operand, { at: width / 8, size: 2 })),
    );
    load(context, name, Number(selector));
    setRegister(context, GPR_NAMES[instruction.reg] as GprName, { width, offset });
    retireToNext(context, name === "ss" ? { singleStep: "loadfar.db_lss" } : {});
  });
}

function readAt(
  context: OperationContext,
  operand: MemoryOperand,
  access: { readonly at: number; readonly size: number },
): bigint {
  return readData(context, linearOf(context, operand, access), access.size);
}

function setRegister(
  { cpu, setBits, unspecified }: OperationContext,
  register: GprName,
  { width, offset }: { readonly width: 16 | 32 | 64; readonly offset: bigint },
): void {
  setBits(register, (1n << BigInt(width)) - 1n, offset, "loadfar.register_from_offset");
  if (width !== 32) return;
  if (in64BitMode(cpu)) setBits(register, UPPER, 0n, "loadfar.register_zero_extended");
  else unspecified(register, UPPER, "loadfar.upper_half_unspecified");
}
