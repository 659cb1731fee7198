/**
 * What far RET and IRET do alike, once they know the frame. Intel SDM Vol. 2A, "IRET", and Vol. 2B, "RET"; AMD APM Vol. 3,
 * "IRET" and "RET (Far)".
 */
import type { OperationContext } from "../operation.ts";
import { selectorError, type Descriptor } from "./descriptor.ts";
import { GP } from "./exceptions.ts";
import {
  checkCode,
  checkTarget,
  cutStackPointer,
  is64BitCode,
  loadCs,
  needCode,
  withOpenAccessedBit,
  type CodeTarget,
} from "./far.ts";
import { in64BitMode } from "./mode.ts";
import {
  checkNewStack,
  holdsInner,
  loadNewStack,
  nullDataSegments,
  nullWrongly,
  type NewStack,
  type NullSelector,
  type StackImage,
} from "./outer-return.ts";

const LOW_16 = 0xffffn;
const BITS_31_16 = 0xffff_0000n;
const LOWER = 0xffff_ffffn;

/** The checks of a return; `stack` and `ss` do nothing where SS and RSP are not popped. */
export interface ReturnChecks {
  /** CS and its descriptor. */
  readonly code: () => void;
  /** Reads SS and RSP. */
  readonly stack: () => void;
  /** SS and its descriptor; after `code` and `stack`. */
  readonly ss: () => void;
  /** RIP; after `code`. */
  readonly rip: () => void;
}

/** What the manuals state, or silicon does, differently. */
export interface ReturnVendor {
  /** Runs the checks in the vendor's order. `pops` says when SS and RSP are popped. */
  readonly inOrder: (context: OperationContext, checks: ReturnChecks, pops: Pops) => void;
  /** The offset that an image of RIP gives in other than 64-bit code, before it is compared with the limit. */
  readonly offset: (context: OperationContext, rip: bigint, outer: boolean) => bigint;
  /** RSP[63:32] where the stack that is returned to has 16 bits. */
  readonly narrowStack: (context: OperationContext, code: Descriptor) => void;
  readonly nullSelector: NullSelector;
  /** RF after IRET of 32 or 64 bits. */
  readonly resume: (context: OperationContext, image: bigint) => void;
}

/** When SS and RSP are popped: never, on a return outwards, or always. */
export type Pops = "never" | "outwards" | "always";

/** What a return found on the stack. */
export interface Frame {
  readonly selector: number;
  readonly rip: bigint;
  readonly pops: Pops;
  /** Reads SS and RSP. */
  readonly stack: (context: OperationContext) => StackImage;
  /** RSP where it is not popped. */
  readonly rsp: bigint;
  /** What is added to a popped RSP. */
  readonly released: bigint;
}

/** What the checks leave. */
interface Found {
  code?: CodeTarget;
  stack?: StackImage;
  ss?: NewStack;
  rip?: bigint;
}

/** Whether a return through this selector leads outwards. */
export function isOuter({ cpu }: OperationContext, selector: number): boolean {
  return (selector & 3) > cpu.cpl;
}

/**
 * Checks everything, then loads CS, SS and RSP and sets CPL. Returns the new RIP; undefined only for a processor that
 * lacks a check.
 */
export function returnTo(context: OperationContext, frame: Frame, vendor: ReturnVendor): bigint | undefined {
  const { cpu, set, absent } = context;
  const { selector, pops } = frame;
  const found = check(context, frame, vendor);
  const { code, stack, ss, rip } = found;
  if (code === undefined) return undefined;
  const rpl = selector & 3;
  loadCs(context, code, rpl);
  if (ss !== undefined) loadNewStack(context, ss, rpl);
  const popped = stack === undefined ? undefined : BigInt.asUintN(64, stack.rsp + frame.released);
  const db = ss === undefined ? cpu.ss.db : (ss.descriptor?.db ?? 1);
  setStackPointer(context, code.descriptor, {
    rsp: popped ?? frame.rsp,
    db,
    vendor,
  });
  if (rpl !== cpu.cpl) {
    set({ cpl: rpl }, "return.cpl_is_rpl");
    nullDataSegments(context, rpl, vendor.nullSelector);
  } else if (pops === "always" && holdsInner(context, rpl)) {
    absent("iret.same_level_keeps_data", () => nullWrongly(context, rpl));
  }
  return rip;
}

function check(context: OperationContext, frame: Frame, vendor: ReturnVendor): Found {
  const { selector, rip, pops } = frame;
  const found: Found = {};
  const open = (): OperationContext =>
    found.code === undefined ? context : withOpenAccessedBit(context, found.code.descriptor);
  const code = (): void => {
    const target = needCode(context, selector);
    if (target === undefined) return;
    checkCode(context, target, () => checkPrivilege(context, target));
    found.code = target;
  };
  const stack = (): void => {
    if (pops !== "never") found.stack = frame.stack(open());
  };
  const ss = (): void => {
    if (found.code === undefined || found.stack === undefined) return;
    found.ss = checkNewStack(open(), found.code, found.stack.selector);
  };
  const target = (): void => {
    if (found.code === undefined) return;
    const within = found.ss?.descriptor;
    const late = within && withOpenAccessedBit(open(), within, "return.ss_accessed_on_fault");
    found.rip = targetOf(late ?? open(), found.code, rip, vendor);
  };
  vendor.inOrder(context, { code, stack, ss, rip: target }, pops);
  return found;
}

/** Returns lead to the same level or outwards, and RPL of CS says to which. */
function checkPrivilege({ cpu, raise }: OperationContext, { selector, descriptor }: CodeTarget): void {
  const rpl = selector & 3;
  const { type, dpl } = descriptor;
  const code = selectorError(selector);
  if (rpl < cpu.cpl) raise(GP(code), "return.gp_rpl_below_cpl");
  if ((type & 4) !== 0) {
    if (dpl > rpl) raise(GP(code), "return.gp_conforming_dpl");
  } else if (dpl !== rpl) {
    raise(GP(code), "return.gp_dpl");
  }
}

function targetOf(
  context: OperationContext,
  { selector, descriptor }: CodeTarget,
  rip: bigint,
  vendor: ReturnVendor,
): bigint {
  if (is64BitCode(context.cpu, descriptor)) return checkTarget(context, descriptor, rip);
  return checkTarget(context, descriptor, vendor.offset(context, rip, isOuter(context, selector)));
}

/** RSP by the width of the stack that is returned to. */
function setStackPointer(
  context: OperationContext,
  code: Descriptor,
  options: {
    readonly rsp: bigint;
    readonly db: number;
    readonly vendor: ReturnVendor;
  },
): void {
  const { cpu, set, setBits, ignore } = context;
  const { rsp, db, vendor } = options;
  if (is64BitCode(cpu, code)) {
    set({ rsp }, "return.rsp");
  } else if (db === 1) {
    setBits("rsp", LOWER, rsp, "return.rsp");
    cutStackPointer(context, code);
  } else {
    setBits("rsp", LOW_16, rsp, "return.rsp");
    ignore("rsp", BITS_31_16, rsp, "return.narrow_stack_bits_kept");
    if (in64BitMode(cpu)) vendor.narrowStack(context, code);
  }
}
