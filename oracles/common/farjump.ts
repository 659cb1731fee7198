/** Intel SDM Vol. 2A and AMD APM Vol. 3, "JMP" and "CALL", the far forms. */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { nextRip, retireAt } from "./boundary.ts";
import { UD } from "./exceptions.ts";
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
import { isGate, throughGate } from "./fargate.ts";
import { checkPlainPrivilege } from "./farprivilege.ts";
import { linearOf, readData } from "./memory.ts";
import { in64BitMode } from "./mode.ts";
import type { Operand } from "./modrm.ts";
import { currentStack, push, setStackPointer, stackWidth, type Stack } from "./stack.ts";

/** What a far pointer holds. */
interface FarPointer {
  readonly selector: number;
  /** Zero-extended. */
  readonly offset: bigint;
}

/** Bytes of the offset of a far pointer in memory. */
export type OffsetSize = (context: OperationContext) => number;

/** The four far JMPs and CALLs of a vendor. */
export function farTransfers(offsetSize: OffsetSize): {
  readonly [name in "jmp_far_direct" | "jmp_far_memory" | "call_far_direct" | "call_far_memory"]: Operation;
} {
  const memory = (context: OperationContext): FarPointer | undefined => pointerInMemory(context, offsetSize);
  return {
    jmp_far_direct: jump(directPointer),
    jmp_far_memory: jump(memory),
    call_far_direct: call(directPointer),
    call_far_memory: call(memory),
  };
}

type PointerSource = (context: OperationContext) => FarPointer | undefined;

function directPointer({ cpu, instruction, raise }: OperationContext): FarPointer {
  if (in64BitMode(cpu)) raise(UD, "far.ud_direct_in_64bit_mode");
  return { selector: instruction.selector, offset: instruction.immediate };
}

/** The pointer is read whole before anything is checked; undefined only for a processor that takes a register. */
function pointerInMemory(context: OperationContext, offsetSize: OffsetSize): FarPointer | undefined {
  const operand = context.instruction.operand as Operand;
  if (operand.kind === "register") {
    context.raise(UD, "far.ud_register");
    return undefined;
  }
  const size = offsetSize(context);
  const linear = linearOf(context, operand, { size: size + 2 });
  const offset = readData(context, linear, size);
  const selector = readData(context, BigInt.asUintN(64, linear + BigInt(size)), 2);
  return { selector: Number(selector), offset };
}

function jump(source: PointerSource): Operation {
  return operation("farjmp", (context) => {
    const pointer = source(context);
    const target = pointer && needCode(context, pointer.selector);
    if (pointer === undefined || target === undefined) return;
    if (isGate(context, target)) {
      throughGate(context, target, "jump");
      return;
    }
    checkCode(context, target, () => checkPlainPrivilege(context, target));
    const open = withOpenAccessedBit(context, target.descriptor);
    enter(context, target, checkTarget(open, target.descriptor, pointer.offset));
  });
}

function call(source: PointerSource): Operation {
  return operation("farcall", (context) => {
    const pointer = source(context);
    const target = pointer && needCode(context, pointer.selector);
    if (pointer === undefined || target === undefined) return;
    if (isGate(context, target)) {
      throughGate(context, target, "call");
      return;
    }
    checkCode(context, target, () => checkPlainPrivilege(context, target));
    const open = withOpenAccessedBit(context, target.descriptor);
    const stack = stackOfTarget(context, target);
    const size = context.instruction.size / 8;
    push(open, stack, { size, value: BigInt(context.cpu.cs.selector) }, "farcall.cs_pushed");
    push(open, stack, { size, value: nextRip(context) }, "farcall.rip_pushed");
    const rip = checkTarget(open, target.descriptor, pointer.offset);
    enter(context, target, rip, stack);
  });
}

/** The return address goes to the stack as the target's mode sees it. */
function stackOfTarget(context: OperationContext, { descriptor }: CodeTarget): Stack {
  const { cpu, absent } = context;
  const long = is64BitCode(cpu, descriptor);
  let stack = currentStack(context, long);
  if (stackWidth(cpu, long) !== stackWidth(cpu)) {
    absent("farcall.stack_of_target_mode", () => (stack = currentStack(context)));
  }
  return stack;
}

function enter(context: OperationContext, target: CodeTarget, rip: bigint, stack?: Stack): void {
  // A stack of 32 bits is cut by what moves it.
  if (stack?.width !== 32) cutStackPointer(context, target.descriptor);
  if (stack !== undefined) setStackPointer(context, stack, "farcall.rsp");
  loadCs(context, target);
  retireAt(context, rip, "far.rip_from_offset");
}
