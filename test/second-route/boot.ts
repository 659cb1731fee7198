/** From the reset vector to 64-bit mode, with nothing of the suite's own guest. */
import { Code, Register } from "iced-x86";
import type { Assembler } from "../../guest/assembler.ts";
import { EFER_DEFAULT, SELECTOR, type Experiment } from "./experiment.ts";
import { TABLES, memoryWords } from "./page-tables.ts";

/** Where the reset vector sees the ROM, and where its copy runs. */
export const ROM = { base: 0xffff_0000, size: 0x1_0000, copy: 0x1_0000 } as const;

const CR4_PAE = 1n << 5n;
const CR4_LA57 = 1n << 12n;
const DELTA = ROM.base - ROM.copy;

export const imm = (immediate: number | bigint): { immediate: number | bigint } => ({ immediate });

/** A bigint's low or high half, signed as the assembler wants it. */
const low = (value: bigint): number => Number(BigInt.asIntN(32, value));
const high = (value: bigint): number => Number(BigInt.asIntN(32, value >> 32n));

/** The agent's descriptors; the TSS takes two. */
function descriptors(tss: number): Uint8Array {
  const bytes = new Uint8Array(SELECTOR.tss + 16);
  const view = new DataView(bytes.buffer);
  const put = (selector: number, value: bigint): void => view.setBigUint64(selector & ~7, value, true);
  put(SELECTOR.kernelCode32, 0x00cf_9b00_0000_ffffn);
  put(SELECTOR.kernelData, 0x00cf_9300_0000_ffffn);
  put(SELECTOR.kernelCode64, 0x00af_9b00_0000_ffffn);
  put(SELECTOR.kernelOddData, 0x0045_9311_2000_ffffn);
  put(SELECTOR.userCode32, 0x00cf_fb00_0000_ffffn);
  put(SELECTOR.userData, 0x00cf_f300_0000_ffffn);
  put(SELECTOR.userCode64, 0x00af_fb00_0000_ffffn);
  put(SELECTOR.kernelDownData, 0x0055_9711_2000_ffffn);
  put(SELECTOR.kernelData16, 0x008f_9300_0000_ffffn);
  put(SELECTOR.kernelCode16, 0x008f_9b00_0000_ffffn);
  put(SELECTOR.kernelShortCode32, 0x00c4_9b00_0000_0000n);
  put(SELECTOR.kernelReadOnlyData, 0x00cf_9100_0000_ffffn);
  put(SELECTOR.kernelExecuteOnly32, 0x00cf_9900_0000_ffffn);
  put(SELECTOR.innerCode64, 0x00af_bb00_0000_ffffn);
  put(SELECTOR.innerData, 0x00cf_b300_0000_ffffn);
  put(SELECTOR.tss, 0x0000_8900_0000_0067n | (BigInt(tss) << 16n));
  return bytes;
}

/** The operand of LGDT or LIDT. */
export function tablePointer(base: number, bytes: number): Uint8Array {
  const pointer = new Uint8Array(10);
  const view = new DataView(pointer.buffer);
  view.setUint16(0, bytes - 1, true);
  view.setUint32(2, base >>> 0, true);
  return pointer;
}

/** Emits the way to `entry` in the copy, in 64-bit mode. `reset16` is its start. */
export function emitBoot(a: Assembler, experiment: Experiment, entry: string): void {
  const gdtBytes = SELECTOR.tss + 16;
  a.label("gdt");
  a.data((at) => descriptors(at("tss")));
  a.label("gdtPointerRom");
  a.data((at) => tablePointer(at("gdt") + DELTA, gdtBytes));
  a.label("gdtPointer");
  a.data((at) => tablePointer(at("gdt"), gdtBytes));

  a.bits(16);
  a.label("reset16");
  a.op(Code.Cli);
  a.op(Code.Cld);
  a.data((at) => {
    const offset = at("gdtPointerRom") - ROM.copy;
    return Uint8Array.of(0xbb, offset & 0xff, (offset >> 8) & 0xff); // mov bx, offset
  });
  a.op(Code.Lgdt_m1632, { base: Register.BX, segment: Register.CS });
  a.op(Code.Mov_r32_cr, Register.EAX, Register.CR0);
  a.op(Code.Or_rm8_imm8, Register.AL, imm(1));
  a.op(Code.Mov_cr_r32, Register.CR0, Register.EAX);
  a.farJump(Code.Jmp_ptr1632, SELECTOR.kernelCode32, "protected32", DELTA);

  a.bits(32);
  a.label("protected32");
  a.op(Code.Mov_r32_imm32, Register.EAX, imm(SELECTOR.kernelData));
  for (const segment of [Register.DS, Register.ES, Register.SS]) {
    a.op(Code.Mov_Sreg_r32m16, segment, Register.EAX);
  }
  a.op(Code.Mov_r32_imm32, Register.ESI, imm(ROM.base));
  a.op(Code.Mov_r32_imm32, Register.EDI, imm(ROM.copy));
  a.op(Code.Mov_r32_imm32, Register.ECX, imm(ROM.size / 4));
  a.data(Uint8Array.of(0xf3, 0xa5)); // rep movsd
  a.farJump(Code.Jmp_ptr1632, SELECTOR.kernelCode32, "copied32");

  a.label("copied32");
  a.op(Code.Mov_r32_imm32, Register.EBX, "gdtPointer");
  a.op(Code.Lgdt_m1632, { base: Register.EBX });
  a.op(Code.Xor_rm32_r32, Register.EAX, Register.EAX);
  a.op(Code.Mov_r32_imm32, Register.EDI, imm(TABLES.root));
  a.op(Code.Mov_r32_imm32, Register.ECX, imm((TABLES.pagesEnd - TABLES.root) / 4));
  a.data(Uint8Array.of(0xf3, 0xab)); // rep stosd
  for (const { physical, value } of memoryWords(experiment)) {
    a.op(Code.Mov_rm32_imm32, { displacement: physical }, imm(low(value)));
    if (value >> 32n !== 0n) a.op(Code.Mov_rm32_imm32, { displacement: physical + 4 }, imm(high(value)));
  }
  emitLongMode(a, experiment, entry);
}

function emitLongMode(a: Assembler, experiment: Experiment, entry: string): void {
  const cr4 = CR4_PAE | (experiment.fiveLevels === true ? CR4_LA57 : 0n) | (experiment.cr4 ?? 0n);
  a.op(Code.Mov_r32_imm32, Register.EAX, imm(low(cr4)));
  a.op(Code.Mov_cr_r32, Register.CR4, Register.EAX);
  a.op(Code.Mov_r32_imm32, Register.EAX, imm(TABLES.root));
  a.op(Code.Mov_cr_r32, Register.CR3, Register.EAX);
  a.op(Code.Mov_r32_imm32, Register.ECX, imm(0xc000_0080 | 0));
  a.op(Code.Mov_r32_imm32, Register.EAX, imm(low(EFER_DEFAULT & ~0x400n)));
  a.op(Code.Xor_rm32_r32, Register.EDX, Register.EDX);
  a.op(Code.Wrmsr);
  a.op(Code.Mov_r32_imm32, Register.EAX, imm(low(0x8000_0011n | (experiment.cr0 ?? 0n))));
  a.op(Code.Mov_cr_r32, Register.CR0, Register.EAX);
  a.farJump(Code.Jmp_ptr1632, SELECTOR.kernelCode64, entry);
}

/** The 16 bytes at the reset vector: a near jump to `reset16`, whose ROM offset is given. */
export function resetVector(reset16: number): Uint8Array {
  const bytes = new Uint8Array(16).fill(0x90);
  const displacement = (reset16 - (ROM.size - 16 + 3)) & 0xffff;
  bytes.set([0xe9, displacement & 0xff, displacement >> 8]);
  return bytes;
}
