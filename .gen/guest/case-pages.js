/** Before a case its pages are mapped and filled, after it everything is zero again. */
import { Code, Register } from "iced-x86";
import { emitChunkDestination, emitFirstChunk } from "./chunks.js";
import { CASE, CASE_PAGES, MEMORY, PAGE_ENTRY_SIZE } from "./layout.js";
import { REP_MOVSQ, REP_STOSQ, at, from, imm } from "./operands.js";
import { VARIABLE } from "./variables.js";
const R = Register;
/** Gives every page of the case a physical page, maps it, and copies the chunks. RSI = the record, kept. */
export function emitPlacePages(a) {
    a.op(Code.Mov_r32_imm32, R.R10D, imm(MEMORY.caseTables));
    a.op(Code.Mov_r32_imm32, R.R11D, imm(MEMORY.undo));
    a.op(Code.Mov_r32_rm32, R.R12D, at(VARIABLE.nextPage));
    a.op(Code.Lea_r64_m, R.R13, from(R.RSI, CASE_PAGES));
    a.op(Code.Xor_rm32_r32, R.R14D, R.R14D);
    a.label("nextPage");
    a.op(Code.Cmp_r32_rm32, R.R14D, from(R.RSI, CASE.pages));
    a.op(Code.Jae_rel32_64, "pagesMapped");
    a.op(Code.Mov_r64_rm64, R.R8, from(R.R13, 0));
    a.op(Code.Mov_r64_rm64, R.R9, from(R.R13, 8));
    a.op(Code.Or_rm64_r64, R.R9, R.R12);
    a.op(Code.Mov_rm32_r32, { index: R.R14, scale: 4, base: R.None, displacement: VARIABLE.pages }, R.R12D);
    a.op(Code.Call_rel32_64, "mapPage");
    a.op(Code.Mov_rm32_r32, { index: R.R14, scale: 4, base: R.None, displacement: VARIABLE.leaves }, R.EDI);
    a.op(Code.Add_rm32_imm32, R.R12D, imm(0x1000));
    a.op(Code.Cmp_rm32_imm32, R.R12D, imm(MEMORY.casePagesEnd));
    a.op(Code.Jb_rel32_64, "pageTaken");
    a.op(Code.Mov_r32_imm32, R.R12D, imm(MEMORY.casePages));
    a.label("pageTaken");
    a.op(Code.Add_rm32_imm8, R.R13D, imm(PAGE_ENTRY_SIZE));
    a.op(Code.Inc_rm32, R.R14D);
    a.op(Code.Jmp_rel32_64, "nextPage");
    a.label("pagesMapped");
    a.op(Code.Mov_rm32_r32, at(VARIABLE.nextPage), R.R12D);
    a.op(Code.Mov_rm32_r32, at(VARIABLE.undoEnd), R.R11D);
    a.op(Code.Mov_r32_rm32, R.R8D, from(R.RSI, CASE.chunks));
    a.op(Code.Mov_r64_rm64, R.RBX, R.RSI);
    a.op(Code.Mov_r64_rm64, R.RSI, R.R13);
    a.label("copyChunk");
    a.op(Code.Dec_rm32, R.R8D);
    a.op(Code.Js_rel32_64, "chunksCopied");
    emitChunkDestination(a);
    a.data(REP_MOVSQ);
    a.op(Code.Jmp_rel32_64, "copyChunk");
    a.label("chunksCopied");
    a.op(Code.Mov_r64_rm64, R.RSI, R.RBX);
}
/** Leaves the case's pages and tables all zero, as the next case needs them. RSI = the record. */
export function emitUndo(a) {
    a.op(Code.Mov_r64_rm64, R.RBX, R.RSI);
    emitFirstChunk(a, R.RBX);
    a.label("clearChunk");
    a.op(Code.Dec_rm32, R.R8D);
    a.op(Code.Js_rel32_64, "chunksCleared");
    emitChunkDestination(a);
    a.op(Code.Lea_r64_m, R.RSI, { base: R.RSI, index: R.RCX, scale: 8 });
    a.op(Code.Xor_rm32_r32, R.EAX, R.EAX);
    a.data(REP_STOSQ);
    a.op(Code.Jmp_rel32_64, "clearChunk");
    a.label("chunksCleared");
    // A 32-bit entry is cleared with its neighbour, which is also due.
    a.op(Code.Xor_rm32_r32, R.EAX, R.EAX);
    a.op(Code.Mov_r32_imm32, R.ESI, imm(MEMORY.undo));
    a.label("undoEntry");
    a.op(Code.Cmp_r32_rm32, R.ESI, at(VARIABLE.undoEnd));
    a.op(Code.Jae_rel32_64, "undone");
    a.op(Code.Mov_r32_rm32, R.EDI, from(R.RSI, 0));
    a.op(Code.Mov_rm64_r64, from(R.RDI, 0), R.RAX);
    a.op(Code.Add_rm32_imm8, R.ESI, imm(4));
    a.op(Code.Jmp_rel32_64, "undoEntry");
    a.label("undone");
    a.op(Code.Mov_r32_rm32, R.EAX, from(R.RBX, CASE.length));
    a.op(Code.Add_rm32_r32, at(VARIABLE.casePointer), R.EAX);
}
