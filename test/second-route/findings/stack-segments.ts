/** Findings about PUSH and POP of segment registers, and about loads of far pointers. */
import type { Confirmation } from "../confirmation.ts";
import { ADDRESS, SELECTOR, type Experiment, type Expectation } from "../experiment.ts";
import { FLAG } from "./instructions.ts";

const { target, code } = ADDRESS;
const next = code + 0x1000n;
const data = SELECTOR.kernelData;

/** push fs, pop fs; pop eax; lss ecx,[rbx] and lfs ecx,[rbx]. */
const PUSH_FS = [0x0f, 0xa0];
const POP_FS = [0x0f, 0xa1];
const POP_EAX = [0x58];
const LSS = [0x0f, 0xb2, 0x0b];
const LFS = [0x0f, 0xb4, 0x0b];

/** An offset of 32 bits, a selector, two bytes, and a selector again. */
const POINTER = { linear: target, bytes: [0x11, 0x22, 0x33, 0x44, data, 0, 0x55, 0x66, data, 0] } as const;
const FILLED = { linear: target, bytes: Array<number>(32).fill(0xee) } as const;

const pageFault = (cr2: bigint): Expectation => ({ kind: "exception", dump: { vector: 14, cr2 } });
const reads = (name: "rax" | "rcx", value: bigint): Expectation => ({
  kind: "exception",
  dump: { vector: 14, cr2: next, gprs: { [name]: value } },
});

const kernel64 = (instruction: readonly number[], rest: Partial<Experiment>): Experiment => ({
  mode: "64",
  cpl: 0,
  instruction,
  ...rest,
});
/** Pushes FS over bytes that are not 0, and looks at the slot. */
const PUSHED: Experiment = {
  mode: "compat",
  cpl: 0,
  instruction: [...PUSH_FS, ...POP_EAX],
  registers: { rsp: target + 0x14n },
  stubs: [FILLED],
};
const ZERO_EXTENDED = reads("rax", BigInt(data));
const UPPER_KEPT = reads("rax", 0xeeee_0000n | BigInt(data));
const WIDE = kernel64([0x48, ...LFS], { registers: { rbx: target }, stubs: [POINTER] });
const OFFSET_32 = reads("rcx", 0x4433_2211n);
const OFFSET_64 = reads("rcx", 0x6655_0000_4433_2211n | (BigInt(data) << 32n));

export const QEMU_STACK_SEGMENTS: readonly Confirmation[] = [
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "pushsreg.two_bytes_written",
    does: "zero-extends the selector",
    experiment: PUSHED,
    shows: ZERO_EXTENDED,
    other: UPPER_KEPT,
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "loadfar.rex_w_obeyed",
    does: "reads an offset of 32 bits",
    experiment: WIDE,
    shows: OFFSET_32,
    other: OFFSET_64,
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "loadfar.db_lss",
    does: "does not trap after LSS: the landing comes first",
    experiment: kernel64(LSS, {
      registers: { rbx: target },
      rflags: FLAG.tf | 2n,
      stubs: [POINTER],
    }),
    shows: pageFault(next),
    other: { kind: "exception", dump: { vector: 1, frame: { rip: next } } },
  },
];

export const BOCHS_STACK_SEGMENTS: readonly Confirmation[] = [
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "pushsreg.slot",
    does: "writes two bytes of a slot of 32 bits",
    experiment: PUSHED,
    shows: UPPER_KEPT,
    other: ZERO_EXTENDED,
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "pushsreg.whole_slot_checked",
    does: "pushes 32 bits though the upper half of the slot is not mapped",
    experiment: {
      mode: "compat",
      cpl: 0,
      instruction: PUSH_FS,
      registers: { rsp: target + 0x1002n },
      stubs: [FILLED],
    },
    shows: pageFault(next),
    other: pageFault(target + 0x1000n),
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "popsreg.whole_slot_read",
    does: "pops though only two bytes of the slot are mapped",
    experiment: kernel64(POP_FS, {
      registers: { rsp: target + 0xffen },
      stubs: [{ linear: target + 0xffen, bytes: [data, 0] }],
    }),
    shows: pageFault(next),
    other: pageFault(target + 0x1000n),
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "loadfar.rex_w_ignored",
    does: "reads an offset of 64 bits",
    experiment: WIDE,
    shows: OFFSET_64,
    other: OFFSET_32,
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "loadfar.offset_before_selector",
    does: "reads the selector first",
    experiment: kernel64(LFS, { registers: { rbx: target } }),
    shows: pageFault(target + 4n),
    other: pageFault(target),
  },
];
