/**
 * The second route's ROM: an IDT agent that runs one experiment on the CPU itself. It uses no SVM, so
 * that what it sees does not pass through the emulator's VMCB code.
 */
import { Code, Register } from "iced-x86";
import { Assembler, type Memory } from "../../guest/assembler.ts";
import { ROM, emitBoot, imm, resetVector, tablePointer } from "./boot.ts";
import { ADDRESS, EFER_DEFAULT, GPRS, MSR, SELECTOR, STAR_DEFAULT, type Experiment } from "./experiment.ts";
import { instructionAddress } from "./page-tables.ts";

const R = Register;

/** Physical addresses of the agent's data. */
const DATA = { record: 0x2_0000, stack: 0x3_0000, fault: 0x3_8000 } as const;

/** Vectors that have a handler, and those of them for which the CPU pushes an error code. */
const VECTORS = 32;
const WITH_ERROR_CODE: ReadonlySet<number> = new Set([8, 10, 11, 12, 13, 14, 17, 21, 29, 30]);

/** Both emulators' port for text. */
const TEXT_PORT = 0xe9;

/** QEMU ends when something is written here; Bochs has nothing at this port. */
const EXIT_PORT = 0xf4;

const REGISTERS: readonly Register[] = [
  R.RAX,
  R.RCX,
  R.RDX,
  R.RBX,
  R.RSP,
  R.RBP,
  R.RSI,
  R.RDI,
  R.R8,
  R.R9,
  R.R10,
  R.R11,
  R.R12,
  R.R13,
  R.R14,
  R.R15,
];

/** Order of the words in the record and hence in the text: the parser's table too. */
export const RECORD: readonly string[] = [
  "stage",
  "vector",
  "errorCode",
  "rip",
  "cs",
  "rflags",
  "rsp",
  "ss",
  ...GPRS.map((name) => `gpr.${name}`),
  "cr2",
  "cr4",
  "dr6",
  "peek",
  ...Object.keys(MSR).map((name) => `msr.${name}`),
];

/** Frames the text: entered, dump begins, dump ends. */
export const MARK = { entered: ">", begin: "@", end: "." } as const;

const slot = (name: string): Memory => {
  const index = RECORD.indexOf(name);
  if (index < 0) throw new Error(`the record has no ${name}`);
  return { displacement: DATA.record + index * 8 };
};

/** The ROM image for one experiment. */
export function assembleAgent(experiment: Experiment): Uint8Array {
  const a = new Assembler(ROM.copy, 64);
  let reset16 = 0;
  a.data((at) => {
    reset16 = at("reset16") - ROM.copy;
    return new Uint8Array(0);
  });
  emitBoot(a, experiment, "agent");
  emitAgent(a, experiment);
  const code = a.finish();
  const image = new Uint8Array(ROM.size).fill(0xf4);
  if (code.length > ROM.size - 16) throw new Error("the agent does not fit its ROM");
  image.set(code);
  image.set(resetVector(reset16), ROM.size - 16);
  return image;
}

function emitAgent(a: Assembler, experiment: Experiment): void {
  a.bits(64);
  a.label("agent");
  for (const segment of [R.DS, R.ES, R.SS, R.FS, R.GS]) {
    a.op(Code.Mov_r32_imm32, R.EAX, imm(SELECTOR.kernelData));
    a.op(Code.Mov_Sreg_r32m16, segment, R.EAX);
  }
  a.op(Code.Mov_r32_imm32, R.ESP, imm(DATA.stack));
  a.op(Code.Mov_rm64_imm32, slot("stage"), imm(0));
  a.op(Code.Mov_r32_imm32, R.EBX, "idtPointer");
  a.op(Code.Lidt_m1664, { base: R.RBX });
  a.op(Code.Mov_r32_imm32, R.EAX, imm(SELECTOR.tss));
  a.op(Code.Ltr_rm16, R.AX);
  a.op(Code.Mov_r32_imm32, R.EBX, "gdtPointer");
  a.op(Code.Lgdt_m1664, { base: R.RBX });
  const msrs: (readonly [number, bigint])[] = [
    [MSR.efer, EFER_DEFAULT],
    [MSR.star, STAR_DEFAULT],
    ...(experiment.msrs ?? []),
  ];
  for (const [msr, value] of msrs) emitWriteMsr(a, msr, value);
  if (experiment.breakpoint !== undefined) {
    a.op(Code.Mov_r64_imm64, R.RAX, imm(experiment.breakpoint));
    a.op(Code.Mov_dr_r64, R.DR0, R.RAX);
    a.op(Code.Mov_r32_imm32, R.EAX, imm(0x402));
    a.op(Code.Mov_dr_r64, R.DR7, R.RAX);
  }
  emitEntry(a, experiment);
  emitHandlers(a, experiment.peek);
  emitTables(a);
}

function emitWriteMsr(a: Assembler, msr: number, value: bigint): void {
  a.op(Code.Mov_r32_imm32, R.ECX, imm(msr | 0));
  a.op(Code.Mov_r32_imm32, R.EAX, imm(Number(BigInt.asIntN(32, value))));
  a.op(Code.Mov_r32_imm32, R.EDX, imm(Number(BigInt.asIntN(32, value >> 32n))));
  a.op(Code.Wrmsr);
}

/** Enters by IRETQ, which takes any CS, SS, RFLAGS, RSP and RIP. */
function emitEntry(a: Assembler, experiment: Experiment): void {
  const { cpl, mode } = experiment;
  const modeCs =
    mode === "64"
      ? cpl === 0
        ? SELECTOR.kernelCode64
        : SELECTOR.userCode64
      : cpl === 0
        ? SELECTOR.kernelCode32
        : SELECTOR.userCode32;
  const cs = experiment.cs ?? modeCs;
  const ss = experiment.ss ?? (cpl === 0 ? SELECTOR.kernelData : SELECTOR.userData);
  emitText(a, MARK.entered);
  a.op(Code.Mov_rm64_imm32, slot("stage"), imm(1));
  const frame = [
    BigInt(ss),
    experiment.registers?.rsp ?? ADDRESS.stack,
    experiment.rflags ?? 2n,
    BigInt(cs),
    instructionAddress(experiment),
  ];
  for (const value of frame) {
    a.op(Code.Mov_r64_imm64, R.RAX, imm(value));
    a.op(Code.Push_r64, R.RAX);
  }
  GPRS.forEach((name, index) => {
    if (name === "rsp") return;
    a.op(Code.Mov_r64_imm64, REGISTERS[index] as Register, imm(experiment.registers?.[name] ?? 0n));
  });
  a.op(Code.Iretq);
}

function emitText(a: Assembler, text: string): void {
  for (const character of text) {
    a.op(Code.Mov_r8_imm8, R.AL, imm(character.charCodeAt(0)));
    a.op(Code.Out_imm8_AL, imm(TEXT_PORT), R.AL);
  }
}

/** Every handler runs on IST 1, stores what it finds in the record, prints it and stops. */
function emitHandlers(a: Assembler, peek: bigint | undefined): void {
  for (let vector = 0; vector < VECTORS; vector += 1) {
    a.label(`vector${vector}`);
    if (!WITH_ERROR_CODE.has(vector)) a.op(Code.Pushq_imm8, imm(0));
    a.op(Code.Pushq_imm8, imm(vector));
    a.op(Code.Jmp_rel32_64, "handler");
  }
  a.label("handler");
  GPRS.forEach((name, index) => {
    a.op(Code.Mov_rm64_r64, slot(`gpr.${name}`), REGISTERS[index] as Register);
  });
  for (const name of ["vector", "errorCode", "rip", "cs", "rflags", "rsp", "ss"]) {
    a.op(Code.Pop_r64, R.RAX);
    a.op(Code.Mov_rm64_r64, slot(name), R.RAX);
  }
  // RSP in the handler is the handler's own; the case's one is in the frame.
  a.op(Code.Mov_r64_rm64, R.RAX, slot("rsp"));
  a.op(Code.Mov_rm64_r64, slot("gpr.rsp"), R.RAX);
  for (const [name, register] of [
    ["cr2", R.CR2],
    ["cr4", R.CR4],
  ] as const) {
    a.op(Code.Mov_r64_cr, R.RAX, register);
    a.op(Code.Mov_rm64_r64, slot(name), R.RAX);
  }
  a.op(Code.Mov_r64_dr, R.RAX, R.DR6);
  a.op(Code.Mov_rm64_r64, slot("dr6"), R.RAX);
  for (const [name, msr] of Object.entries(MSR)) {
    a.op(Code.Mov_r32_imm32, R.ECX, imm(msr | 0));
    a.op(Code.Rdmsr);
    a.op(Code.Shl_rm64_imm8, R.RDX, imm(32));
    a.op(Code.Or_rm64_r64, R.RAX, R.RDX);
    a.op(Code.Mov_rm64_r64, slot(`msr.${name}`), R.RAX);
  }
  if (peek !== undefined) {
    a.op(Code.Mov_r64_imm64, R.RAX, imm(peek));
    a.op(Code.Mov_r64_rm64, R.RAX, { base: R.RAX });
    a.op(Code.Mov_rm64_r64, slot("peek"), R.RAX);
  }
  emitPrint(a);
}

/** Prints the record as words of 16 hexadecimal digits, then stops. */
function emitPrint(a: Assembler): void {
  emitText(a, MARK.begin);
  a.op(Code.Mov_r32_imm32, R.ESI, imm(DATA.record));
  a.op(Code.Mov_r32_imm32, R.EBP, imm(RECORD.length));
  a.label("printWord");
  a.op(Code.Mov_r64_rm64, R.RBX, { base: R.RSI });
  a.op(Code.Mov_r32_imm32, R.ECX, imm(16));
  a.label("printDigit");
  a.op(Code.Rol_rm64_imm8, R.RBX, imm(4));
  a.op(Code.Mov_r32_rm32, R.EAX, R.EBX);
  a.op(Code.And_rm32_imm8, R.EAX, imm(15));
  a.op(Code.Add_rm32_imm8, R.EAX, imm(0x30));
  a.op(Code.Cmp_rm32_imm8, R.EAX, imm(0x3a));
  a.op(Code.Jb_rel32_64, "decimal");
  a.op(Code.Add_rm32_imm8, R.EAX, imm(0x27));
  a.label("decimal");
  a.op(Code.Out_imm8_AL, imm(TEXT_PORT), R.AL);
  a.op(Code.Dec_rm32, R.ECX);
  a.op(Code.Jne_rel32_64, "printDigit");
  emitText(a, "\n");
  a.op(Code.Add_rm32_imm8, R.ESI, imm(8));
  a.op(Code.Dec_rm32, R.EBP);
  a.op(Code.Jne_rel32_64, "printWord");
  emitText(a, `${MARK.end}\n`);
  a.label("stop");
  a.op(Code.Out_imm8_AL, imm(EXIT_PORT), R.AL);
  a.op(Code.Cli);
  a.op(Code.Hlt);
  a.op(Code.Jmp_rel32_64, "stop");
}

function emitTables(a: Assembler): void {
  a.label("idt");
  a.data((at) => {
    const bytes = new Uint8Array(VECTORS * 16);
    const view = new DataView(bytes.buffer);
    for (let vector = 0; vector < VECTORS; vector += 1) {
      const target = at(`vector${vector}`);
      view.setUint16(vector * 16, target & 0xffff, true);
      view.setUint16(vector * 16 + 2, SELECTOR.kernelCode64, true);
      view.setUint16(vector * 16 + 4, 0x8e01, true);
      view.setUint16(vector * 16 + 6, target >>> 16, true);
    }
    return bytes;
  });
  a.label("idtPointer");
  a.data((at) => tablePointer(at("idt"), VECTORS * 16));
  a.label("tss");
  a.data(() => {
    const bytes = new Uint8Array(0x68);
    const view = new DataView(bytes.buffer);
    view.setUint32(0x04, DATA.fault, true); // RSP0
    view.setUint32(0x24, DATA.fault, true); // IST1
    view.setUint16(0x66, 0x68, true);
    return bytes;
  });
}
