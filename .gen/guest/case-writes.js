/** Finds what a case wrote: only pages whose leaf entry became dirty are compared. */
import { Code, Register } from "iced-x86";
import { emitFirstChunk } from "./chunks.js";
import { CASE, CHUNK_HEADER_SIZE, MAX_WRITES, MEMORY, RESULT } from "./layout.js";
import { REP_MOVSQ, REP_STOSQ, from, imm } from "./operands.js";
import { VARIABLE } from "./variables.js";
const R = Register;
/** The dirty bit of a page-table entry. */
const DIRTY = 0x40;
/** R14D counts the pages; a page whose leaf entry is dirty is compared with what the record put there. */
export function emitWrites(a) {
    a.op(Code.Xor_rm32_r32, R.R14D, R.R14D);
    a.label("checkPage");
    a.op(Code.Cmp_r32_rm32, R.R14D, from(R.RSI, CASE.pages));
    a.op(Code.Jae_rel32_64, "pagesChecked");
    a.op(Code.Mov_r32_rm32, R.EAX, { base: R.None, index: R.R14, scale: 4, displacement: VARIABLE.leaves });
    a.op(Code.Test_rm8_imm8, from(R.RAX, 0), imm(DIRTY));
    a.op(Code.Je_rel32_64, "pageClean");
    a.op(Code.Mov_r64_rm64, R.R15, R.RSI);
    emitExpectedPage(a);
    emitComparePage(a);
    a.op(Code.Mov_r64_rm64, R.RSI, R.R15);
    a.label("pageClean");
    a.op(Code.Inc_rm32, R.R14D);
    a.op(Code.Jmp_rel32_64, "checkPage");
    a.label("pagesChecked");
}
/** Renders page R14D of the record at R15 into the scratch page. */
function emitExpectedPage(a) {
    a.op(Code.Mov_r32_imm32, R.EDI, imm(MEMORY.scratch));
    a.op(Code.Mov_r32_imm32, R.ECX, imm(512));
    a.op(Code.Xor_rm32_r32, R.EAX, R.EAX);
    a.data(REP_STOSQ);
    emitFirstChunk(a, R.R15);
    a.label("renderChunk");
    a.op(Code.Dec_rm32, R.R8D);
    a.op(Code.Js_rel32_64, "pageRendered");
    a.op(Code.Mov_r32_rm32, R.EDI, from(R.RSI, 0));
    a.op(Code.Mov_r32_rm32, R.ECX, from(R.RSI, 4));
    a.op(Code.Add_rm64_imm8, R.RSI, imm(CHUNK_HEADER_SIZE));
    a.op(Code.Mov_r32_rm32, R.EDX, R.EDI);
    a.op(Code.Shr_rm32_imm8, R.EDX, imm(12));
    a.op(Code.Cmp_r32_rm32, R.EDX, R.R14D);
    a.op(Code.Jne_rel32_64, "otherPage");
    a.op(Code.And_rm32_imm32, R.EDI, imm(0xfff));
    a.op(Code.Add_rm32_imm32, R.EDI, imm(MEMORY.scratch));
    a.data(REP_MOVSQ);
    a.op(Code.Jmp_rel32_64, "renderChunk");
    a.label("otherPage");
    a.op(Code.Lea_r64_m, R.RSI, { base: R.RSI, index: R.RCX, scale: 8 });
    a.op(Code.Jmp_rel32_64, "renderChunk");
    a.label("pageRendered");
}
/** Records every qword of page R14D that differs from the scratch page, then clears the page. RBX = the result. */
function emitComparePage(a) {
    a.op(Code.Mov_r32_rm32, R.EDI, { base: R.None, index: R.R14, scale: 4, displacement: VARIABLE.pages });
    a.op(Code.Xor_rm32_r32, R.ECX, R.ECX);
    a.label("compareQword");
    a.op(Code.Mov_r64_rm64, R.RAX, { base: R.RDI, index: R.RCX, scale: 8 });
    a.op(Code.Cmp_r64_rm64, R.RAX, { base: R.None, index: R.RCX, scale: 8, displacement: MEMORY.scratch });
    a.op(Code.Je_rel32_64, "sameQword");
    a.op(Code.Mov_r32_rm32, R.EDX, from(R.RBX, RESULT.writeCount));
    a.op(Code.Inc_rm32, from(R.RBX, RESULT.writeCount));
    a.op(Code.Cmp_rm32_imm8, R.EDX, imm(MAX_WRITES));
    a.op(Code.Jae_rel32_64, "sameQword");
    a.op(Code.Shl_rm32_imm8, R.EDX, imm(4));
    a.op(Code.Add_r64_rm64, R.RDX, R.RBX);
    a.op(Code.Mov_rm64_r64, from(R.RDX, RESULT.writes + 8), R.RAX);
    a.op(Code.Mov_r32_rm32, R.EAX, R.R14D);
    a.op(Code.Shl_rm32_imm8, R.EAX, imm(12));
    a.op(Code.Lea_r64_m, R.RAX, { base: R.RAX, index: R.RCX, scale: 8 });
    a.op(Code.Mov_rm64_r64, from(R.RDX, RESULT.writes), R.RAX);
    a.label("sameQword");
    a.op(Code.Inc_rm32, R.ECX);
    a.op(Code.Cmp_rm32_imm32, R.ECX, imm(512));
    a.op(Code.Jb_rel32_64, "compareQword");
    a.op(Code.Xor_rm32_r32, R.EAX, R.EAX);
    a.data(REP_STOSQ);
}
