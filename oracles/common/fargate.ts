/** Call gates of long mode: Intel SDM Vol. 2A, "CALL" and "JMP", Vol. 3A, 5.8.3 to 5.8.5; AMD APM Vol. 2, 4.11.2. */
import { field } from "../../spec/fields.ts";
import type { OperationContext } from "../operation.ts";
import { nextRip, retireAt } from "./boundary.ts";
import { isCanonical, pagingWidth } from "./canonical.ts";
import { OutOfModel } from "./decode.ts";
import { entryAddress, selectorError } from "./descriptor.ts";
import { GP, NP, SS, TS } from "./exceptions.ts";
import { checkCode, checkTarget, loadCs, needCode, withOpenAccessedBit, type CodeTarget } from "./far.ts";
import { readTable } from "./memory.ts";
import { lma } from "./mode.ts";
import { currentStack, push, setStackPointer, type Stack } from "./stack.ts";

const CALL_GATE = 0xc;
/** Call gates, task gates and TSSs of legacy mode, busy or not. */
const LEGACY_GATES: ReadonlySet<number> = new Set([0x1, 0x3, 0x4, 0x5, 0x9, 0xb, CALL_GATE]);
/** RSP0 of a 64-bit TSS. */
const RSP_0 = 4n;

/** How control goes through a gate: JMP never changes CPL. */
export type GateUse = "jump" | "call";

/**
 * Whether a descriptor is a gate that a far JMP or CALL goes through.
 * Errors: `OutOfModel` outside long mode for gates and task switches.
 */
export function isGate({ cpu }: OperationContext, { descriptor: { s, type } }: CodeTarget): boolean {
  if (s === 1) return false;
  if (!lma(cpu) && LEGACY_GATES.has(type)) {
    throw new OutOfModel(`no oracle models gates and task switches of legacy mode, here of type ${type}`);
  }
  return lma(cpu) && type === CALL_GATE;
}

/** What a gate holds. */
interface Gate {
  readonly selector: number;
  readonly offset: bigint;
  /** Bits 12:8 of the last doubleword, which must be 0. */
  readonly upperType: number;
}

function unpackGate(value: bigint): Gate {
  const low = value & 0xffffn;
  const middle = (value >> 48n) & 0xffffn;
  return {
    selector: Number((value >> 16n) & 0xffffn),
    offset: low | (middle << 16n) | (((value >> 64n) & 0xffff_ffffn) << 32n),
    upperType: Number((value >> 104n) & 0x1fn),
  };
}

/** JMP or CALL through a call gate. */
export function throughGate(context: OperationContext, through: CodeTarget, use: GateUse): void {
  const gate = checkGate(context, through);
  const target = needCode(context, gate.selector);
  if (target === undefined) return;
  checkCode(context, target, () => checkGateTarget(context, target, use));
  const { type, dpl } = target.descriptor;
  if (use === "jump") {
    const rip = checkTarget(withOpenAccessedBit(context, target.descriptor), target.descriptor, gate.offset);
    loadCs(context, target);
    retireAt(context, rip, "fargate.rip_from_gate");
  } else if ((type & 4) === 0 && dpl < context.cpu.cpl) callInward(context, target, gate.offset);
  else callAtSamePrivilege(context, target, gate.offset);
}

/** Privilege, presence, and the upper half of the gate. */
function checkGate(context: OperationContext, { selector, descriptor }: CodeTarget): Gate {
  const { cpu, raise, order, variant } = context;
  const { dpl, p, linear } = descriptor;
  const code = selectorError(selector);
  const gate = unpackGate(readTable(context, linear, 16));
  const isCut = entryAddress(context, selector, 16) === undefined;
  const isBad = isCut || gate.upperType !== 0;
  order(
    "fargate.gp_before_not_present",
    () => {
      if (dpl < cpu.cpl) raise(GP(code), "fargate.gp_dpl_below_cpl");
      if ((selector & 3) > dpl) raise(GP(code), "fargate.gp_rpl_above_dpl");
    },
    () => {
      if (p === 0 && !isBad) raise(NP(code), "fargate.np_not_present");
    },
  );
  if (p === 0 && isBad && variant("fargate.upper_half_before_present", ["np", "gp"]) === "np") {
    raise(NP(code), "fargate.np_not_present");
  }
  if (isCut) raise(GP(code), "fargate.gp_limit");
  if (gate.upperType !== 0) raise(GP(code), "fargate.gp_upper_type");
  return gate;
}

/** The code segment that a gate names: 64-bit, not of an outer privilege; its selector's RPL does not count. */
function checkGateTarget(
  { cpu, raise, absent }: OperationContext,
  { selector, descriptor }: CodeTarget,
  use: GateUse,
): void {
  const { type, dpl, p, l, db } = descriptor;
  const fault = GP(selectorError(selector));
  if (dpl > cpu.cpl) raise(fault, "fargate.gp_code_dpl");
  if (use === "jump" && (type & 4) === 0 && dpl !== cpu.cpl) raise(fault, "fargate.gp_jump_inward");
  if (l !== 1 || db === 1) raise(fault, "fargate.gp_not_64bit");
  if ((selector & 3) > cpu.cpl && p === 1)
    absent("fargate.code_rpl_ignored", () => raise(fault, "far.gp_rpl"));
}

/** Whether the target is checked before the return address is pushed: the SDM says so of gates, but not silicon of CALL. */
function withTargetCheck(
  context: OperationContext,
  target: CodeTarget,
  offset: bigint,
  pushes: () => void,
): bigint {
  const { cpu, variant } = context;
  const open = withOpenAccessedBit(context, target.descriptor);
  const isBad = !isCanonical(offset, pagingWidth(cpu));
  if (isBad && variant("fargate.target_check", ["before pushes", "after pushes"]) === "before pushes") {
    checkTarget(open, target.descriptor, offset);
  }
  pushes();
  return checkTarget(open, target.descriptor, offset);
}

function callAtSamePrivilege(context: OperationContext, target: CodeTarget, offset: bigint): void {
  const { cpu } = context;
  const open = withOpenAccessedBit(context, target.descriptor);
  const stack = currentStack(context, true);
  const rip = withTargetCheck(context, target, offset, () => {
    push(open, stack, { size: 8, value: BigInt(cpu.cs.selector) }, "fargate.cs_pushed");
    push(open, stack, { size: 8, value: nextRip(context) }, "fargate.rip_pushed");
  });
  setStackPointer(context, stack, "fargate.rsp");
  loadCs(context, target);
  retireAt(context, rip, "fargate.rip_from_gate");
}

/** To an inner privilege: onto the stack that the TSS names for it. */
function callInward(context: OperationContext, target: CodeTarget, offset: bigint): void {
  const { cpu, set, load, unspecified } = context;
  const open = withOpenAccessedBit(context, target.descriptor);
  const cpl = target.descriptor.dpl;
  const stack = innerStack(open, cpl);
  const rip = withTargetCheck(context, target, offset, () => {
    push(open, stack, { size: 8, value: BigInt(cpu.ss.selector) }, "fargate.ss_pushed");
    push(open, stack, { size: 8, value: cpu.rsp }, "fargate.rsp_pushed");
    push(open, stack, { size: 8, value: BigInt(cpu.cs.selector) }, "fargate.cs_pushed");
    push(open, stack, { size: 8, value: nextRip(context) }, "fargate.rip_pushed");
  });
  setStackPointer(context, stack, "fargate.rsp");
  load("ss", { selector: cpl, p: 0, dpl: cpl }, "fargate.ss_null");
  for (const part of ["base", "limit", "type", "s", "avl", "l", "db", "g"] as const) {
    const name = `ss.${part}` as const;
    unspecified(name, field(name).mask, "fargate.ss_hidden_unspecified");
  }
  set({ cpl }, "fargate.cpl_is_dpl");
  loadCs(context, target, cpl);
  retireAt(context, rip, "fargate.rip_from_gate");
}

/** The stack of a privilege level in the 64-bit TSS; its accesses have that privilege. */
function innerStack(context: OperationContext, cpl: number): Stack {
  const { cpu, raise, variant } = context;
  const { base, limit, selector } = cpu.tr;
  const at = RSP_0 + 8n * BigInt(cpl);
  if (at + 7n > BigInt(limit)) raise(TS(selectorError(selector)), "fargate.ts_limit");
  const pointer = readTable(context, BigInt.asUintN(64, base + at), 8);
  const width = pagingWidth(cpu);
  if (pointer === 1n << BigInt(width - 1)) {
    // The value is not canonical, but every byte of the frame below it is.
    if (variant("fargate.new_rsp_at_edge", ["ss", "accepted"]) === "ss") {
      raise(SS(0), "fargate.new_rsp_at_edge");
    }
  } else if (!isCanonical(pointer, width)) raise(SS(0), "memory.ss_noncanonical");
  return { pointer, width: 64, segment: cpu.ss, cpl, errorCode: 0 };
}
