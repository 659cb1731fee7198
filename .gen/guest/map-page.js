/** The agent's page-table builder. */
import { Code, Register } from "iced-x86";
import { CASE, MEMORY } from "./layout.js";
import { from, imm } from "./operands.js";
const R = Register;
/** Present, writable, user, accessed: the leaf alone decides. */
const TABLE_FLAGS = 0x27;
/**
 * Emits `mapPage`: maps linear R8 with the leaf entry R9 in the tables of the record at RSI. R10D is
 * the next free table, R11D the end of the undo list; both advance. Returns the leaf entry's address
 * in RDI. Clobbers RAX, RBX, RCX, RDX.
 */
export function emitMapPage(a) {
    a.label("mapPage");
    a.op(Code.Mov_r32_imm32, R.EBX, imm(MEMORY.caseRoot));
    a.op(Code.Mov_r32_rm32, R.EAX, from(R.RSI, CASE.levels));
    a.op(Code.Cmp_rm32_imm8, R.EAX, imm(2));
    a.op(Code.Je_rel32_64, "mapPage32");
    a.op(Code.Lea_r32_m, R.ECX, { base: R.RAX, index: R.RAX, scale: 8, displacement: 3 }); // 9 levels + 3
    a.label("nextLevel");
    a.op(Code.Mov_r64_rm64, R.RAX, R.R8);
    a.op(Code.Shr_rm64_CL, R.RAX, R.CL);
    a.op(Code.And_rm32_imm32, R.EAX, imm(0x1ff));
    a.op(Code.Lea_r64_m, R.RDI, { base: R.RBX, index: R.RAX, scale: 8 });
    a.op(Code.Cmp_rm8_imm8, R.CL, imm(12));
    a.op(Code.Je_rel32_64, "leaf64");
    emitDescend(a, "64");
    a.op(Code.Sub_rm8_imm8, R.CL, imm(9));
    a.op(Code.Jmp_rel32_64, "nextLevel");
    a.label("leaf64");
    a.op(Code.Mov_rm64_r64, from(R.RDI, 0), R.R9);
    emitNote(a);
    a.op(Code.Retnq);
    a.label("mapPage32");
    a.op(Code.Mov_r32_rm32, R.EAX, R.R8D);
    a.op(Code.Shr_rm32_imm8, R.EAX, imm(22));
    a.op(Code.Lea_r64_m, R.RDI, { base: R.RBX, index: R.RAX, scale: 4 });
    emitDescend(a, "32");
    a.op(Code.Mov_r32_rm32, R.EAX, R.R8D);
    a.op(Code.Shr_rm32_imm8, R.EAX, imm(12));
    a.op(Code.And_rm32_imm32, R.EAX, imm(0x3ff));
    a.op(Code.Lea_r64_m, R.RDI, { base: R.RBX, index: R.RAX, scale: 4 });
    a.op(Code.Mov_rm32_r32, from(R.RDI, 0), R.R9D);
    emitNote(a);
    a.op(Code.Retnq);
}
/** RBX = the table that the entry at RDI points to; takes a new one if there is none. Tables lie below 4 GiB. */
function emitDescend(a, suffix) {
    a.op(Code.Mov_r32_rm32, R.EAX, from(R.RDI, 0));
    a.op(Code.Test_rm32_r32, R.EAX, R.EAX);
    a.op(Code.Jne_rel32_64, `tableKnown${suffix}`);
    a.op(Code.Lea_r32_m, R.EAX, from(R.R10, TABLE_FLAGS));
    a.op(Code.Mov_rm32_r32, from(R.RDI, 0), R.EAX);
    a.op(Code.Add_rm32_imm32, R.R10D, imm(0x1000));
    emitNote(a);
    a.label(`tableKnown${suffix}`);
    a.op(Code.And_rm32_imm32, R.EAX, imm(0xffff_f000));
    a.op(Code.Mov_r32_rm32, R.EBX, R.EAX);
}
/** Appends the entry at RDI to the undo list. */
function emitNote(a) {
    a.op(Code.Mov_rm32_r32, from(R.R11, 0), R.EDI);
    a.op(Code.Add_rm32_imm8, R.R11D, imm(4));
}
