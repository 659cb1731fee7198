/** Findings about MOV to and from control registers, CLTS, LMSW and SMSW: all of them QEMU's. */
import { each, type Confirmation } from "../confirmation.ts";
import { ADDRESS, SELECTOR, type Expectation } from "../experiment.ts";
import { LOCK } from "./instructions.ts";

const next = ADDRESS.code + 0x1000n;
/** PG, WP, NE, ET, PE. */
const CR0 = 0x8001_0031n;
const MOV_TO_CR0: readonly number[] = [0x0f, 0x22, 0xc0];
const MOV_TO_CR3: readonly number[] = [0x0f, 0x22, 0xd8];
const MOV_TO_CR4: readonly number[] = [0x0f, 0x22, 0xe0];
const MOV_FROM_CR1: readonly number[] = [0x0f, 0x20, 0xc8];
/** MOV RAX,CR0 and UD2. */
const SHOW_CR0: readonly number[] = [0x0f, 0x20, 0xc0, 0x0f, 0x0b];
/** For experiments that QEMU does not come back from. */
const SILENT = { patience: 2000 } as const;
const landed: Expectation = { kind: "exception", dump: { vector: 14, cr2: next, frame: { rip: next } } };

function faults(vector: 6 | 13, length: number): Expectation {
  return { kind: "exception", dump: { vector, frame: { rip: next - BigInt(length) } } };
}

const LOCKED = [
  ["CLTS", [0x0f, 0x06]],
  ["LMSW", [0x0f, 0x01, 0xf0]],
  ["SMSW", [0x0f, 0x01, 0xe0]],
] as const;

export const QEMU_CONTROL: readonly Confirmation[] = [
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movcr.ud_no_such_register",
    does: "raises #GP(0) for CPL first",
    experiment: { mode: "64", cpl: 3, instruction: MOV_FROM_CR1 },
    shows: faults(13, 3),
    other: faults(6, 3),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movcr.gp_cr0_upper_half",
    does: "completes with bit 32",
    experiment: { mode: "64", cpl: 0, instruction: MOV_TO_CR0, registers: { rax: CR0 | (1n << 32n) } },
    shows: landed,
    other: faults(13, 3),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movcr.gp_cr0_nw_without_cd",
    does: "completes",
    experiment: { mode: "64", cpl: 0, instruction: MOV_TO_CR0, registers: { rax: CR0 | (1n << 29n) } },
    shows: landed,
    other: faults(13, 3),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movcr.cr0_reserved_ignored",
    does: "stores bit 15",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: MOV_TO_CR0,
      registers: { rax: CR0 | 0x8000n },
      stubs: [{ linear: next, bytes: SHOW_CR0 }],
    },
    shows: { kind: "exception", dump: { vector: 6, gprs: { rax: CR0 | 0x8000n } } },
    other: { kind: "exception", dump: { vector: 6, gprs: { rax: CR0 } } },
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movcr.gp_cr4_pae_cleared",
    does: "completes, and reads its tables as those of 32-bit paging from then on",
    experiment: { ...SILENT, mode: "64", cpl: 0, instruction: MOV_TO_CR4, registers: { rax: 0n } },
    shows: { kind: "ended" },
    other: faults(13, 3),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movcr.gp_cr0_pg_without_pe",
    does: "completes; without PE it gets no further",
    experiment: { ...SILENT, mode: "64", cpl: 0, instruction: MOV_TO_CR0, registers: { rax: CR0 & ~1n } },
    shows: { kind: "ended" },
    other: faults(13, 3),
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "movcr.gp_cr0_pg_cleared_in_64bit",
    does: "completes; without paging it gets no further",
    experiment: {
      ...SILENT,
      mode: "64",
      cpl: 0,
      instruction: MOV_TO_CR0,
      registers: { rax: CR0 & 0x7fff_ffffn },
    },
    shows: { kind: "ended" },
    other: faults(13, 3),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movcr.gp_cr3_reserved",
    does: "ends with bit 52",
    experiment: { ...SILENT, mode: "64", cpl: 0, instruction: MOV_TO_CR3, registers: { rax: 1n << 52n } },
    shows: { kind: "ended" },
    other: faults(13, 3),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movcr.gp_cr4_la57_changed",
    does: "completes in compatibility mode, and walks its tables with another depth from then on",
    experiment: { ...SILENT, mode: "compat", cpl: 0, instruction: MOV_TO_CR4, registers: { rax: 0x1020n } },
    shows: { kind: "ended" },
    other: faults(13, 3),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movcr.gp_cr4_reserved",
    does: "ends with bit 15",
    experiment: { ...SILENT, mode: "64", cpl: 0, instruction: MOV_TO_CR4, registers: { rax: 0x8020n } },
    shows: { kind: "ended" },
    other: faults(13, 3),
  },
  ...each(LOCKED, ([name, instruction]) => ({
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "decode.ud_lock",
    does: `runs ${name} as if the LOCK prefix were not there`,
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: [LOCK, ...instruction],
      cs: SELECTOR.kernelCode64,
    },
    shows: landed,
    other: faults(6, instruction.length + 1),
  })),
];
