/** Observer B's own tables: page tables, IDT, TSS, and the registers that point at them. */
import { Code, Register } from "iced-x86";
import type { Assembler } from "./assembler.ts";
import { SELECTOR } from "./boot.ts";
import {
  AGENT_SELECTOR,
  IDT_MEMORY,
  TRAMPOLINE_DATA,
  TRAMPOLINE_INDEX,
  TRAMPOLINE_PAGE,
} from "./idt-layout.ts";
import { MEMORY } from "./layout.ts";
import { REP_MOVSQ, REP_STOSQ, at, from, imm } from "./operands.ts";
import { EXCEPTION_VECTORS, trampolineAddress, type Trampoline } from "./trampoline.ts";

const R = Register;

/** Present, writable, user, accessed: the leaf alone decides. */
export const TABLE_FLAGS = 0x27;
/** Present, writable, accessed, dirty; for the supervisor. */
const LEAF_FLAGS = 0x63;
const MSR_EFER = 0xc000_0080 | 0;
const EFER_LME = 1 << 8;
const LAST_ENTRY = 511 * 8;
const CR4_LA57 = 1 << 12;
const CR4_PAE = 1 << 5;
const CR0_PG = 0x8000_0000 | 0;
const PLAIN_CR0 = 0x8001_0011 | 0;
/** Slots of the scratch GDT from which TR and LDTR are loaded once. */
const LOAD = { ldt: 0x08, tss: 0x18 } as const;

function gates(trampoline: Trampoline): Uint8Array {
  const bytes = new Uint8Array(EXCEPTION_VECTORS * 16);
  const view = new DataView(bytes.buffer);
  trampoline.handlers.forEach((offset, vector) => {
    const target = trampolineAddress("code", offset);
    view.setUint16(vector * 16, Number(target & 0xffffn), true);
    view.setUint16(vector * 16 + 2, AGENT_SELECTOR.code64, true);
    // Interrupt gate, DPL 0, IST1.
    view.setUint16(vector * 16 + 4, 0x8e01, true);
    view.setUint16(vector * 16 + 6, Number((target >> 16n) & 0xffffn), true);
    view.setUint32(vector * 16 + 8, Number(target >> 32n), true);
  });
  return bytes;
}

function tss(): Uint8Array {
  const bytes = new Uint8Array(0x68);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0x24, trampolineAddress("data", TRAMPOLINE_DATA.stackEnd), true);
  view.setUint16(0x66, 0x68, true);
  return bytes;
}

/** A 16-byte system descriptor. */
function systemDescriptor(type: number, base: bigint, limit: number): Uint8Array {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, limit, true);
  view.setUint32(2, Number(base & 0xff_ffffn), true);
  view.setUint8(5, 0x80 | type);
  view.setUint8(7, Number((base >> 24n) & 0xffn));
  view.setUint32(8, Number(base >> 32n), true);
  return bytes;
}

/** The last four slots of the scratch GDT. */
function agentSegments(): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setBigUint64((AGENT_SELECTOR.code32 & 0x18) | 0, 0x00cf_9b00_0000_ffffn, true);
  view.setBigUint64((AGENT_SELECTOR.code64 & 0x18) | 0, 0x00af_9b00_0000_ffffn, true);
  return bytes;
}

function tablePointer(base: bigint, limit: number): Uint8Array {
  const bytes = new Uint8Array(10);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, limit, true);
  view.setBigUint64(2, base, true);
  return bytes;
}

/** Bytes that go from the ROM's copy to a place in memory, in whole qwords. */
interface Image {
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly to: number;
}

function images(trampoline: Trampoline): readonly Image[] {
  const ldt = trampolineAddress("ldt", 0);
  const task = trampolineAddress("data", TRAMPOLINE_DATA.tss);
  return [
    { label: "trampolineImage", bytes: trampoline.bytes, to: IDT_MEMORY.code },
    { label: "idtImage", bytes: gates(trampoline), to: IDT_MEMORY.idt },
    { label: "tssImage", bytes: tss(), to: IDT_MEMORY.data + TRAMPOLINE_DATA.tss },
    { label: "segmentsImage", bytes: agentSegments(), to: IDT_MEMORY.gdt + 0x1_0000 - 32 },
    { label: "ldtrImage", bytes: systemDescriptor(2, ldt, 0xffff), to: IDT_MEMORY.gdt + LOAD.ldt },
    { label: "trImage", bytes: systemDescriptor(9, task, 0x67), to: IDT_MEMORY.gdt + LOAD.tss },
  ];
}

/** Builds everything and loads LDTR and TR, once. Clobbers nearly all. */
export function emitIdtOn(a: Assembler, trampoline: Trampoline): void {
  a.op(Code.Mov_r32_imm32, R.EDI, imm(IDT_MEMORY.gdt));
  a.op(Code.Mov_r32_imm32, R.ECX, imm((IDT_MEMORY.agentRoot5 + 0x1000 - IDT_MEMORY.gdt) / 8));
  a.op(Code.Xor_rm32_r32, R.EAX, R.EAX);
  a.data(REP_STOSQ);
  for (const { label, bytes, to } of images(trampoline)) {
    a.op(Code.Mov_r32_imm32, R.ESI, label);
    a.op(Code.Mov_r32_imm32, R.EDI, imm(to));
    a.op(Code.Mov_r32_imm32, R.ECX, imm((bytes.length + 7) >> 3));
    a.data(REP_MOVSQ);
  }
  // The pages of the stretch lie behind each other in memory too.
  a.op(Code.Mov_r32_imm32, R.EAX, imm(IDT_MEMORY.gdt | LEAF_FLAGS));
  a.op(Code.Mov_r32_imm32, R.EDI, imm(IDT_MEMORY.table));
  a.label("mapTrampoline");
  a.op(Code.Mov_rm64_r64, from(R.RDI, 0), R.RAX);
  a.op(Code.Add_rm32_imm32, R.EAX, imm(0x1000));
  a.op(Code.Add_rm32_imm8, R.EDI, imm(8));
  a.op(Code.Cmp_rm32_imm32, R.EDI, imm(IDT_MEMORY.table + TRAMPOLINE_PAGE.count * 8));
  a.op(Code.Jb_rel32_64, "mapTrampoline");
  const entries: readonly (readonly [at: number, table: number])[] = [
    [IDT_MEMORY.directory + TRAMPOLINE_INDEX.directory * 8, IDT_MEMORY.table],
    [IDT_MEMORY.pointers + TRAMPOLINE_INDEX.pointers * 8, IDT_MEMORY.directory],
    [IDT_MEMORY.level4 + LAST_ENTRY, IDT_MEMORY.pointers],
    [MEMORY.pml4 + LAST_ENTRY, IDT_MEMORY.pointers],
    [IDT_MEMORY.agentRoot5, MEMORY.pml4],
    [IDT_MEMORY.agentRoot5 + LAST_ENTRY, IDT_MEMORY.level4],
  ];
  for (const [entry, table] of entries) a.op(Code.Mov_rm64_imm32, at(entry), imm(table | TABLE_FLAGS));
  const data = (offset: number): ReturnType<typeof at> => at(IDT_MEMORY.data + offset);
  a.op(Code.Mov_rm64_imm32, data(TRAMPOLINE_DATA.agentRoot), imm(MEMORY.pml4));
  a.op(Code.Mov_r32_imm32, R.EAX, "idtLanded");
  a.op(Code.Mov_rm64_r64, data(TRAMPOLINE_DATA.landed), R.RAX);
  a.op(Code.Mov_r32_imm32, R.EAX, "switchLevels32");
  a.op(Code.Mov_rm32_r32, data(TRAMPOLINE_DATA.farPointer), R.EAX);
  a.op(Code.Mov_rm32_imm32, data(TRAMPOLINE_DATA.farPointer + 4), imm(AGENT_SELECTOR.code32));
  emitLoadTable(a, Code.Lgdt_m1664, "scratchGdtPointer");
  a.op(Code.Mov_r32_imm32, R.EAX, imm(LOAD.ldt));
  a.op(Code.Lldt_r32m16, R.EAX);
  a.op(Code.Mov_r32_imm32, R.EAX, imm(LOAD.tss));
  a.op(Code.Ltr_r32m16, R.EAX);
  emitLoadTable(a, Code.Lgdt_m1664, "gdtPointerRam");
}

function emitLoadTable(a: Assembler, code: Code, pointer: string): void {
  a.op(Code.Mov_r32_imm32, R.EAX, pointer);
  a.op(code, from(R.RAX, 0));
}

/** GDTR and IDTR of the cases. The agent's CS stays what it is until the first exception. */
export function emitIdtBegin(a: Assembler): void {
  emitLoadTable(a, Code.Lgdt_m1664, "scratchGdtPointer");
  emitLoadTable(a, Code.Lidt_m1664, "caseIdtPointer");
}

/** The agent's own registers again, as the main loop and its interrupts need them. */
export function emitIdtEnd(a: Assembler): void {
  a.op(Code.Mov_r64_cr, R.RAX, R.CR4);
  a.op(Code.And_rm32_imm32, R.EAX, imm(CR4_LA57 | CR4_PAE));
  a.op(Code.Mov_cr_r64, R.CR4, R.RAX);
  a.op(Code.Mov_r32_imm32, R.EAX, imm(PLAIN_CR0));
  a.op(Code.Mov_cr_r64, R.CR0, R.RAX);
  a.op(Code.Mov_r32_imm32, R.EAX, imm(0x400));
  a.op(Code.Mov_dr_r64, R.DR7, R.RAX);
  emitLoadTable(a, Code.Lgdt_m1664, "gdtPointerRam");
  emitLoadTable(a, Code.Lidt_m1664, "idtPointer");
  a.op(Code.Mov_r32_imm32, R.EAX, imm(SELECTOR.data));
  for (const segment of [R.DS, R.ES, R.SS, R.FS, R.GS]) a.op(Code.Mov_Sreg_r32m16, segment, R.EAX);
  a.op(Code.Pushq_imm8, imm(SELECTOR.code64));
  a.op(Code.Mov_r32_imm32, R.EAX, "ownCode");
  a.op(Code.Push_r64, R.RAX);
  a.op(Code.Retfq);
  a.label("ownCode");
}

/**
 * Emits `switchLevels`: between four and five levels of page tables, which cannot be done in long mode. Clobbers
 * RAX, RCX, RDX and RDI.
 */
export function emitSwitchLevels(a: Assembler): void {
  a.label("switchLevels");
  a.op(Code.Mov_r64_cr, R.RAX, R.CR4);
  a.op(Code.And_rm32_imm32, R.EAX, imm(CR4_LA57 | CR4_PAE));
  a.op(Code.Mov_cr_r64, R.CR4, R.RAX);
  // A case may have cleared EFER.LME, which no processor should have let it do.
  a.op(Code.Mov_r32_rm32, R.EDI, R.EAX);
  a.op(Code.Mov_r32_imm32, R.ECX, imm(MSR_EFER));
  a.op(Code.Rdmsr);
  a.op(Code.Or_rm32_imm32, R.EAX, imm(EFER_LME));
  a.op(Code.Wrmsr);
  a.op(Code.Mov_r32_rm32, R.EAX, R.EDI);
  a.op(Code.Mov_r32_imm32, R.EDX, imm(IDT_MEMORY.agentRoot5));
  a.op(Code.Test_EAX_imm32, R.EAX, imm(CR4_LA57));
  a.op(Code.Je_rel32_64, "levelsChosen");
  a.op(Code.Mov_r32_imm32, R.EDX, imm(MEMORY.pml4));
  a.label("levelsChosen");
  a.op(Code.Mov_rm64_r64, at(IDT_MEMORY.data + TRAMPOLINE_DATA.agentRoot), R.RDX);
  a.op(Code.Jmp_m1632, at(IDT_MEMORY.data + TRAMPOLINE_DATA.farPointer));
  a.bits(32);
  a.label("switchLevels32");
  a.op(Code.Mov_r32_cr, R.EAX, R.CR0);
  a.op(Code.And_rm32_imm32, R.EAX, imm(~CR0_PG));
  a.op(Code.Mov_cr_r32, R.CR0, R.EAX);
  a.op(Code.Mov_r32_cr, R.EAX, R.CR4);
  a.op(Code.Xor_rm32_imm32, R.EAX, imm(CR4_LA57));
  a.op(Code.Mov_cr_r32, R.CR4, R.EAX);
  a.op(Code.Mov_cr_r32, R.CR3, R.EDX);
  a.op(Code.Mov_r32_cr, R.EAX, R.CR0);
  a.op(Code.Or_rm32_imm32, R.EAX, imm(CR0_PG));
  a.op(Code.Mov_cr_r32, R.CR0, R.EAX);
  a.farJump(Code.Jmp_ptr1632, AGENT_SELECTOR.code64, "levelsSwitched");
  a.bits(64);
  a.label("levelsSwitched");
  // Compatibility mode has cut RSP.
  a.op(Code.Mov_r32_rm32, R.ESP, R.ESP);
  a.op(Code.Retnq);
}

/** The images that `emitIdtOn` copies, and the operands of LGDT and LIDT. */
export function emitIdtData(a: Assembler, trampoline: Trampoline): void {
  for (const { label, bytes } of images(trampoline)) {
    a.label(label);
    const whole = new Uint8Array((bytes.length + 7) & ~7);
    whole.set(bytes);
    a.data(whole);
  }
  a.label("scratchGdtPointer");
  a.data(tablePointer(trampolineAddress("gdt", 0), 0xffff));
  a.label("caseIdtPointer");
  a.data(tablePointer(trampolineAddress("idt", 0), EXCEPTION_VECTORS * 16 - 1));
}
