/**
 * Sees an exception of v86 before it is delivered, without any change of the CPU. The IDT of every case lies where
 * there is no RAM, so that v86 asks for its entries: the number of the entry is the vector, and at that moment the
 * state is still what it was when the exception was raised. The CPU then gets a table, a stack and a handler of the
 * observer's, at CPL 0 and without paging, and pushes its frame there: the frame has the error code.
 */
import { POISON } from "../../../guest/vmcb.ts";
import { PLACE, SEGMENTS } from "./layout.ts";
import { V86Cpu } from "./cpu.ts";
import { WASM, type WasmModule } from "./web-assembly.ts";

/** The linear and physical address of the IDT: both alike, so that it is there with paging and without. */
export const IDT = 0xffc7_4000;
const IDT_SIZE = 0x800;
const PAGE_SIZE = 4096;
/** Of the observer, in RAM. */
const GDT = 0x10_0000;
const STACK_TOP = 0x10_2000;
const HANDLER = 0x10_3000;
const HLT = 0xf4;
/** Present, DPL 3, 32-bit interrupt gate. */
const GATE = 0xee00;
const CODE_SELECTOR = 8;
/** Flat 32-bit code of DPL 0. */
const CODE_DESCRIPTOR = [0xff, 0xff, 0, 0, 0, 0x9b, 0xcf, 0] as const;
const PG = 0x8000_0000;
const SS = SEGMENTS.indexOf("ss");
const WORD = 4;
/** Below EFLAGS, CS and EIP. */
const ERROR_CODE = STACK_TOP - 4 * WORD;

/** What ended a run: an exception, HLT, or the CPU gave up. */
export type RunEnd =
  | {
      readonly kind: "exception";
      readonly vector: number;
      /** Undefined when the frame had none. */
      readonly errorCode: number | undefined;
    }
  | { readonly kind: "halted" }
  | { readonly kind: "gave up" };

/** A CPU whose exceptions end in the observer. */
export class Observer {
  readonly cpu: V86Cpu;
  readonly #onRaise: () => void;
  #vector = -1;
  #isBroken = false;

  /** `onRaise` is called at each exception, while the CPU's state is what it was when it was raised. */
  constructor(module: WasmModule, { onRaise, tick }: { onRaise: () => void; tick: () => void }) {
    this.#onRaise = onRaise;
    this.cpu = new V86Cpu(module, { readBeyond: (address) => this.#gate(address >>> 0), tick });
    const { ram } = this.cpu;
    ram.set(CODE_DESCRIPTOR, GDT + CODE_SELECTOR);
    ram.fill(HLT, HANDLER, HANDLER + PAGE_SIZE);
  }

  /** Where in RAM nothing of the observer's lies from, up to the end. */
  static readonly free: number = HANDLER + PAGE_SIZE;

  /** Whether the CPU gave up, after which it cannot be used again. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** Runs the CPU from its present state to the first exception. */
  run(): RunEnd {
    const { cpu } = this;
    const { words, ram } = cpu;
    const slot = new DataView(ram.buffer, ram.byteOffset + ERROR_CODE, WORD);
    this.#vector = -1;
    slot.setUint32(0, POISON, true);
    words[PLACE.idtBase >> 2] = IDT | 0;
    words[PLACE.idtLimit >> 2] = IDT_SIZE - 1;
    try {
      cpu.run();
    } catch (error) {
      // Anything else is a mistake of the observer's.
      if (!isOfModule(error)) throw error;
      this.#isBroken = true;
      // After some exceptions the instruction that raised them goes on: it may give up then, or come to nowhere with
      // the observer's registers, of which v86 says nothing.
      if (this.#vector < 0 || cpu.lastWords !== "") return { kind: "gave up" };
    }
    if (this.#vector < 0) return { kind: "halted" };
    const code = slot.getUint32(0, true);
    return { kind: "exception", vector: this.#vector, errorCode: code === POISON ? undefined : code };
  }

  /** Whether the IDT register is as `run` set it. */
  get ownsIdt(): boolean {
    const { words } = this.cpu;
    return words[PLACE.idtBase >> 2] === (IDT | 0) && words[PLACE.idtLimit >> 2] === IDT_SIZE - 1;
  }

  #gate(address: number): number {
    const offset = address - IDT;
    if (offset < 0 || offset >= IDT_SIZE) return -1;
    // The second half of the entry.
    if ((offset & WORD) !== 0) return (HANDLER & 0xffff_0000) | GATE;
    if (this.#vector < 0) {
      this.#vector = offset >> 3;
      this.#onRaise();
    }
    this.#takeOver();
    return (CODE_SELECTOR << 16) | (HANDLER & 0xffff);
  }

  #takeOver(): void {
    const { cpu } = this;
    const { words, bytes } = cpu;
    words[PLACE.cr >> 2] = (words[PLACE.cr >> 2] as number) & ~PG;
    words[PLACE.gdtBase >> 2] = GDT;
    words[PLACE.gdtLimit >> 2] = CODE_SELECTOR + 7;
    words[PLACE.flags >> 2] = 2;
    words[PLACE.lazyFlags >> 2] = 0;
    words[(PLACE.gprs >> 2) + 4] = STACK_TOP;
    words[(PLACE.bases >> 2) + SS] = 0;
    words[(PLACE.limits >> 2) + SS] = -1;
    bytes[PLACE.nulls + SS] = 0;
    bytes[PLACE.stack32] = 1;
    bytes[PLACE.cpl] = 0;
    bytes[PLACE.halted] = 1;
    cpu.exports.full_clear_tlb();
  }
}

/** A trap, or a fault whose delivery faults again, for ever, in calls that lie within each other. */
function isOfModule(error: unknown): boolean {
  return (
    error instanceof WASM.RuntimeError ||
    (error instanceof RangeError && error.message.includes("call stack"))
  );
}
