import { SS } from "./exceptions.js";
import { isCanonicalRange, linear32, readData, writeData } from "./memory.js";
import { in64BitMode } from "./mode.js";
/** How many bits of RSP move with this SS; `long` says whether in 64-bit mode, the current mode unless given. */
export function stackWidth(cpu, long = in64BitMode(cpu)) {
    if (long)
        return 64;
    return cpu.ss.db === 1 ? 32 : 16;
}
/** The stack that SS and RSP name; `long` as in `stackWidth`. */
export function currentStack({ cpu }, long) {
    const width = stackWidth(cpu, long);
    return { pointer: BigInt.asUintN(width, cpu.rsp), width, segment: cpu.ss, cpl: cpu.cpl, errorCode: 0 };
}
/** Pushes the low `size` bytes of a value, by `rule`; memory keeps it when a fault follows. */
export function push(context, stack, { size, value }, rule) {
    const pointer = BigInt.asUintN(stack.width, stack.pointer - BigInt(size));
    const linear = stackLinear(context, stack, { pointer, size, writes: true });
    writeData(context, linear, { size, value, cpl: stack.cpl }, rule);
    stack.pointer = pointer;
}
/** Pops `size` bytes as a little-endian number. */
export function pop(context, stack, size) {
    const linear = stackLinear(context, stack, { pointer: stack.pointer, size });
    const value = readData(context, linear, size);
    stack.pointer = BigInt.asUintN(stack.width, stack.pointer + BigInt(size));
    return value;
}
/** The linear address of `size` bytes at a pointer, once the segment allows them. */
export function stackLinear(context, { width, segment, errorCode }, access) {
    const { pointer, ...rest } = access;
    if (width !== 64) {
        return linear32(context, segment, { offset: pointer, stack: true, errorCode, ...rest });
    }
    if (!isCanonicalRange(context, pointer, rest.size)) {
        context.raise(SS(errorCode), "memory.ss_noncanonical");
    }
    return pointer;
}
/** Gives RSP the stack's pointer, by `rule`: of a 16-bit stack the low 16 bits, of others all. */
export function setStackPointer({ setBits }, stack, rule) {
    const mask = stack.width === 16 ? 0xffffn : 0xffffffffffffffffn;
    setBits("rsp", mask, stack.pointer, rule);
}
/** Bits of what instructions push and pop: 64 in 64-bit mode or 16 with 66h, else the operand size. */
export function stackOperandSize({ cpu, instruction }) {
    if (!in64BitMode(cpu))
        return instruction.size;
    return instruction.operandSizePrefix && instruction.operandSize === 32 ? 16 : 64;
}
