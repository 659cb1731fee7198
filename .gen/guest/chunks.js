/** How the agent walks the chunks of a case record. */
import { Code, Register } from "iced-x86";
import { CASE, CASE_PAGES, CHUNK_HEADER_SIZE } from "./layout.js";
import { from, imm } from "./operands.js";
import { VARIABLE } from "./variables.js";
const R = Register;
/** RSI = the first chunk of the record at `record`, R8D = the number of chunks. */
export function emitFirstChunk(a, record) {
    a.op(Code.Mov_r32_rm32, R.R8D, from(record, CASE.chunks));
    a.op(Code.Mov_r32_rm32, R.EAX, from(record, CASE.pages));
    a.op(Code.Shl_rm32_imm8, R.EAX, imm(4));
    a.op(Code.Lea_r64_m, R.RSI, { base: record, index: R.RAX, displacement: CASE_PAGES });
}
/** From the chunk at RSI: RDI = its physical address, ECX = its qwords, RSI = its data. Clobbers RAX, RDX. */
export function emitChunkDestination(a) {
    a.op(Code.Mov_r32_rm32, R.EAX, from(R.RSI, 0));
    a.op(Code.Mov_r32_rm32, R.ECX, from(R.RSI, 4));
    a.op(Code.Mov_r32_rm32, R.EDX, R.EAX);
    a.op(Code.Shr_rm32_imm8, R.EDX, imm(12));
    a.op(Code.Mov_r32_rm32, R.EDI, { index: R.RDX, scale: 4, base: R.None, displacement: VARIABLE.pages });
    a.op(Code.And_EAX_imm32, R.EAX, imm(0xfff));
    a.op(Code.Add_r32_rm32, R.EDI, R.EAX);
    a.op(Code.Add_rm64_imm8, R.RSI, imm(CHUNK_HEADER_SIZE));
}
