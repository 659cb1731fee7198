/** The agent's inner loop: one case record after the other becomes pages, tables and a VMCB, is run, and becomes a result record. */
import { Code, Register } from "iced-x86";
import type { Assembler, Memory } from "./assembler.ts";
import { emitMapPage } from "./map-page.ts";
import {
  CASE,
  CASE_PAGES,
  CHUNK_HEADER_SIZE,
  CONTROL,
  MAX_WRITES,
  MEMORY,
  PAGE_ENTRY_SIZE,
  PLAIN_GPRS,
  PROGRESS_BYTE,
  PROGRESS_PORT,
  RESULT,
  RESULT_SIZE,
  SLOT,
  STATE,
  STATUS,
  VMCB_SCALARS,
} from "./layout.ts";
import { GPR_AREA, VMCB_CONTROL, VMCB_SAVE, VMCB_SCALAR_OFFSETS } from "./vmcb.ts";

const R = Register;
const imm = (immediate: number): { immediate: number } => ({ immediate });
const at = (displacement: number): Memory => ({ displacement });
const from = (base: Register, displacement: number): Memory => ({ base, displacement });

/** Addresses of the agent's variables in the control page, 32 bits each unless they are arrays. */
export const VARIABLE = {
  slotIndex: 0x5_0800,
  slot: 0x5_0804,
  casePointer: 0x5_0808,
  resultPointer: 0x5_080c,
  index: 0x5_0810,
  nextPage: 0x5_0814,
  undoEnd: 0x5_0818,
  idle: 0x5_081c,
  /** Physical address of each page of the running case. */
  pages: 0x5_0840,
  /** Address of the leaf entry of each page. */
  leaves: 0x5_0880,
} as const;

/** Any value that no processor writes: an exit code that was not written is recognised. */
const POISON = 0x5a5a_5a5a;
const DIRTY = 0x40;

const GPR_REGISTERS: { readonly [name in (typeof PLAIN_GPRS)[number]]: Register } = {
  rcx: R.RCX,
  rdx: R.RDX,
  rbx: R.RBX,
  rbp: R.RBP,
  rsi: R.RSI,
  rdi: R.RDI,
  r8: R.R8,
  r9: R.R9,
  r10: R.R10,
  r11: R.R11,
  r12: R.R12,
  r13: R.R13,
  r14: R.R14,
  r15: R.R15,
};

const REP_MOVSQ = Uint8Array.of(0xf3, 0x48, 0xa5);
const REP_STOSQ = Uint8Array.of(0xf3, 0x48, 0xab);

/** Emits `runBatch`: RBX is the slot. */
export function emitRunBatch(a: Assembler): void {
  a.label("runBatch");
  a.op(Code.Clgi);
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
  emitPlacePages(a);
  emitFillVmcb(a);
  emitRun(a);
  emitReadBack(a);
  emitWrites(a);
  emitUndo(a);
  a.label("finishResult");
  emitFinishResult(a);
  a.op(Code.Jmp_rel32_64, "nextCase");

  a.label("batchDone");
  a.op(Code.Mov_r32_rm32, R.EAX, from(R.RBX, SLOT.nonce));
  a.op(Code.Mov_rm32_r32, from(R.RBX, SLOT.done), R.EAX);
  a.op(Code.Stgi);
  a.op(Code.Retnq);
  emitMapPage(a);
}

/** Without shared memory the host counts started cases by these bytes. EAX = the index. */
function emitProgressByte(a: Assembler): void {
  a.op(Code.Cmp_rm32_imm8, at(MEMORY.control + CONTROL.transport), imm(0));
  a.op(Code.Je_rel32_64, "noProgressByte");
  a.op(Code.Test_rm32_r32, at(MEMORY.control + CONTROL.progressMask), R.EAX);
  a.op(Code.Jne_rel32_64, "noProgressByte");
  a.op(Code.Mov_r8_imm8, R.AL, imm(PROGRESS_BYTE));
  a.op(Code.Out_imm8_AL, imm(PROGRESS_PORT), R.AL);
  a.label("noProgressByte");
}

/** So that whatever is not written reads as poison, not as the answer of an earlier batch. */
function emitPoisonResult(a: Assembler): void {
  a.op(Code.Mov_r32_rm32, R.EDI, at(VARIABLE.resultPointer));
  a.op(Code.Mov_rm64_imm32, R.RAX, imm(POISON));
  a.op(Code.Mov_r32_imm32, R.ECX, imm(RESULT_SIZE / 8));
  a.data(REP_STOSQ);
}

/** RSI = the record. A record with a wrong sum or sequence is answered as such and not run. */
function emitCheckRecord(a: Assembler): void {
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

/** Gives every page of the case a physical page, maps it, and copies the chunks. RSI = the record, kept. */
function emitPlacePages(a: Assembler): void {
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

/** From the chunk at RSI: RDI = its physical address, ECX = its qwords, RSI = its data. Clobbers RAX, RDX. */
function emitChunkDestination(a: Assembler): void {
  a.op(Code.Mov_r32_rm32, R.EAX, from(R.RSI, 0));
  a.op(Code.Mov_r32_rm32, R.ECX, from(R.RSI, 4));
  a.op(Code.Mov_r32_rm32, R.EDX, R.EAX);
  a.op(Code.Shr_rm32_imm8, R.EDX, imm(12));
  a.op(Code.Mov_r32_rm32, R.EDI, { index: R.RDX, scale: 4, base: R.None, displacement: VARIABLE.pages });
  a.op(Code.And_EAX_imm32, R.EAX, imm(0xfff));
  a.op(Code.Add_r32_rm32, R.EDI, R.EAX);
  a.op(Code.Add_rm64_imm8, R.RSI, imm(CHUNK_HEADER_SIZE));
}

/** Copies the state of the record at RSI into the VMCB. RSI is kept. */
function emitFillVmcb(a: Assembler): void {
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
function emitRun(a: Assembler): void {
  a.op(Code.Mov_r32_imm32, R.EAX, imm(MEMORY.vmcb));
  a.op(Code.Vmloadq);
  const gprs = CASE.state + STATE.gprs;
  for (const [position, name] of PLAIN_GPRS.entries()) {
    if (name !== "rsi") a.op(Code.Mov_r64_rm64, GPR_REGISTERS[name], from(R.RSI, gprs + position * 8));
  }
  a.op(Code.Mov_r64_rm64, R.RSI, from(R.RSI, gprs + PLAIN_GPRS.indexOf("rsi") * 8));
  a.op(Code.Vmrunq);
  for (const [position, name] of PLAIN_GPRS.entries()) {
    a.op(Code.Mov_rm64_r64, from(R.RAX, GPR_AREA + position * 8), GPR_REGISTERS[name]);
  }
  a.op(Code.Vmsaveq);
}

/** Copies what the case left into the result record. Afterwards RBX = the result, RSI = the case. */
function emitReadBack(a: Assembler): void {
  a.op(Code.Mov_r32_rm32, R.EBX, at(VARIABLE.resultPointer));
  a.op(Code.Mov_r32_imm32, R.ESI, imm(MEMORY.vmcb + VMCB_SAVE.segments));
  a.op(Code.Lea_r64_m, R.RDI, from(R.RBX, RESULT.state));
  a.op(Code.Mov_r32_imm32, R.ECX, imm(20));
  a.data(REP_MOVSQ);
  const copy = (source: number, destination: number): void => {
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

/** R14D counts the pages; a page whose leaf entry is dirty is compared with what the record put there. */
function emitWrites(a: Assembler): void {
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
function emitExpectedPage(a: Assembler): void {
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

/** RSI = the first chunk of the record at `record`, R8D = the number of chunks. */
function emitFirstChunk(a: Assembler, record: Register): void {
  a.op(Code.Mov_r32_rm32, R.R8D, from(record, CASE.chunks));
  a.op(Code.Mov_r32_rm32, R.EAX, from(record, CASE.pages));
  a.op(Code.Shl_rm32_imm8, R.EAX, imm(4));
  a.op(Code.Lea_r64_m, R.RSI, { base: record, index: R.RAX, displacement: CASE_PAGES });
}

/** Records every qword of page R14D that differs from the scratch page, then clears the page. RBX = the result. */
function emitComparePage(a: Assembler): void {
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

/** Leaves the case's pages and tables all zero, as the next case needs them. RSI = the record. */
function emitUndo(a: Assembler): void {
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

/** Sums the result and steps to the next. After a bad record the case pointer stays: its length cannot be trusted. */
function emitFinishResult(a: Assembler): void {
  a.op(Code.Mov_r32_rm32, R.EDI, at(VARIABLE.resultPointer));
  a.op(Code.Xor_rm32_r32, R.EAX, R.EAX);
  for (let offset = 8; offset < RESULT_SIZE; offset += 8) {
    a.op(Code.Add_r64_rm64, R.RAX, from(R.RDI, offset));
  }
  a.op(Code.Mov_rm64_r64, from(R.RDI, RESULT.checksum), R.RAX);
  a.op(Code.Add_rm32_imm32, at(VARIABLE.resultPointer), imm(RESULT_SIZE));
  a.op(Code.Inc_rm32, at(VARIABLE.index));
}
