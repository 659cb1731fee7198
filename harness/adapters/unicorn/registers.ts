/** Numbers that unicorn's x86.h (version 2) gives to registers and CPU models. */
import type { GprName, MsrName } from "../../../spec/model.ts";

/** General registers in the order in which the processor encodes them. */
export const GPR_NUMBERS: readonly (readonly [name: GprName, number: number])[] = [
  ["rax", 35],
  ["rcx", 38],
  ["rdx", 40],
  ["rbx", 37],
  ["rsp", 44],
  ["rbp", 36],
  ["rsi", 43],
  ["rdi", 39],
  ["r8", 106],
  ["r9", 107],
  ["r10", 108],
  ["r11", 109],
  ["r12", 110],
  ["r13", 111],
  ["r14", 112],
  ["r15", 113],
];

/** Segment registers whose selector the interface writes; FS and GS are known by their bases. */
export const SELECTOR_NUMBERS = { es: 28, cs: 11, ss: 49, ds: 17 } as const;

/** LDTR and TR, and GDTR and IDTR: written as a uc_x86_mmr of 24 bytes. */
export const TABLE_NUMBERS = { ldtr: 244, tr: 245, gdtr: 243, idtr: 242 } as const;

/** Other registers. `msr` takes a uc_x86_msr of 16 bytes: the index and, 8 bytes on, the value. */
export const NUMBER = {
  rip: 41,
  eflags: 25,
  cr0: 50,
  cr2: 52,
  cr3: 53,
  cr4: 54,
  dr6: 72,
  dr7: 73,
  msr: 248,
} as const;

/** Indices of the MSRs that are state. */
export const MSR_INDICES: { readonly [name in MsrName | "fsBase" | "gsBase"]: number } = {
  efer: 0xc000_0080,
  star: 0xc000_0081,
  lstar: 0xc000_0082,
  cstar: 0xc000_0083,
  fmask: 0xc000_0084,
  fsBase: 0xc000_0100,
  gsBase: 0xc000_0101,
  kernelGsBase: 0xc000_0102,
  sysenterCs: 0x174,
  sysenterEsp: 0x175,
  sysenterEip: 0x176,
};

/** CPU models by their number, under the names that QEMU gives them. */
export const MODEL_NAMES: readonly string[] = [
  "qemu64",
  "phenom",
  "core2duo",
  "kvm64",
  "qemu32",
  "kvm32",
  "coreduo",
  "486",
  "pentium",
  "pentium2",
  "pentium3",
  "athlon",
  "n270",
  "Conroe",
  "Penryn",
  "Nehalem",
  "Westmere",
  "SandyBridge",
  "IvyBridge",
  "Haswell",
  "Broadwell",
  "Skylake-Client",
  "Skylake-Server",
  "Cascadelake-Server",
  "Cooperlake",
  "Icelake-Client",
  "Icelake-Server",
  "Denverton",
  "Snowridge",
  "KnightsMill",
  "Opteron_G1",
  "Opteron_G2",
  "Opteron_G3",
  "Opteron_G4",
  "Opteron_G5",
  "EPYC",
  "Dhyana",
  "EPYC-Rome",
];
