/** The state of a case on its way through the processor's own registers: observer B. */
import { Code, Register } from "iced-x86";
import { AGENT_MSRS, EXIT_FRAME, IDT_MEMORY, STAGE, TRAMPOLINE_DATA } from "./idt-layout.js";
import { TABLE_FLAGS } from "./idt-tables.js";
import { CASE, MEMORY, PLAIN_GPRS, RESULT, SEGMENT_ORDER, STATE, STATUS, VMCB_SCALARS } from "./layout.js";
import { REP_MOVSQ, at, from, imm } from "./operands.js";
import { trampolineAddress } from "./trampoline.js";
import { VARIABLE } from "./variables.js";
import { EXIT } from "./vmcb.js";
const R = Register;
const CR4_LA57 = 1 << 12;
const LAST_ENTRY = 511 * 8;
const scalarAt = (name) => STATE.scalars + VMCB_SCALARS.indexOf(name) * 8;
const segmentAt = (name) => STATE.segments + SEGMENT_ORDER.indexOf(name) * 16;
const data = (offset) => at(IDT_MEMORY.data + offset);
const exitWord = (index) => data(TRAMPOLINE_DATA.exit + index * 8);
/** Where the value of an agent's MSR is in the state block. */
function msrAt(name) {
    if (name === "fsBase")
        return segmentAt("fs") + 8;
    if (name === "gsBase")
        return segmentAt("gs") + 8;
    return scalarAt(name);
}
/** The registers that a load takes from a table, in the order in which they are loaded. */
const LOADED = [
    ["ds", R.DS],
    ["es", R.ES],
    ["fs", R.FS],
    ["gs", R.GS],
];
/** Registers that must read back as they were written: bits that do not stick cannot be tested. */
const VERIFIED = [
    ["cr4", STAGE.verifyCr4, R.CR4],
    ["cr0", STAGE.verifyCr0, R.CR0],
    ["dr6", STAGE.verifyDr6, R.DR6],
    ["dr7", STAGE.verifyDr7, R.DR7],
];
function isDebug(register) {
    return register === R.DR6 || register === R.DR7;
}
function emitReadRegister(a, register) {
    a.op(isDebug(register) ? Code.Mov_r64_dr : Code.Mov_r64_cr, R.RAX, register);
}
function emitStage(a, stage) {
    a.op(Code.Mov_rm32_imm32, data(TRAMPOLINE_DATA.stage), imm(stage));
}
/**
 * Emits the whole way of one case: in by IRETQ, out by an exception. RSI = the record. Afterwards RBX = the result,
 * RSI = the case.
 */
export function emitIdtCase(a, trampoline) {
    a.op(Code.Mov_rm64_r64, at(VARIABLE.stackPointer), R.RSP);
    a.op(Code.Mov_r64_rm64, R.RBX, R.RSI);
    const record = (offset) => from(R.RBX, CASE.state + offset);
    emitLevels(a);
    emitEntryBlock(a, record);
    for (const [name, register] of LOADED) {
        emitStage(a, STAGE[name]);
        a.op(Code.Lea_r64_m, R.RDI, record(segmentAt(name)));
        a.op(Code.Call_rel32_64, "putDescriptor");
        a.op(Code.Mov_Sreg_r32m16, register, R.EAX);
    }
    for (const name of ["cs", "ss"]) {
        a.op(Code.Lea_r64_m, R.RDI, record(segmentAt(name)));
        a.op(Code.Call_rel32_64, "putDescriptor");
    }
    emitStage(a, STAGE.debug);
    for (const [name, register] of [
        ["dr6", R.DR6],
        ["dr7", R.DR7],
    ]) {
        a.op(Code.Mov_r64_rm64, R.RAX, record(scalarAt(name)));
        a.op(Code.Mov_dr_r64, register, R.RAX);
    }
    emitStage(a, STAGE.control);
    for (const [name, register] of [
        ["cr4", R.CR4],
        ["cr0", R.CR0],
    ]) {
        a.op(Code.Mov_r64_rm64, R.RAX, record(scalarAt(name)));
        a.op(Code.Mov_cr_r64, register, R.RAX);
    }
    emitStage(a, STAGE.msrs);
    for (const [msr, name] of AGENT_MSRS) {
        a.op(Code.Mov_r32_imm32, R.ECX, imm(msr | 0));
        a.op(Code.Mov_r32_rm32, R.EAX, record(msrAt(name)));
        a.op(Code.Mov_r32_rm32, R.EDX, record(msrAt(name) + 4));
        a.op(Code.Wrmsr);
    }
    // EFER was the last MSR, so ECX still names it.
    emitStage(a, STAGE.verifyEfer);
    emitReadMsr(a);
    a.op(Code.Cmp_r64_rm64, R.RAX, record(scalarAt("efer")));
    a.op(Code.Jne_rel32_64, "idtRefused");
    for (const [name, stage, register] of VERIFIED) {
        emitStage(a, stage);
        emitReadRegister(a, register);
        a.op(Code.Cmp_r64_rm64, R.RAX, record(scalarAt(name)));
        a.op(Code.Jne_rel32_64, "idtRefused");
    }
    emitStage(a, STAGE.running);
    a.op(Code.Mov_r64_imm64, R.RAX, imm(trampolineAddress("code", trampoline.enter)));
    a.op(Code.Jmp_rm64, R.RAX);
    emitLanded(a, trampoline);
}
/** The root entry that leads to the agent; a page of the case may need the tables behind it. RSI = the record, kept. */
export function emitAgentEntry(a) {
    a.op(Code.Mov_r32_imm32, R.EAX, imm(IDT_MEMORY.pointers | TABLE_FLAGS));
    a.op(Code.Cmp_rm32_imm8, from(R.RSI, CASE.levels), imm(5));
    a.op(Code.Jne_rel32_64, "fourLevels");
    a.op(Code.Mov_r32_imm32, R.EAX, imm(IDT_MEMORY.level4 | TABLE_FLAGS));
    a.label("fourLevels");
    a.op(Code.Mov_rm64_r64, at(MEMORY.caseRoot + LAST_ENTRY), R.RAX);
}
/** As many levels of page tables as the case has. */
function emitLevels(a) {
    a.op(Code.Mov_r64_cr, R.RAX, R.CR4);
    a.op(Code.Xor_r32_rm32, R.EAX, from(R.RBX, CASE.state + scalarAt("cr4")));
    a.op(Code.Test_EAX_imm32, R.EAX, imm(CR4_LA57));
    a.op(Code.Je_rel32_64, "levelsFit");
    a.op(Code.Call_rel32_64, "switchLevels");
    a.label("levelsFit");
}
/** Everything that the way in pops. */
function emitEntryBlock(a, record) {
    a.op(Code.Lea_r64_m, R.RSI, record(STATE.gprs));
    a.op(Code.Mov_r32_imm32, R.EDI, imm(IDT_MEMORY.data + TRAMPOLINE_DATA.entry));
    a.op(Code.Mov_r32_imm32, R.ECX, imm(PLAIN_GPRS.length));
    a.data(REP_MOVSQ);
    const block = (index) => data(TRAMPOLINE_DATA.entry + (PLAIN_GPRS.length + index) * 8);
    for (const [index, name] of [
        [0, "rax"],
        [1, "rip"],
        [3, "rflags"],
        [4, "rsp"],
    ]) {
        a.op(Code.Mov_r64_rm64, R.RAX, record(scalarAt(name)));
        a.op(Code.Mov_rm64_r64, block(index), R.RAX);
    }
    for (const [index, name] of [
        [2, "cs"],
        [5, "ss"],
    ]) {
        a.op(Code.Movzx_r32_rm16, R.EAX, record(segmentAt(name)));
        a.op(Code.Mov_rm64_r64, block(index), R.RAX);
    }
}
/** RAX = the MSR that ECX names. Clobbers RDX. */
function emitReadMsr(a) {
    a.op(Code.Rdmsr);
    a.op(Code.Shl_rm64_imm8, R.RDX, imm(32));
    a.op(Code.Or_rm64_r64, R.RAX, R.RDX);
}
/** Where the way out ends: the agent's tables are in use again, everything else is as the exception left it. */
function emitLanded(a, trampoline) {
    a.label("idtLanded");
    a.op(Code.Cld);
    a.op(Code.Mov_r64_rm64, R.RSP, at(VARIABLE.stackPointer));
    a.op(Code.Mov_r32_rm32, R.EBX, at(VARIABLE.resultPointer));
    a.op(Code.Cmp_rm32_imm8, data(TRAMPOLINE_DATA.stage), imm(STAGE.running));
    a.op(Code.Jne_rel32_64, "idtRefused");
    a.op(Code.Mov_r64_imm64, R.RAX, imm(trampolineAddress("code", trampoline.iretq)));
    a.op(Code.Cmp_r64_rm64, R.RAX, exitWord(EXIT_FRAME.rip));
    a.op(Code.Jne_rel32_64, "idtRan");
    emitStage(a, STAGE.enter);
    a.label("idtRefused");
    a.op(Code.Mov_r32_rm32, R.EBX, at(VARIABLE.resultPointer));
    a.op(Code.Mov_rm32_imm32, from(R.RBX, RESULT.status), imm(STATUS.refused));
    a.op(Code.Mov_r32_rm32, R.EAX, data(TRAMPOLINE_DATA.stage));
    a.op(Code.Mov_rm64_r64, from(R.RBX, RESULT.exitCode), R.RAX);
    a.op(Code.Jmp_rel32_64, "idtFinished");
    a.label("idtRan");
    const result = (offset) => from(R.RBX, RESULT.state + offset);
    const copy = (source, target) => {
        a.op(Code.Mov_r64_rm64, R.RAX, source);
        a.op(Code.Mov_rm64_r64, target, R.RAX);
    };
    a.op(Code.Mov_r32_imm32, R.ESI, imm(IDT_MEMORY.data + TRAMPOLINE_DATA.exit + EXIT_FRAME.gprs * 8));
    a.op(Code.Lea_r64_m, R.RDI, result(STATE.gprs));
    a.op(Code.Mov_r32_imm32, R.ECX, imm(PLAIN_GPRS.length));
    a.data(REP_MOVSQ);
    for (const name of ["rax", "rip", "rflags", "rsp", "cr3"]) {
        copy(exitWord(EXIT_FRAME[name]), result(scalarAt(name)));
    }
    // The whole pushed quadword: a selector in a frame can be wider than it should be.
    copy(exitWord(EXIT_FRAME.cs), result(segmentAt("cs")));
    copy(exitWord(EXIT_FRAME.ss), result(segmentAt("ss")));
    for (const [name, register] of LOADED) {
        a.op(Code.Mov_r64m16_Sreg, R.RAX, register);
        a.op(Code.Movzx_r32_rm16, R.EAX, R.AX);
        a.op(Code.Mov_rm64_r64, result(segmentAt(name)), R.RAX);
    }
    for (const [msr, name] of AGENT_MSRS) {
        a.op(Code.Mov_r32_imm32, R.ECX, imm(msr | 0));
        emitReadMsr(a);
        a.op(Code.Mov_rm64_r64, result(msrAt(name)), R.RAX);
    }
    for (const [name, , register] of VERIFIED) {
        emitReadRegister(a, register);
        a.op(Code.Mov_rm64_r64, result(scalarAt(name)), R.RAX);
    }
    a.op(Code.Mov_r64_cr, R.RAX, R.CR2);
    a.op(Code.Mov_rm64_r64, from(R.RBX, RESULT.exitInfo2), R.RAX);
    copy(exitWord(EXIT_FRAME.errorCode), from(R.RBX, RESULT.exitInfo1));
    a.op(Code.Mov_r64_rm64, R.RAX, exitWord(EXIT_FRAME.vector));
    a.op(Code.Add_rm32_imm8, R.EAX, imm(EXIT.exception));
    a.op(Code.Mov_rm64_r64, from(R.RBX, RESULT.exitCode), R.RAX);
    a.op(Code.Mov_r32_rm32, R.EAX, exitWord(EXIT_FRAME.cs));
    a.op(Code.And_rm32_imm8, R.EAX, imm(3));
    a.op(Code.Mov_rm32_r32, from(R.RBX, RESULT.cpl), R.EAX);
    a.label("idtFinished");
    a.op(Code.Mov_r32_rm32, R.ESI, at(VARIABLE.casePointer));
}
/**
 * Emits `putDescriptor`: puts the segment at RDI, in the form of the record, into the slot of the scratch tables
 * that its selector names. Returns the selector in RAX. Clobbers RCX, RDX, R8 to R10.
 */
export function emitPutDescriptor(a) {
    a.label("putDescriptor");
    a.op(Code.Movzx_r32_rm16, R.ECX, from(R.RDI, 2));
    a.op(Code.Mov_r32_rm32, R.EDX, from(R.RDI, 4));
    a.op(Code.Mov_r32_rm32, R.R8D, from(R.RDI, 8));
    a.op(Code.Test_rm32_imm32, R.ECX, imm(0x800));
    a.op(Code.Je_rel32_64, "limitInBytes");
    a.op(Code.Shr_rm32_imm8, R.EDX, imm(12));
    a.label("limitInBytes");
    // Limit 15:0, base 23:0, attributes 7:0, limit 19:16, attributes 11:8, base 31:24.
    a.op(Code.Movzx_r32_rm16, R.R9D, R.DX);
    a.op(Code.Mov_r32_rm32, R.R10D, R.R8D);
    a.op(Code.And_rm32_imm32, R.R10D, imm(0xff_ffff));
    emitMerge(a, 16);
    a.op(Code.Movzx_r32_rm8, R.R10D, R.CL);
    emitMerge(a, 40);
    a.op(Code.Mov_r32_rm32, R.R10D, R.EDX);
    a.op(Code.Shr_rm32_imm8, R.R10D, imm(16));
    emitMerge(a, 48);
    a.op(Code.Mov_r32_rm32, R.R10D, R.ECX);
    a.op(Code.Shr_rm32_imm8, R.R10D, imm(8));
    emitMerge(a, 52);
    a.op(Code.Mov_r32_rm32, R.R10D, R.R8D);
    a.op(Code.Shr_rm32_imm8, R.R10D, imm(24));
    emitMerge(a, 56);
    a.op(Code.Movzx_r32_rm16, R.EAX, from(R.RDI, 0));
    a.op(Code.Mov_r32_rm32, R.R10D, R.EAX);
    a.op(Code.And_rm32_imm32, R.R10D, imm(0xfff8));
    a.op(Code.Test_rm8_imm8, R.AL, imm(4));
    a.op(Code.Je_rel32_64, "slotInGdt");
    a.op(Code.Add_rm32_imm32, R.R10D, imm(IDT_MEMORY.ldt - IDT_MEMORY.gdt));
    a.label("slotInGdt");
    a.op(Code.Mov_rm64_r64, from(R.R10, IDT_MEMORY.gdt), R.R9);
    a.op(Code.Retnq);
}
/** R9 |= R10 << `shift`. */
function emitMerge(a, shift) {
    a.op(Code.Shl_rm64_imm8, R.R10, imm(shift));
    a.op(Code.Or_rm64_r64, R.R9, R.R10);
}
