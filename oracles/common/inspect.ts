/**
 * What LAR, LSL, VERR and VERW have in common: they look at a descriptor and say in ZF whether it may be used. Intel SDM
 * Vol. 2A, "LAR" and "LSL", Vol. 2B, "VERR/VERW"; AMD APM Vol. 3, "LAR", "LSL", "VERR", "VERW".
 */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { descriptorAt, entryInTable, isNull, type Descriptor } from "./descriptor.ts";
import { GP } from "./exceptions.ts";
import { isCanonicalRange } from "./memory.ts";
import type { Operand } from "./modrm.ts";
import { readWord } from "./movsreg.ts";
import { ZF } from "./rflags.ts";

type RuleId = Parameters<OperationContext["store"]>[2];

/** What one of the instructions looks at and gives. */
export interface Inspection {
  /** The instruction takes code, of which that is conforming is not compared with CPL and RPL. */
  readonly takesCode: boolean;
  /** Whether the descriptor is of a type that the instruction takes, and whole. */
  readonly accepts: (context: OperationContext, descriptor: Descriptor, selector: number) => boolean;
  /** What an accepted descriptor gives besides ZF. */
  readonly give?: (context: OperationContext, descriptor: Descriptor) => void;
}

/** One of the four instructions. */
export function inspecting(inspection: Inspection): Operation {
  return operation("inspect", (context) => {
    const { instruction, force } = context;
    const selector = readWord(context, instruction.operand as Operand);
    const descriptor = visible(context, selector, inspection);
    if (descriptor === undefined || !inspection.accepts(context, descriptor, selector)) {
      force("rflags", ZF, { value: 0n, otherwise: ZF }, "inspect.zf_cleared");
    } else {
      force("rflags", ZF, { value: ZF, otherwise: 0n }, "inspect.zf_set");
      inspection.give?.(context, descriptor);
    }
    retireToNext(context);
  });
}

/** Whether something is refused by `rule`: by every processor that has the rule. */
export function refuses({ absent }: OperationContext, rule: RuleId): boolean {
  let refused = true;
  absent(rule, () => (refused = false));
  return refused;
}

/** The descriptor that a selector names, if this CPL and RPL may see it. */
function visible(
  context: OperationContext,
  selector: number,
  { takesCode }: Inspection,
): Descriptor | undefined {
  const { cpu, absent, raise, variant } = context;
  if (isNull(selector) && refuses(context, "inspect.refuses_null")) return undefined;
  let linear = entryInTable(context, selector, 8);
  if (linear === undefined) {
    if (refuses(context, "inspect.refuses_beyond_limit")) return undefined;
    const { base } = (selector & 4) !== 0 ? cpu.ldtr : cpu.gdtr;
    linear = BigInt.asUintN(64, base + BigInt(selector & 0xfff8));
  }
  if (!isCanonicalRange(context, linear, 8)) {
    if (variant("inspect.noncanonical_entry", ["refused", "faults"]) === "faults") {
      raise(GP(0), "inspect.noncanonical_entry");
    }
    return undefined;
  }
  const descriptor = descriptorAt(context, linear);
  const { s, type, dpl, p } = descriptor;
  let refused = false;
  if (s === 1 && (type & 0xc) === 0xc) {
    if (takesCode && Math.max(selector & 3, cpu.cpl) > dpl) {
      absent("inspect.conforming_not_checked", () => (refused = true));
    }
  } else {
    if ((selector & 3) > dpl && refuses(context, "inspect.refuses_rpl")) return undefined;
    if (cpu.cpl > dpl && refuses(context, "inspect.refuses_cpl")) return undefined;
  }
  if (p === 0) absent("inspect.not_present_accepted", () => (refused = true));
  return refused ? undefined : descriptor;
}
