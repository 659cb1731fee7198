/** The agent in 64-bit mode: says hello, waits for a batch, runs it, answers. */
import { Code, Register } from "iced-x86";
import { SELECTOR } from "./boot.js";
import { CONTROL, CPUID_ENTRY_SIZE, CPUID_LEAVES, HELLO_BYTE, HELLO_MAGIC, MEMORY, OBSERVER, PROTOCOL_VERSION, SERIAL_PORT, SLOT, SLOT_BYTE, SLOT_SIZE, } from "./layout.js";
import { emitIdtData, emitIdtOn } from "./idt-tables.js";
import { REP_STOSQ, at, imm } from "./operands.js";
import { emitRunBatch } from "./run-batch.js";
import { assembleTrampoline } from "./trampoline.js";
import { VARIABLE } from "./variables.js";
import { INTERCEPTS, VMCB_CONTROL } from "./vmcb.js";
const MSR_VM_HSAVE_PA = 0xc001_0117;
const MSR_EFER = 0xc000_0080;
const EFER_SVME = 1 << 12;
const TIMER_VECTOR = 0x20;
const SERIAL_VECTOR = 0x24;
const PIC_MASK = 0x21;
/** Masks all but the timer and the serial port. */
const IDLE_MASK = 0xee;
const RESET_PORT = 0xcf9;
/** Emits everything from `agent64` on. `passThrough` are the MSRs that cases may read and write. */
export function emitAgent(a, passThrough) {
    a.bits(64);
    a.label("agent64");
    a.op(Code.Mov_r32_imm32, Register.EAX, imm(SELECTOR.data));
    for (const segment of [Register.DS, Register.ES, Register.SS, Register.FS, Register.GS]) {
        a.op(Code.Mov_Sreg_r32m16, segment, Register.EAX);
    }
    a.op(Code.Mov_r32_imm32, Register.ESP, imm(MEMORY.stack));
    emitInterrupts(a);
    emitHello(a);
    emitMaps(a, passThrough);
    emitVmcb(a);
    a.op(Code.Cmp_rm32_imm8, at(MEMORY.control + CONTROL.observer), imm(OBSERVER.idt));
    a.op(Code.Je_rel32_64, "idtOn");
    emitSvmOn(a);
    a.op(Code.Jmp_rel32_64, "hello");
    const trampoline = assembleTrampoline();
    a.label("idtOn");
    emitIdtOn(a, trampoline);
    emitMainLoop(a);
    emitRunBatch(a, trampoline);
    emitHandlers(a);
    emitIdtData(a, trampoline);
}
/** An IDT whose handlers return, the interrupt controllers masked, the serial port ready. */
function emitInterrupts(a) {
    // Every exception in the agent is a bug and stops it, except #DB, which Bochs can carry over a #VMEXIT.
    a.op(Code.Mov_r32_imm32, Register.EDI, imm(MEMORY.idt));
    a.op(Code.Xor_rm32_r32, Register.EBX, Register.EBX);
    a.label("fillIdt");
    a.op(Code.Mov_r32_imm32, Register.EAX, "handlerStop");
    a.op(Code.Cmp_rm32_imm8, Register.EBX, imm(1));
    a.op(Code.Jne_rel32_64, "notDebug");
    a.op(Code.Mov_r32_imm32, Register.EAX, "handlerReturn");
    a.label("notDebug");
    for (const vector of [TIMER_VECTOR, SERIAL_VECTOR]) {
        const other = a.fresh("otherVector");
        a.op(Code.Cmp_rm32_imm8, Register.EBX, imm(vector));
        a.op(Code.Jne_rel32_64, other);
        a.op(Code.Mov_r32_imm32, Register.EAX, "handlerInterrupt");
        a.label(other);
    }
    a.op(Code.Mov_rm16_r16, { base: Register.RDI }, Register.AX);
    a.op(Code.Mov_rm16_imm16, { base: Register.RDI, displacement: 2 }, imm(SELECTOR.code64));
    a.op(Code.Mov_rm16_imm16, { base: Register.RDI, displacement: 4 }, imm(0x8e00));
    a.op(Code.Shr_rm32_imm8, Register.EAX, imm(16));
    a.op(Code.Mov_rm64_r64, { base: Register.RDI, displacement: 6 }, Register.RAX);
    a.op(Code.Add_rm32_imm8, Register.EDI, imm(16));
    a.op(Code.Inc_rm32, Register.EBX);
    a.op(Code.Cmp_rm32_imm32, Register.EBX, imm(256));
    a.op(Code.Jb_rel32_64, "fillIdt");
    a.op(Code.Mov_r32_imm32, Register.EBX, "idtPointer");
    a.op(Code.Lidt_m1664, { base: Register.RBX });
    const out = (port, value) => {
        a.op(Code.Mov_r32_imm32, Register.EDX, imm(port));
        a.op(Code.Mov_r8_imm8, Register.AL, imm(value));
        a.op(Code.Out_DX_AL, Register.DX, Register.AL);
    };
    // 8259: edge triggered, vectors 20h and 28h, everything masked.
    out(0x20, 0x11);
    out(0x21, 0x20);
    out(0x21, 0x04);
    out(0x21, 0x01);
    out(0x21, 0xff);
    out(0xa0, 0x11);
    out(0xa1, 0x28);
    out(0xa1, 0x02);
    out(0xa1, 0x01);
    out(0xa1, 0xff);
    // 16550: 115200 8N1 without FIFO, OUT2 so that received bytes interrupt.
    out(SERIAL_PORT + 3, 0x80);
    out(SERIAL_PORT, 1);
    out(SERIAL_PORT + 1, 0);
    out(SERIAL_PORT + 3, 3);
    out(SERIAL_PORT + 2, 0);
    out(SERIAL_PORT + 4, 0x0b);
    out(SERIAL_PORT + 1, 1);
    a.op(Code.Xor_rm32_r32, Register.EAX, Register.EAX);
    for (const register of [Register.DR0, Register.DR1, Register.DR2, Register.DR3]) {
        a.op(Code.Mov_dr_r64, register, Register.RAX);
    }
}
/** The CPUID leaves that the profile is derived from; the magic comes last. */
function emitHello(a) {
    CPUID_LEAVES.forEach(([leaf, subleaf], index) => {
        const entry = MEMORY.control + CONTROL.cpuid + index * CPUID_ENTRY_SIZE;
        a.op(Code.Mov_r32_imm32, Register.EAX, imm(leaf));
        a.op(Code.Mov_r32_imm32, Register.ECX, imm(subleaf));
        a.op(Code.Mov_rm32_r32, at(entry), Register.EAX);
        a.op(Code.Mov_rm32_r32, at(entry + 4), Register.ECX);
        a.op(Code.Cpuid);
        [Register.EAX, Register.EBX, Register.ECX, Register.EDX].forEach((register, position) => {
            a.op(Code.Mov_rm32_r32, at(entry + 8 + position * 4), register);
        });
    });
    a.op(Code.Mov_rm32_imm32, at(MEMORY.control + CONTROL.version), imm(PROTOCOL_VERSION));
    a.op(Code.Mov_r64_imm64, Register.RAX, imm(HELLO_MAGIC));
    a.op(Code.Mov_rm64_r64, at(MEMORY.control + CONTROL.magic), Register.RAX);
}
/** Offset of the two permission bits of `msr`: byte and position of the read bit. Errors: an MSR outside the map. */
function permission(msr) {
    const base = msr <= 0x1fff
        ? 0
        : msr >= 0xc000_0000 && msr <= 0xc000_1fff
            ? 0x800
            : msr >= 0xc001_0000 && msr <= 0xc001_1fff
                ? 0x1000
                : undefined;
    if (base === undefined)
        throw new Error(`the permission map does not cover MSR ${msr.toString(16)}h`);
    const position = (msr & 0x1fff) * 2;
    return { byte: base + (position >> 3), bit: position & 7 };
}
/** Intercepts every port and every MSR but those that pass through. */
function emitMaps(a, passThrough) {
    emitFill(a, MEMORY.iopm, 0x3000, -1);
    emitFill(a, MEMORY.msrpm, 0x2000, -1);
    for (const msr of passThrough) {
        const { byte, bit } = permission(msr);
        a.op(Code.And_rm8_imm8, at(MEMORY.msrpm + byte), imm((~(3 << bit) << 24) >> 24));
    }
}
function emitFill(a, address, bytes, value) {
    a.op(Code.Mov_r32_imm32, Register.EDI, imm(address));
    a.op(Code.Mov_r32_imm32, Register.ECX, imm(bytes / 8));
    a.op(Code.Mov_rm64_imm32, Register.RAX, imm(value));
    a.data(REP_STOSQ);
}
/** The part of the VMCB that no case changes. */
function emitVmcb(a) {
    emitFill(a, MEMORY.vmcb, 0x1000, 0);
    emitFill(a, MEMORY.hostSave, 0x1000, 0);
    const vmcb = (offset) => at(MEMORY.vmcb + offset);
    a.op(Code.Mov_rm16_imm16, vmcb(VMCB_CONTROL.interceptCrRead), imm(INTERCEPTS.crRead));
    a.op(Code.Mov_rm16_imm16, vmcb(VMCB_CONTROL.interceptCrWrite), imm(INTERCEPTS.crWrite));
    a.op(Code.Mov_rm16_imm16, vmcb(VMCB_CONTROL.interceptDrRead), imm(INTERCEPTS.drRead));
    a.op(Code.Mov_rm16_imm16, vmcb(VMCB_CONTROL.interceptDrWrite), imm(INTERCEPTS.drWrite));
    a.op(Code.Mov_rm32_imm32, vmcb(VMCB_CONTROL.interceptExceptions), imm(INTERCEPTS.exceptions));
    a.op(Code.Mov_rm32_imm32, vmcb(VMCB_CONTROL.intercept1), imm(INTERCEPTS.first));
    a.op(Code.Mov_rm32_imm32, vmcb(VMCB_CONTROL.intercept2), imm(INTERCEPTS.second));
    a.op(Code.Mov_rm32_imm32, vmcb(VMCB_CONTROL.iopmBase), imm(MEMORY.iopm));
    a.op(Code.Mov_rm32_imm32, vmcb(VMCB_CONTROL.msrpmBase), imm(MEMORY.msrpm));
    a.op(Code.Mov_rm32_imm32, vmcb(VMCB_CONTROL.asid), imm(1));
    // No TLB control: both emulators flush at every VMRUN and #VMEXIT, and a second flush costs a tenth of the speed.
}
/** Turns SVM on, if CPUID offers it; without it the host reads the hello record and gives up. */
function emitSvmOn(a) {
    const word = (leaf, position) => {
        const index = CPUID_LEAVES.findIndex(([other]) => other === leaf);
        return at(MEMORY.control + CONTROL.cpuid + index * CPUID_ENTRY_SIZE + 8 + position * 4);
    };
    // The same two signs as in hello.ts: the feature bit, or a leaf of SVM's own with address space ids.
    a.op(Code.Test_rm32_imm32, word(0x8000_0001, 2), imm(1 << 2));
    a.op(Code.Jne_rel32_64, "svm");
    a.op(Code.Cmp_rm32_imm32, word(0x8000_0000, 0), imm(0x8000_000a));
    a.op(Code.Jb_rel32_64, "hello");
    a.op(Code.Cmp_rm32_imm8, word(0x8000_000a, 1), imm(0));
    a.op(Code.Je_rel32_64, "hello");
    a.label("svm");
    a.op(Code.Mov_r32_imm32, Register.ECX, imm(MSR_EFER));
    a.op(Code.Rdmsr);
    a.op(Code.Or_rm32_imm32, Register.EAX, imm(EFER_SVME));
    a.op(Code.Wrmsr);
    a.op(Code.Mov_r32_imm32, Register.ECX, imm(MSR_VM_HSAVE_PA));
    a.op(Code.Mov_r32_imm32, Register.EAX, imm(MEMORY.hostSave));
    a.op(Code.Xor_rm32_r32, Register.EDX, Register.EDX);
    a.op(Code.Wrmsr);
}
function emitMainLoop(a) {
    a.label("hello");
    a.op(Code.Mov_rm32_imm32, at(VARIABLE.nextPage), imm(MEMORY.casePages));
    a.op(Code.Cmp_rm32_imm8, at(MEMORY.control + CONTROL.transport), imm(0));
    a.op(Code.Jne_rel32_64, "oneBatch");
    emitSend(a, HELLO_BYTE);
    a.label("wait");
    a.op(Code.Mov_r32_imm32, Register.EDX, imm(SERIAL_PORT + 5));
    a.op(Code.In_AL_DX, Register.AL, Register.DX);
    a.op(Code.Test_rm8_imm8, Register.AL, imm(1));
    a.op(Code.Jne_rel32_64, "received");
    // Sleep until a byte comes or the timer ticks; interrupts are unmasked nowhere else, so that no case sees one.
    a.op(Code.Mov_r8_imm8, Register.AL, imm(IDLE_MASK));
    a.op(Code.Out_imm8_AL, imm(PIC_MASK), Register.AL);
    a.op(Code.Sti);
    a.op(Code.Hlt);
    a.op(Code.Cli);
    a.op(Code.Mov_r8_imm8, Register.AL, imm(0xff));
    a.op(Code.Out_imm8_AL, imm(PIC_MASK), Register.AL);
    a.op(Code.Inc_rm32, at(VARIABLE.idle));
    a.op(Code.Mov_r32_rm32, Register.EAX, at(VARIABLE.idle));
    a.op(Code.Cmp_r32_rm32, Register.EAX, at(MEMORY.control + CONTROL.idleTicks));
    a.op(Code.Jb_rel32_64, "wait");
    // Nobody has asked for long: the host may be dead. A reset ends the emulator, which starts with -no-reboot.
    a.op(Code.Mov_r32_imm32, Register.EDX, imm(RESET_PORT));
    a.op(Code.Mov_r8_imm8, Register.AL, imm(6));
    a.op(Code.Out_DX_AL, Register.DX, Register.AL);
    a.op(Code.Jmp_rel32_64, "stop");
    a.label("received");
    a.op(Code.Mov_rm32_imm32, at(VARIABLE.idle), imm(0));
    a.op(Code.Mov_r32_imm32, Register.EDX, imm(SERIAL_PORT));
    a.op(Code.In_AL_DX, Register.AL, Register.DX);
    a.op(Code.And_rm32_imm8, Register.EAX, imm(1));
    a.op(Code.Mov_rm32_r32, at(VARIABLE.slotIndex), Register.EAX);
    a.op(Code.Imul_r32_rm32_imm32, Register.EBX, Register.EAX, imm(SLOT_SIZE));
    a.op(Code.Add_rm32_imm32, Register.EBX, imm(MEMORY.control + CONTROL.slots));
    a.op(Code.Call_rel32_64, "runBatch");
    a.op(Code.Mov_r32_rm32, Register.EAX, at(VARIABLE.slotIndex));
    a.op(Code.Add_rm32_imm8, Register.EAX, imm(SLOT_BYTE));
    a.op(Code.Mov_r32_imm32, Register.EDX, imm(SERIAL_PORT));
    a.op(Code.Out_DX_AL, Register.DX, Register.AL);
    a.op(Code.Jmp_rel32_64, "wait");
    // The batch lies in RAM already; when it is done the debugger takes over and saves the results.
    a.label("oneBatch");
    a.op(Code.Mov_r32_imm32, Register.EBX, imm(MEMORY.control + CONTROL.slots));
    a.op(Code.Cmp_rm32_imm8, { base: Register.RBX, displacement: SLOT.count }, imm(0));
    a.op(Code.Je_rel32_64, "breakIntoDebugger");
    a.op(Code.Call_rel32_64, "runBatch");
    a.label("breakIntoDebugger");
    a.op(Code.Mov_r32_imm32, Register.EDX, imm(0x8900));
    a.op(Code.Mov_r8_imm8, Register.AL, imm(0x44));
    a.op(Code.Out_DX_AL, Register.DX, Register.AL);
    a.label("stop");
    a.op(Code.Cli);
    a.op(Code.Hlt);
    a.op(Code.Jmp_rel32_64, "stop");
}
function emitSend(a, byte) {
    a.op(Code.Mov_r32_imm32, Register.EDX, imm(SERIAL_PORT));
    a.op(Code.Mov_r8_imm8, Register.AL, imm(byte));
    a.op(Code.Out_DX_AL, Register.DX, Register.AL);
}
function emitHandlers(a) {
    a.label("handlerStop");
    a.op(Code.Jmp_rel32_64, "stop");
    a.label("handlerInterrupt");
    a.op(Code.Push_r64, Register.RAX);
    a.op(Code.Mov_r8_imm8, Register.AL, imm(0x20));
    a.op(Code.Out_imm8_AL, imm(0x20), Register.AL);
    a.op(Code.Pop_r64, Register.RAX);
    a.label("handlerReturn");
    a.op(Code.Iretq);
    a.label("idtPointer");
    a.data(() => {
        const bytes = new Uint8Array(10);
        const view = new DataView(bytes.buffer);
        view.setUint16(0, 256 * 16 - 1, true);
        view.setUint32(2, MEMORY.idt, true);
        return bytes;
    });
}
