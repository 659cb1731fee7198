/** Near JMP, CALL and RET: Intel SDM Vol. 2A and 2B and AMD APM Vol. 3, "JMP", "CALL" and "RET". */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { nextRip } from "./boundary.ts";
import { isCanonical, pagingWidth } from "./canonical.ts";
import { DB, GP, PF } from "./exceptions.ts";
import { linearOf, readData } from "./memory.ts";
import { in64BitMode } from "./mode.ts";
import type { Operand } from "./modrm.ts";
import { RF, TF } from "./rflags.ts";
import { checkPush, currentStack, pop, push, setStackPointer, type Stack } from "./stack.ts";

const EFER_NXE = 1n << 11n;

/** Bits of the operand, of the target and of what is pushed or popped. */
type Size = 16 | 32 | 64;

/** What the vendors do differently. */
export interface NearBranches {
  /** Whether 66h makes branches in 64-bit mode branches of 16 bits, and the rule that says so. */
  readonly narrows: boolean;
  readonly prefixRule: Parameters<OperationContext["absent"]>[0];
  /** Stores the return address that the push may store, then checks the target, or the other way round. */
  readonly pushAndCheck: (context: OperationContext, steps: CallSteps) => void;
}

/** The parts of CALL that the vendors order differently. */
export interface CallSteps {
  /** Whether the target will be refused. */
  readonly refused: boolean;
  /** Raises what the stack forbids. */
  readonly checkStack: () => void;
  /** Pushes the return address by `rule`; raises what the stack forbids. */
  readonly push: (rule: Parameters<OperationContext["store"]>[2]) => void;
  /** Raises what the target forbids. */
  readonly checkTarget: () => void;
}

/** A branch; `body` gets the context with the instruction as it is read, and its operand size. */
function branch(vendor: NearBranches, body: (context: OperationContext, size: Size) => void): Operation {
  return operation("near", (context) => {
    const { instruction, absent } = context;
    const { otherReading } = instruction;
    let narrows = instruction.size === 16 && (vendor.narrows || !in64BitMode(context.cpu));
    let read = context;
    if (otherReading !== undefined) {
      absent(vendor.prefixRule, () => {
        if (otherReading.length > instruction.length) fetchBehind(context);
        read = { ...context, memory: context.memory, instruction: otherReading };
        narrows = !narrows;
      });
    }
    body(read, narrows ? 16 : in64BitMode(context.cpu) ? 64 : 32);
  });
}

/** Who reads a longer instruction faults where its last bytes lie in a page that is not there. */
function fetchBehind(context: OperationContext): void {
  const { cpu, memory, raise } = context;
  const behind = nextRip(context);
  const code = (cpu.cpl === 3 ? 4 : 0) | ((cpu.efer & EFER_NXE) === 0n ? 0 : 0x10);
  if (memory.pageAt(behind) === undefined) raise(PF(code, behind), "memory.pf_not_present");
}

/** The address after the instruction plus the immediate. */
function relative(context: OperationContext, size: Size): bigint {
  return BigInt.asUintN(size, nextRip(context) + context.instruction.immediate);
}

/** What a register or memory holds. */
function absolute(context: OperationContext, size: Size): bigint {
  const operand = context.instruction.operand as Operand;
  if (operand.kind === "register") return BigInt.asUintN(size, context.cpu[operand.register]);
  const bytes = size / 8;
  return readData(context, linearOf(context, operand, { size: bytes }), bytes);
}

function isRefused({ cpu }: OperationContext, target: bigint): boolean {
  return in64BitMode(cpu) ? !isCanonical(target, pagingWidth(cpu)) : target > BigInt(cpu.cs.limit);
}

function checkTarget(context: OperationContext, target: bigint): void {
  if (!isRefused(context, target)) return;
  if (in64BitMode(context.cpu)) context.raise(GP(0), "near.gp_noncanonical");
  else context.raise(GP(0), "near.gp_limit");
}

/** RIP, RF and the trap of single-stepping; the target was checked. */
function goTo({ cpu, set, setBits, trap }: OperationContext, target: bigint, size: Size): void {
  set({ rip: target }, size === 16 ? "near.rip_16_bits" : "near.rip_from_target");
  setBits("rflags", RF, 0n, "retire.rf_cleared");
  if ((cpu.rflags & TF) !== 0n) trap(DB, "debug.db_single_step");
}

function jump(vendor: NearBranches, targetOf: typeof relative): Operation {
  return branch(vendor, (context, size) => {
    const target = targetOf(context, size);
    checkTarget(context, target);
    goTo(context, target, size);
  });
}

function call(vendor: NearBranches, targetOf: typeof relative): Operation {
  return branch(vendor, (context, size) => {
    const target = targetOf(context, size);
    const stack = currentStack(context);
    const bytes = size / 8;
    vendor.pushAndCheck(context, {
      refused: isRefused(context, target),
      checkStack: () => checkPush(context, stack, bytes),
      push: (rule) => push(context, stack, { size: bytes, value: nextRip(context) }, rule),
      checkTarget: () => checkTarget(context, target),
    });
    setStackPointer(context, stack, "near.call_moves_stack");
    goTo(context, target, size);
  });
}

function ret(vendor: NearBranches): Operation {
  return branch(vendor, (context, size) => {
    const stack = currentStack(context);
    const target = pop(context, stack, size / 8);
    checkTarget(context, target);
    const released = BigInt.asUintN(16, context.instruction.immediate);
    if (released === 0n) setStackPointer(context, stack, "near.ret_moves_stack");
    else release(context, stack, released);
    goTo(context, target, size);
  });
}

/** Moves the stack pointer by what was popped and `released` bytes more. */
function release({ force }: OperationContext, { pointer, width }: Stack, released: bigint): void {
  const mask = width === 16 ? 0xffffn : 0xffff_ffff_ffff_ffffn;
  const value = BigInt.asUintN(width, pointer + released);
  force("rsp", mask, { value, otherwise: pointer }, "near.ret_releases");
}

/** The near branches of a vendor. */
export function nearBranches(vendor: NearBranches): {
  readonly [
    name in "jmp_rel8" | "jmp_rel" | "jmp_near" | "call_rel" | "call_near" | "ret_near" | "ret_near_imm"
  ]: Operation;
} {
  return {
    jmp_rel8: jump(vendor, relative),
    jmp_rel: jump(vendor, relative),
    jmp_near: jump(vendor, absolute),
    call_rel: call(vendor, relative),
    call_near: call(vendor, absolute),
    ret_near: ret(vendor),
    ret_near_imm: ret(vendor),
  };
}
