/** The code of observer B that runs under a case's own page tables: the last steps in and the first steps out. */
import { Code, Register } from "iced-x86";
import { Assembler } from "./assembler.js";
import { TRAMPOLINE_DATA, TRAMPOLINE_LINEAR, TRAMPOLINE_PAGE } from "./idt-layout.js";
import { MEMORY, PLAIN_GPRS } from "./layout.js";
import { from, imm } from "./operands.js";
import { GPR_REGISTERS } from "./gpr-registers.js";
const R = Register;
/** Vectors of exceptions; the IDT ends behind them, and no case may raise another one. */
export const EXCEPTION_VECTORS = 32;
/** Vectors for which the processor itself pushes an error code. */
export const VECTORS_WITH_ERROR_CODE = new Set([8, 10, 11, 12, 13, 14, 17, 21, 29, 30]);
const PAGE = 0x1000n;
/** Linear address of `offset` in one page of the stretch. */
export function trampolineAddress(page, offset) {
    return TRAMPOLINE_LINEAR + BigInt(TRAMPOLINE_PAGE[page]) * PAGE + BigInt(offset);
}
/** Assembles the code page; it runs anywhere, since it only jumps within itself or through registers. */
export function assembleTrampoline() {
    const a = new Assembler(0, 64);
    const offsets = { enter: 0, iretq: 0, handlers: Array.from({ length: EXCEPTION_VECTORS }, () => 0) };
    const note = (label, take) => {
        a.label(label);
        a.data((resolve) => {
            take(resolve(label));
            return new Uint8Array(0);
        });
    };
    note("enter", (offset) => (offsets.enter = offset));
    a.op(Code.Mov_r32_imm32, R.EAX, imm(MEMORY.caseRoot));
    a.op(Code.Mov_r64_imm64, R.RSP, imm(trampolineAddress("data", TRAMPOLINE_DATA.entry)));
    a.op(Code.Mov_cr_r64, R.CR3, R.RAX);
    for (const name of PLAIN_GPRS)
        a.op(Code.Pop_r64, GPR_REGISTERS[name]);
    a.op(Code.Pop_r64, R.RAX);
    note("iretq", (offset) => (offsets.iretq = offset));
    a.op(Code.Iretq);
    for (let vector = 0; vector < EXCEPTION_VECTORS; vector += 1) {
        note(`vector${vector}`, (offset) => (offsets.handlers[vector] = offset));
        if (!VECTORS_WITH_ERROR_CODE.has(vector))
            a.op(Code.Pushq_imm8, imm(0));
        a.op(Code.Pushq_imm8, imm(vector));
        a.op(Code.Jmp_rel32_64, "exit");
    }
    a.label("exit");
    a.op(Code.Push_r64, R.RAX);
    for (const name of PLAIN_GPRS.toReversed())
        a.op(Code.Push_r64, GPR_REGISTERS[name]);
    a.op(Code.Mov_r64_cr, R.RAX, R.CR3);
    a.op(Code.Push_r64, R.RAX);
    a.op(Code.Mov_r64_rm64, R.RAX, from(R.RSP, TRAMPOLINE_DATA.agentRoot - TRAMPOLINE_DATA.exit));
    a.op(Code.Mov_cr_r64, R.CR3, R.RAX);
    a.op(Code.Jmp_rm64, from(R.RSP, TRAMPOLINE_DATA.landed - TRAMPOLINE_DATA.exit));
    const bytes = a.finish();
    if (bytes.length > Number(PAGE))
        throw new Error("the trampoline exceeds its page");
    return { bytes, ...offsets };
}
