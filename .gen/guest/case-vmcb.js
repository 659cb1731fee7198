/** The state of a case on its way through the VMCB. */
import { Code, Register } from "iced-x86";
import { GPR_REGISTERS } from "./gpr-registers.js";
import { CASE, MEMORY, PLAIN_GPRS, RESULT, STATE, VMCB_SCALARS } from "./layout.js";
import { REP_MOVSQ, at, from, imm } from "./operands.js";
import { VARIABLE } from "./variables.js";
import { GPR_AREA, POISON, VMCB_CONTROL, VMCB_SAVE, VMCB_SCALAR_OFFSETS } from "./vmcb.js";
const R = Register;
/** Copies the state of the record at RSI into the VMCB. RSI is kept. */
export function emitFillVmcb(a) {
    a.op(Code.Mov_r64_rm64, R.RBX, R.RSI);
    a.op(Code.Add_rm64_imm8, R.RSI, imm(CASE.state));
    a.op(Code.Mov_r32_imm32, R.EDI, imm(MEMORY.vmcb + VMCB_SAVE.segments));
    a.op(Code.Mov_r32_imm32, R.ECX, imm(20));
    a.data(REP_MOVSQ);
    a.op(Code.Mov_r64_rm64, R.RSI, R.RBX);
    VMCB_SCALARS.forEach((name, position) => {
        a.op(Code.Mov_r64_rm64, R.RAX, from(R.RSI, CASE.state + STATE.scalars + position * 8));
        a.op(Code.Mov_rm64_r64, at(MEMORY.vmcb + VMCB_SCALAR_OFFSETS[name]), R.RAX);
    });
    a.op(Code.Mov_r32_rm32, R.EAX, from(R.RSI, CASE.cpl));
    a.op(Code.Mov_rm8_r8, at(MEMORY.vmcb + VMCB_SAVE.cpl), R.AL);
    a.op(Code.Xor_rm32_r32, R.EAX, R.EAX);
    for (const offset of [
        VMCB_SAVE.cr2,
        VMCB_CONTROL.interruptControl,
        VMCB_CONTROL.interruptState,
        VMCB_CONTROL.eventInjection,
        VMCB_CONTROL.exitInfo1,
        VMCB_CONTROL.exitInfo2,
    ]) {
        a.op(Code.Mov_rm64_r64, at(MEMORY.vmcb + offset), R.RAX);
    }
    a.op(Code.Mov_rm64_imm32, at(MEMORY.vmcb + VMCB_CONTROL.exitCode), imm(POISON));
}
/** VMLOAD, the registers that the VMCB does not hold, VMRUN, and the same backwards. */
export function emitRun(a) {
    a.op(Code.Mov_r32_imm32, R.EAX, imm(MEMORY.vmcb));
    a.op(Code.Vmloadq);
    const gprs = CASE.state + STATE.gprs;
    for (const [position, name] of PLAIN_GPRS.entries()) {
        if (name !== "rsi")
            a.op(Code.Mov_r64_rm64, GPR_REGISTERS[name], from(R.RSI, gprs + position * 8));
    }
    a.op(Code.Mov_r64_rm64, R.RSI, from(R.RSI, gprs + PLAIN_GPRS.indexOf("rsi") * 8));
    a.op(Code.Vmrunq);
    for (const [position, name] of PLAIN_GPRS.entries()) {
        a.op(Code.Mov_rm64_r64, from(R.RAX, GPR_AREA + position * 8), GPR_REGISTERS[name]);
    }
    a.op(Code.Vmsaveq);
}
/** Copies what the case left into the result record. Afterwards RBX = the result, RSI = the case. */
export function emitReadBack(a) {
    a.op(Code.Mov_r32_rm32, R.EBX, at(VARIABLE.resultPointer));
    a.op(Code.Mov_r32_imm32, R.ESI, imm(MEMORY.vmcb + VMCB_SAVE.segments));
    a.op(Code.Lea_r64_m, R.RDI, from(R.RBX, RESULT.state));
    a.op(Code.Mov_r32_imm32, R.ECX, imm(20));
    a.data(REP_MOVSQ);
    const copy = (source, destination) => {
        a.op(Code.Mov_r64_rm64, R.RAX, at(MEMORY.vmcb + source));
        a.op(Code.Mov_rm64_r64, from(R.RBX, destination), R.RAX);
    };
    VMCB_SCALARS.forEach((name, position) => {
        copy(VMCB_SCALAR_OFFSETS[name], RESULT.state + STATE.scalars + position * 8);
    });
    PLAIN_GPRS.forEach((_, position) => {
        copy(GPR_AREA + position * 8, RESULT.state + STATE.gprs + position * 8);
    });
    copy(VMCB_CONTROL.exitCode, RESULT.exitCode);
    copy(VMCB_CONTROL.exitInfo1, RESULT.exitInfo1);
    copy(VMCB_CONTROL.exitInfo2, RESULT.exitInfo2);
    a.op(Code.Movzx_r32_rm8, R.EAX, at(MEMORY.vmcb + VMCB_SAVE.cpl));
    a.op(Code.Mov_rm32_r32, from(R.RBX, RESULT.cpl), R.EAX);
    a.op(Code.Mov_r32_rm32, R.ESI, at(VARIABLE.casePointer));
}
