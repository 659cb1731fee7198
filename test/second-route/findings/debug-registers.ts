/** Findings about MOV to and from debug registers. */
import type { Confirmation } from "../confirmation.ts";
import { ADDRESS, type Expectation } from "../experiment.ts";
import { LOCK } from "./instructions.ts";

const next = ADDRESS.code + 0x1000n;
const CR4_DE = 1n << 3n;
const DR6 = 0xffff_0ff0n;
const MOV_TO_DR6: readonly number[] = [0x0f, 0x23, 0xf0];
const MOV_TO_DR7: readonly number[] = [0x0f, 0x23, 0xf8];
/** MOV RAX,DR4. */
const MOV_FROM_DR4: readonly number[] = [0x0f, 0x21, 0xe0];
/** MOV RAX,DR8. */
const MOV_FROM_DR8: readonly number[] = [0x44, 0x0f, 0x21, 0xc0];
/** MOV RAX,DR6 or DR7, and UD2. */
const SHOW_DR6: readonly number[] = [0x0f, 0x21, 0xf0, 0x0f, 0x0b];
const SHOW_DR7: readonly number[] = [0x0f, 0x21, 0xf8, 0x0f, 0x0b];
const landed: Expectation = { kind: "exception", dump: { vector: 14, cr2: next, frame: { rip: next } } };

function faults(vector: 6 | 13, length: number): Expectation {
  return { kind: "exception", dump: { vector, frame: { rip: next - BigInt(length) } } };
}

function shows(rax: bigint): Expectation {
  return { kind: "exception", dump: { vector: 6, gprs: { rax } } };
}

export const DEBUG_REGISTERS: readonly Confirmation[] = [
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movdr.dr6_fixed_bits",
    does: "stores bit 12",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: MOV_TO_DR6,
      registers: { rax: DR6 | 0x1000n },
      stubs: [{ linear: next, bytes: SHOW_DR6 }],
    },
    shows: shows(DR6 | 0x1000n),
    other: shows(DR6),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movdr.dr7_fixed_bits",
    does: "stores bits 15, 14 and 12",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: MOV_TO_DR7,
      registers: { rax: 0xd400n },
      stubs: [{ linear: next, bytes: SHOW_DR7 }],
    },
    shows: shows(0xd400n),
    other: shows(0x400n),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movdr.ud_no_such_register",
    does: "raises #GP(0) for CPL first",
    experiment: { mode: "64", cpl: 3, instruction: MOV_FROM_DR8 },
    shows: faults(13, 4),
    other: faults(6, 4),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "movdr.upper_half_unused",
    does: "raises #GP(0) for bit 32 in compatibility mode",
    experiment: {
      mode: "compat",
      cpl: 0,
      instruction: MOV_TO_DR7,
      registers: { rax: 0x1_0000_0400n },
    },
    shows: faults(13, 3),
    other: landed,
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "decode.ud_lock",
    does: "runs MOV to DR7 as if the LOCK prefix were not there",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: [LOCK, ...MOV_TO_DR7],
      registers: { rax: 0x400n },
    },
    shows: landed,
    other: faults(6, 4),
  },
  {
    processor: "bochs",
    vendors: ["intel", "amd"],
    rule: "movdr.gp_cpl_nonzero",
    does: "raises #UD for DR4 under DE=1 first",
    experiment: { mode: "64", cpl: 3, instruction: MOV_FROM_DR4, cr4: CR4_DE },
    shows: faults(6, 3),
    other: faults(13, 3),
  },
];
