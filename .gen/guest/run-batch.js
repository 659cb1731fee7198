/** The agent's inner loop: one case record after the other becomes pages, tables and a state, is run, and becomes a result record. */
import { Code, Register } from "iced-x86";
import { emitAgentEntry, emitIdtCase, emitPutDescriptor } from "./case-idt.js";
import { emitPlacePages, emitUndo } from "./case-pages.js";
import { emitFillVmcb, emitReadBack, emitRun } from "./case-vmcb.js";
import { emitWrites } from "./case-writes.js";
import { CASE, CONTROL, MEMORY, OBSERVER, PROGRESS_BYTE, PROGRESS_PORT, RESULT, RESULT_SIZE, SLOT, STATUS, } from "./layout.js";
import { emitIdtBegin, emitIdtEnd, emitSwitchLevels } from "./idt-tables.js";
import { emitMapPage } from "./map-page.js";
import { REP_STOSQ, at, from, imm } from "./operands.js";
import { VARIABLE } from "./variables.js";
import { POISON } from "./vmcb.js";
const R = Register;
/** Emits `runBatch`: RBX is the slot. */
export function emitRunBatch(a, trampoline) {
    a.label("runBatch");
    emitIfIdt(a, "idtBegin");
    a.op(Code.Clgi);
    a.op(Code.Jmp_rel32_64, "begun");
    a.label("idtBegin");
    emitIdtBegin(a);
    a.label("begun");
    a.op(Code.Mov_rm32_r32, at(VARIABLE.slot), R.EBX);
    a.op(Code.Mov_r32_rm32, R.EAX, from(R.RBX, SLOT.cases));
    a.op(Code.Mov_rm32_r32, at(VARIABLE.casePointer), R.EAX);
    a.op(Code.Mov_r32_rm32, R.EAX, from(R.RBX, SLOT.results));
    a.op(Code.Mov_rm32_r32, at(VARIABLE.resultPointer), R.EAX);
    a.op(Code.Mov_rm32_imm32, at(VARIABLE.index), imm(0));
    a.label("nextCase");
    a.op(Code.Mov_r32_rm32, R.EBX, at(VARIABLE.slot));
    a.op(Code.Mov_r32_rm32, R.EAX, at(VARIABLE.index));
    a.op(Code.Mov_rm32_r32, from(R.RBX, SLOT.progress), R.EAX);
    a.op(Code.Cmp_r32_rm32, R.EAX, from(R.RBX, SLOT.count));
    a.op(Code.Jae_rel32_64, "batchDone");
    emitProgressByte(a);
    emitPoisonResult(a);
    emitCheckRecord(a);
    a.op(Code.Cmp_rm32_imm8, at(MEMORY.control + CONTROL.observer), imm(OBSERVER.idt));
    a.op(Code.Jne_rel32_64, "placePages");
    emitAgentEntry(a);
    a.label("placePages");
    emitPlacePages(a);
    emitIfIdt(a, "idtCase");
    emitFillVmcb(a);
    emitRun(a);
    emitReadBack(a);
    a.op(Code.Jmp_rel32_64, "ran");
    a.label("idtCase");
    emitIdtCase(a, trampoline);
    a.label("ran");
    emitWrites(a);
    emitUndo(a);
    a.label("finishResult");
    emitFinishResult(a);
    a.op(Code.Jmp_rel32_64, "nextCase");
    a.label("batchDone");
    a.op(Code.Mov_r32_rm32, R.EAX, from(R.RBX, SLOT.nonce));
    a.op(Code.Mov_rm32_r32, from(R.RBX, SLOT.done), R.EAX);
    emitIfIdt(a, "idtEnd");
    a.op(Code.Stgi);
    a.op(Code.Retnq);
    a.label("idtEnd");
    emitIdtEnd(a);
    a.op(Code.Retnq);
    emitMapPage(a);
    emitPutDescriptor(a);
    emitSwitchLevels(a);
}
/** Goes to `label` under observer B. */
function emitIfIdt(a, label) {
    a.op(Code.Cmp_rm32_imm8, at(MEMORY.control + CONTROL.observer), imm(OBSERVER.idt));
    a.op(Code.Je_rel32_64, label);
}
/** Without shared memory the host counts started cases by these bytes. EAX = the index. */
function emitProgressByte(a) {
    a.op(Code.Cmp_rm32_imm8, at(MEMORY.control + CONTROL.transport), imm(0));
    a.op(Code.Je_rel32_64, "noProgressByte");
    a.op(Code.Test_rm32_r32, at(MEMORY.control + CONTROL.progressMask), R.EAX);
    a.op(Code.Jne_rel32_64, "noProgressByte");
    a.op(Code.Mov_r8_imm8, R.AL, imm(PROGRESS_BYTE));
    a.op(Code.Out_imm8_AL, imm(PROGRESS_PORT), R.AL);
    a.label("noProgressByte");
}
/** So that whatever is not written reads as poison, not as the answer of an earlier batch. */
function emitPoisonResult(a) {
    a.op(Code.Mov_r32_rm32, R.EDI, at(VARIABLE.resultPointer));
    a.op(Code.Mov_rm64_imm32, R.RAX, imm(POISON));
    a.op(Code.Mov_r32_imm32, R.ECX, imm(RESULT_SIZE / 8));
    a.data(REP_STOSQ);
}
/** RSI = the record. A record with a wrong sum or sequence is answered as such and not run. */
function emitCheckRecord(a) {
    a.op(Code.Mov_r32_rm32, R.ESI, at(VARIABLE.casePointer));
    a.op(Code.Mov_r32_rm32, R.EAX, at(VARIABLE.index));
    a.op(Code.Mov_r32_rm32, R.EBX, at(VARIABLE.slot));
    a.op(Code.Add_r32_rm32, R.EAX, from(R.RBX, SLOT.nonce));
    a.op(Code.Mov_r32_rm32, R.EDI, at(VARIABLE.resultPointer));
    a.op(Code.Mov_rm32_r32, from(R.RDI, RESULT.sequence), R.EAX);
    a.op(Code.Mov_rm32_imm32, from(R.RDI, RESULT.writeCount), imm(0));
    a.op(Code.Mov_rm32_imm32, from(R.RDI, RESULT.status), imm(STATUS.badRecord));
    a.op(Code.Cmp_r32_rm32, R.EAX, from(R.RSI, CASE.sequence));
    a.op(Code.Jne_rel32_64, "finishResult");
    a.op(Code.Mov_r32_rm32, R.ECX, from(R.RSI, CASE.length));
    a.op(Code.Shr_rm32_imm8, R.ECX, imm(3));
    a.op(Code.Xor_rm32_r32, R.EAX, R.EAX);
    a.op(Code.Dec_rm32, R.ECX);
    a.label("sumCase");
    a.op(Code.Add_r64_rm64, R.RAX, { base: R.RSI, index: R.RCX, scale: 8 });
    a.op(Code.Dec_rm32, R.ECX);
    a.op(Code.Jne_rel32_64, "sumCase");
    a.op(Code.Cmp_r64_rm64, R.RAX, from(R.RSI, CASE.checksum));
    a.op(Code.Jne_rel32_64, "finishResult");
    a.op(Code.Mov_rm32_imm32, from(R.RDI, RESULT.status), imm(STATUS.ran));
}
/** Sums the result and steps to the next. After a bad record the case pointer stays: its length cannot be trusted. */
function emitFinishResult(a) {
    a.op(Code.Mov_r32_rm32, R.EDI, at(VARIABLE.resultPointer));
    a.op(Code.Xor_rm32_r32, R.EAX, R.EAX);
    for (let offset = 8; offset < RESULT_SIZE; offset += 8) {
        a.op(Code.Add_r64_rm64, R.RAX, from(R.RDI, offset));
    }
    a.op(Code.Mov_rm64_r64, from(R.RDI, RESULT.checksum), R.RAX);
    a.op(Code.Add_rm32_imm32, at(VARIABLE.resultPointer), imm(RESULT_SIZE));
    a.op(Code.Inc_rm32, at(VARIABLE.index));
}
