/** Pushing to and popping from the stack: Intel SDM Vol. 1, 6.2; AMD APM Vol. 1, 3.7.3.2, and Vol. 2, 4.5.3. */
import type { CpuState, Segment } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
import { SS } from "./exceptions.ts";
import { checkData, isCanonicalRange, linear32, readData, writeData } from "./memory.ts";
import { in64BitMode } from "./mode.ts";

type RuleId = Parameters<OperationContext["store"]>[2];

/** A stack and how far an instruction has moved on it; `pointer` changes with each push and pop. */
export interface Stack {
  pointer: bigint;
  /** Bits of the stack pointer that move: 64 in 64-bit mode, else 32 or 16 by SS.B. */
  readonly width: 16 | 32 | 64;
  readonly segment: Segment;
  /** Whose accesses they are. */
  readonly cpl: number;
  /** Error code of #SS: 0, or the selector of a stack that is being switched to. */
  readonly errorCode: number;
}

/** How many bits of RSP move with this SS; `long` says whether in 64-bit mode, the current mode unless given. */
export function stackWidth(cpu: CpuState, long: boolean = in64BitMode(cpu)): 16 | 32 | 64 {
  if (long) return 64;
  return cpu.ss.db === 1 ? 32 : 16;
}

/** The stack that SS and RSP name; `long` as in `stackWidth`. */
export function currentStack({ cpu }: OperationContext, long?: boolean): Stack {
  const width = stackWidth(cpu, long);
  return { pointer: BigInt.asUintN(width, cpu.rsp), width, segment: cpu.ss, cpl: cpu.cpl, errorCode: 0 };
}

/** Pushes the low `size` bytes of a value, by `rule`; memory keeps it when a fault follows. */
export function push(
  context: OperationContext,
  stack: Stack,
  { size, value }: { readonly size: number; readonly value: bigint },
  rule: RuleId,
): void {
  const pointer = BigInt.asUintN(stack.width, stack.pointer - BigInt(size));
  const linear = stackLinear(context, stack, { pointer, size, writes: true });
  writeData(context, linear, { size, value, cpl: stack.cpl }, rule);
  stack.pointer = pointer;
}

/** Raises what forbids to push `size` bytes, and pushes nothing. */
export function checkPush(context: OperationContext, stack: Stack, size: number): void {
  const pointer = BigInt.asUintN(stack.width, stack.pointer - BigInt(size));
  checkData(context, stackLinear(context, stack, { pointer, size, writes: true }), {
    size,
    writes: true,
    cpl: stack.cpl,
  });
}

/** Pops `size` bytes as a little-endian number. */
export function pop(context: OperationContext, stack: Stack, size: number): bigint {
  const linear = stackLinear(context, stack, { pointer: stack.pointer, size });
  const value = readData(context, linear, size);
  stack.pointer = BigInt.asUintN(stack.width, stack.pointer + BigInt(size));
  return value;
}

/** The linear address of `size` bytes at a pointer, once the segment allows them. */
export function stackLinear(
  context: OperationContext,
  { width, segment, errorCode }: Stack,
  access: { readonly pointer: bigint; readonly size: number; readonly writes?: boolean },
): bigint {
  const { pointer, ...rest } = access;
  if (width !== 64) {
    return linear32(context, segment, { offset: pointer, stack: true, errorCode, ...rest });
  }
  if (!isCanonicalRange(context, pointer, rest.size)) {
    context.raise(SS(errorCode), "memory.ss_noncanonical");
  }
  return pointer;
}

/** An access to a slot: the bytes that count, of which the first `least` are what the instruction needs. */
export interface SlotAccess {
  readonly pointer: bigint;
  readonly size: number;
  readonly least: number;
  readonly writes: boolean;
}

/**
 * The linear address of a slot, once all its bytes may be accessed. Where only those beyond the least may not, `rule`
 * signs the fault.
 */
export function checkSlot(context: OperationContext, stack: Stack, access: SlotAccess, rule: RuleId): bigint {
  const { pointer, size, least, writes } = access;
  const check = (by: OperationContext, bytes: number): bigint => {
    const linear = stackLinear(by, stack, { pointer, size: bytes, writes });
    checkData(by, linear, { size: bytes, writes });
    return linear;
  };
  const { memory, raise } = context;
  if (size > least && !faults(context, (by) => check(by, least))) {
    return check({ ...context, memory, raise: (exception) => raise(exception, rule) }, size);
  }
  return check(context, size);
}

/** Thrown to leave a check that is only tried; never an error. */
const FAULT: unique symbol = Symbol("the check fails");

/** Whether a check raises anything. */
function faults(context: OperationContext, check: (by: OperationContext) => void): boolean {
  const { memory } = context;
  const raise = (): void => {
    throw FAULT;
  };
  try {
    check({ ...context, memory, raise });
    return false;
  } catch (thrown) {
    if (thrown !== FAULT) throw thrown;
    return true;
  }
}

/** Gives RSP the stack's pointer, by `rule`: of a 16-bit stack the low 16 bits, of others all. */
export function setStackPointer({ setBits }: OperationContext, stack: Stack, rule: RuleId): void {
  const mask = stack.width === 16 ? 0xffffn : 0xffff_ffff_ffff_ffffn;
  setBits("rsp", mask, stack.pointer, rule);
}

/** Bits of what instructions push and pop: 64 in 64-bit mode or 16 with 66h, else the operand size. */
export function stackOperandSize({ cpu, instruction }: OperationContext): 16 | 32 | 64 {
  if (!in64BitMode(cpu)) return instruction.size;
  return instruction.operandSizePrefix && instruction.operandSize === 32 ? 16 : 64;
}
