/** A small assembler over iced-x86's encoder: instructions by code, labels by name, two passes. */
import { Encoder, Instruction, MemoryOperand, Register } from "iced-x86";
/** Collects code and data for one stretch of memory that starts at `origin`. */
export class Assembler {
    #origin;
    #items = [];
    #bitness;
    #unique = 0;
    constructor(origin, bitness) {
        this.#origin = origin;
        this.#bitness = bitness;
    }
    /** Bits of the instructions that follow. */
    bits(bitness) {
        this.#bitness = bitness;
    }
    /** Names the address of what follows. */
    label(name) {
        this.#items.push({ kind: "label", name });
    }
    /** A label name that nobody else has. */
    fresh(stem) {
        this.#unique += 1;
        return `${stem}$${this.#unique}`;
    }
    /** Bytes as they are, or computed once the labels are known; their number must not depend on labels. */
    data(bytes) {
        this.#items.push({ kind: "bytes", bytes: typeof bytes === "function" ? bytes : () => bytes });
    }
    /** One instruction. */
    op(code, ...operands) {
        this.#items.push({
            kind: "instruction",
            bitness: this.#bitness,
            make: (resolve) => build(code, operands, resolve),
        });
    }
    /** A direct far jump to `label`. */
    farJump(code, selector, label, base = 0) {
        this.#items.push({
            kind: "instruction",
            bitness: this.#bitness,
            make: (resolve) => Instruction.createFarBranch(code, selector, resolve(label) + base),
        });
    }
    /** The finished bytes. Errors: a label that nobody defined, or one defined twice. */
    finish() {
        const labels = new Map();
        this.#pass(labels, () => this.#origin);
        return this.#pass(new Map(), (name) => {
            const found = labels.get(name);
            if (found === undefined)
                throw new Error(`no label ${name}`);
            return found;
        });
    }
    #pass(labels, resolve) {
        const parts = [];
        let address = this.#origin;
        for (const item of this.#items) {
            if (item.kind === "label") {
                if (labels.has(item.name))
                    throw new Error(`label ${item.name} defined twice`);
                labels.set(item.name, address);
                continue;
            }
            const bytes = item.kind === "bytes" ? item.bytes(resolve) : encode(item.make(resolve), item.bitness, address);
            parts.push(bytes);
            address += bytes.length;
        }
        const whole = new Uint8Array(address - this.#origin);
        let offset = 0;
        for (const part of parts) {
            whole.set(part, offset);
            offset += part.length;
        }
        return whole;
    }
}
function encode(instruction, bitness, address) {
    const encoder = new Encoder(bitness);
    encoder.encode(instruction, BigInt(address));
    const bytes = encoder.takeBuffer();
    encoder.free();
    instruction.free();
    return bytes;
}
function isImmediate(operand) {
    return typeof operand === "object" && "immediate" in operand;
}
function isMemory(operand) {
    return typeof operand === "object" && !("immediate" in operand);
}
function memoryOperand(memory) {
    const base = memory.base ?? Register.None;
    const index = memory.index ?? Register.None;
    // An absolute address needs its full displacement; otherwise the encoder picks 8 or 32 bits.
    const size = base === Register.None ? (memory.segment === undefined ? 4 : 2) : memory.displacement ? 1 : 0;
    return new MemoryOperand(base, index, memory.scale ?? 1, BigInt(memory.displacement ?? 0), size, false, memory.segment ?? Register.None);
}
function build(code, operands, resolve) {
    const [first, second, third] = operands;
    if (first === undefined)
        return Instruction.create(code);
    if (typeof first === "string")
        return Instruction.createBranch(code, BigInt(resolve(first)));
    if (isImmediate(first)) {
        const value = Number(first.immediate);
        return second === undefined
            ? Instruction.createI32(code, value)
            : Instruction.createI32Reg(code, value, second);
    }
    if (isMemory(first)) {
        const memory = memoryOperand(first);
        if (second === undefined)
            return Instruction.createMem(code, memory);
        if (isImmediate(second))
            return Instruction.createMemI32(code, memory, Number(second.immediate) | 0);
        return Instruction.createMemReg(code, memory, second);
    }
    if (second === undefined)
        return Instruction.createReg(code, first);
    if (typeof second === "string")
        return Instruction.createRegI32(code, first, resolve(second) | 0);
    if (isImmediate(second)) {
        return typeof second.immediate === "bigint"
            ? Instruction.createRegI64(code, first, second.immediate)
            : Instruction.createRegI32(code, first, second.immediate | 0);
    }
    if (isMemory(second))
        return Instruction.createRegMem(code, first, memoryOperand(second));
    if (third === undefined)
        return Instruction.createRegReg(code, first, second);
    return Instruction.createRegRegI32(code, first, second, Number(third.immediate) | 0);
}
