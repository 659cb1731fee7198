/** From the reset vector to 64-bit mode: the part of the ROM that runs before its copy in RAM. */
import { Code, Register } from "iced-x86";
import { MEMORY, RAM_MEGABYTES, ROM_BASE, ROM_SIZE } from "./layout.js";
import { imm } from "./operands.js";
/** Selectors of the agent's own GDT. */
export const SELECTOR = { code32: 0x08, data: 0x10, code64: 0x18 };
/** Difference between where a label is assembled (the copy in RAM) and where the ROM shows it. */
const ROM_DELTA = ROM_BASE - MEMORY.agent;
function descriptors() {
    const bytes = new Uint8Array(32);
    const view = new DataView(bytes.buffer);
    view.setBigUint64(SELECTOR.code32, 0x00cf9b000000ffffn, true);
    view.setBigUint64(SELECTOR.data, 0x00cf93000000ffffn, true);
    view.setBigUint64(SELECTOR.code64, 0x00af9b000000ffffn, true);
    return bytes;
}
/** LGDT's operand: limit and 32-bit base, 64-bit base above it zero. */
function tablePointer(base) {
    const bytes = new Uint8Array(10);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 31, true);
    view.setUint32(2, base >>> 0, true);
    return bytes;
}
/**
 * Emits real mode, protected mode and the jump to `entry64` in RAM. The label `reset16` is where the
 * reset vector must jump. Labels are assembled for the copy in RAM.
 */
export function emitBoot(a, entry64) {
    a.label("gdt");
    a.data(descriptors());
    a.label("gdtPointerRom");
    a.data((at) => tablePointer(at("gdt") + ROM_DELTA));
    a.label("gdtPointerRam");
    a.data((at) => tablePointer(at("gdt")));
    a.bits(16);
    a.label("reset16");
    a.op(Code.Cli);
    a.op(Code.Cld);
    // CS is the only segment that reaches the ROM; the pointer's offset in it is the ROM offset.
    a.data((at) => {
        const offset = at("gdtPointerRom") - MEMORY.agent;
        return Uint8Array.of(0xbb, offset & 0xff, (offset >> 8) & 0xff); // mov bx, offset
    });
    a.op(Code.Lgdt_m1632, { base: Register.BX, segment: Register.CS });
    a.op(Code.Mov_r32_cr, Register.EAX, Register.CR0);
    a.op(Code.Or_rm8_imm8, Register.AL, imm(1));
    a.op(Code.Mov_cr_r32, Register.CR0, Register.EAX);
    a.farJump(Code.Jmp_ptr1632, SELECTOR.code32, "protected32", ROM_DELTA);
    a.bits(32);
    a.label("protected32");
    a.op(Code.Mov_r32_imm32, Register.EAX, imm(SELECTOR.data));
    for (const segment of [Register.DS, Register.ES, Register.SS]) {
        a.op(Code.Mov_Sreg_r32m16, segment, Register.EAX);
    }
    emitLocalApic(a);
    emitTouchMemory(a);
    emitCopyRom(a);
    // Once paging is on, the ROM's own address is not mapped.
    a.farJump(Code.Jmp_ptr1632, SELECTOR.code32, "protected32Ram");
    a.label("protected32Ram");
    emitPageTables(a);
    emitLongMode(a, entry64);
}
/** Without firmware the local APIC keeps the 8259's interrupts away; this lets them through as ExtINT on LINT0. */
function emitLocalApic(a) {
    for (const [register, value] of [
        [0xfee0_00f0, 0x1ff],
        [0xfee0_0350, 0x700],
    ]) {
        a.op(Code.Mov_r32_imm32, Register.EDI, imm(register));
        a.op(Code.Mov_rm32_imm32, { base: Register.EDI }, imm(value));
    }
}
/**
 * Bochs gives RAM to 128 KiB blocks in the order of first touch, but loads an image as if the blocks behind its
 * first one came next. So the blocks of the batch, the last image, must be touched first and in order.
 */
function emitTouchMemory(a) {
    a.op(Code.Mov_r32_imm32, Register.EDI, imm(MEMORY.slots));
    a.label("touch");
    a.op(Code.Mov_r32_rm32, Register.EAX, { base: Register.EDI });
    a.op(Code.Mov_rm32_r32, { base: Register.EDI }, Register.EAX);
    a.op(Code.Add_rm32_imm32, Register.EDI, imm(0x2_0000));
    a.op(Code.Cmp_rm32_imm32, Register.EDI, imm(RAM_MEGABYTES << 20));
    a.op(Code.Jb_rel32_32, "touch");
}
function emitCopyRom(a) {
    a.op(Code.Mov_r32_imm32, Register.ESI, imm(ROM_BASE));
    a.op(Code.Mov_r32_imm32, Register.EDI, imm(MEMORY.agent));
    a.op(Code.Mov_r32_imm32, Register.ECX, imm(ROM_SIZE / 4));
    a.data(Uint8Array.of(0xf3, 0xa5)); // rep movsd
}
/** Maps RAM one to one with 2 MiB pages. */
function emitPageTables(a) {
    a.op(Code.Mov_r32_imm32, Register.EDI, imm(MEMORY.pml4));
    a.op(Code.Xor_rm32_r32, Register.EAX, Register.EAX);
    a.op(Code.Mov_r32_imm32, Register.ECX, imm((3 * 4096) / 4));
    a.data(Uint8Array.of(0xf3, 0xab)); // rep stosd
    a.op(Code.Mov_rm32_imm32, { displacement: MEMORY.pml4 }, imm(MEMORY.pdpt | 3));
    a.op(Code.Mov_rm32_imm32, { displacement: MEMORY.pdpt }, imm(MEMORY.pd | 3));
    a.op(Code.Mov_r32_imm32, Register.EDI, imm(MEMORY.pd));
    a.op(Code.Mov_r32_imm32, Register.EAX, imm(0x83));
    a.label("fillDirectory");
    a.op(Code.Mov_rm32_r32, { base: Register.EDI }, Register.EAX);
    a.op(Code.Add_rm32_imm8, Register.EDI, imm(8));
    a.op(Code.Add_rm32_imm32, Register.EAX, imm(0x20_0000));
    a.op(Code.Cmp_rm32_imm32, Register.EAX, imm((RAM_MEGABYTES << 20) | 0x83));
    a.op(Code.Jb_rel32_32, "fillDirectory");
}
function emitLongMode(a, entry64) {
    a.op(Code.Mov_r32_imm32, Register.EAX, imm(1 << 5));
    a.op(Code.Mov_cr_r32, Register.CR4, Register.EAX);
    a.op(Code.Mov_r32_imm32, Register.EAX, imm(MEMORY.pml4));
    a.op(Code.Mov_cr_r32, Register.CR3, Register.EAX);
    a.op(Code.Mov_r32_imm32, Register.ECX, imm(0xc000_0080));
    a.op(Code.Rdmsr);
    a.op(Code.Or_rm32_imm32, Register.EAX, imm(1 << 8));
    a.op(Code.Wrmsr);
    a.op(Code.Mov_r32_imm32, Register.EAX, imm(0x8001_0011 | 0));
    a.op(Code.Mov_cr_r32, Register.CR0, Register.EAX);
    a.op(Code.Mov_r32_imm32, Register.EBX, "gdtPointerRam");
    a.op(Code.Lgdt_m1632, { base: Register.EBX });
    a.farJump(Code.Jmp_ptr1632, SELECTOR.code64, entry64);
}
/** The 16 bytes at the reset vector: a near jump to `reset16`. `offset` is the vector's ROM offset. */
export function resetVector(reset16Offset, offset) {
    const bytes = new Uint8Array(16).fill(0x90);
    const displacement = (reset16Offset - (offset + 3)) & 0xffff;
    bytes.set([0xe9, displacement & 0xff, displacement >> 8]);
    return bytes;
}
