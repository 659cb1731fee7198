/** RDFSBASE, RDGSBASE, WRFSBASE and WRGSBASE, example by example. */
import { BYTES } from "../machine.ts";
import type { Example } from "../example.ts";

const NONCANONICAL = 0x0000_8000_0000_0000n;
const FS_BASE = 0x1111_2222_3333n;
const GS_BASE = 0xffff_8888_0000_4444n;

export const fsgsbaseExamples: readonly Example[] = [
  {
    title: "RDFSBASE RAX reads all 64 bits at CPL 3",
    rules: [
      "fsgsbase.completes",
      "fsgsbase.unchanged",
      "fsgsbase.register_from_base",
      "fsgsbase.legal_at_any_cpl",
      "retire.rip_next",
    ],
    on: { bytes: BYTES.rdfsbaseRax, cpl: 3 },
    end: "retired",
    after: { rax: FS_BASE, rip: 0x40_1f05n, "fs.base": FS_BASE },
  },
  {
    title: "RDGSBASE R9 reads the base of GS",
    rules: ["fsgsbase.register_from_base"],
    on: { bytes: BYTES.rdgsbaseR9 },
    end: "retired",
    after: { r9: GS_BASE, rcx: 0x50_1000n },
  },
  {
    title: "RDFSBASE EAX reads 32 bits and zero-extends",
    rules: ["fsgsbase.o32_register_zero_extended", "fsgsbase.register_from_base"],
    on: { bytes: BYTES.rdfsbaseEax },
    end: "retired",
    after: { rax: 0x2222_3333n },
  },
  {
    title: "RDFSBASE EAX with 66h still reads 32 bits",
    rules: ["fsgsbase.operand_size_prefix_ignored"],
    on: { bytes: [0x66, ...BYTES.rdfsbaseEax] },
    end: "retired",
    after: { rax: 0x2222_3333n },
  },
  {
    title: "WRFSBASE EAX with 66h still writes 32 bits",
    rules: ["fsgsbase.operand_size_prefix_ignored"],
    on: { bytes: [0x66, ...BYTES.wrfsbaseEax] },
    end: "retired",
    after: { "fs.base": 0xa0n },
  },
  {
    title: "RDFSBASE RAX with 66h still reads 64 bits: REX.W wins",
    rules: ["fsgsbase.register_from_base"],
    on: { bytes: [0x66, ...BYTES.rdfsbaseRax] },
    end: "retired",
    after: { rax: FS_BASE },
  },
  {
    title: "RDFSBASE reads a base that fits the CPU's width but not that of the paging",
    rules: ["fsgsbase.completes", "fsgsbase.register_from_base"],
    on: { bytes: BYTES.rdfsbaseRax, features: { la57: true }, set: { "fs.base": NONCANONICAL } },
    end: "retired",
    after: { rax: NONCANONICAL },
  },
  {
    title: "WRFSBASE RAX writes all 64 bits",
    rules: ["fsgsbase.base_from_register", "fsgsbase.completes", "fsgsbase.unchanged"],
    on: { bytes: BYTES.wrfsbaseRax, cpl: 3 },
    end: "retired",
    after: {
      "fs.base": 0x1_0000_00a0n,
      "fs.selector": 0x3b,
      "gs.base": GS_BASE,
      kernelGsBase: 0x5555_6666_7777n,
    },
  },
  {
    title: "WRGSBASE RAX writes the base of GS",
    rules: ["fsgsbase.base_from_register"],
    on: { bytes: BYTES.wrgsbaseRax },
    end: "retired",
    after: { "gs.base": 0x1_0000_00a0n, "fs.base": FS_BASE, kernelGsBase: 0x5555_6666_7777n },
  },
  {
    title: "WRFSBASE EAX zero-extends and checks nothing",
    rules: ["fsgsbase.o32_base_zero_extended", "fsgsbase.base_from_register"],
    on: { bytes: BYTES.wrfsbaseEax, set: { rax: NONCANONICAL | 5n } },
    end: "retired",
    after: { "fs.base": 5n },
  },
  {
    title: "WRFSBASE RAX raises #GP(0) one past the canonical edge",
    rules: ["fsgsbase.gp_base_noncanonical", "fsgsbase.fault_unchanged"],
    on: { bytes: BYTES.wrfsbaseRax, set: { rax: NONCANONICAL } },
    end: "#GP(0)",
    after: { "fs.base": FS_BASE, rip: 0x40_1f00n },
  },
  {
    title: "WRFSBASE RAX takes the last canonical address",
    rules: ["fsgsbase.completes"],
    on: { bytes: BYTES.wrfsbaseRax, set: { rax: NONCANONICAL - 1n } },
    end: "retired",
    after: { "fs.base": NONCANONICAL - 1n },
  },
  {
    title: "WRGSBASE RAX goes by the paging in use, not by the CPU's width",
    rules: ["fsgsbase.gp_base_noncanonical"],
    on: { bytes: BYTES.wrgsbaseRax, features: { la57: true }, set: { rax: NONCANONICAL } },
    end: "#GP(0)",
  },
  {
    title: "WRGSBASE RAX takes 57 bits with CR4.LA57=1",
    rules: ["fsgsbase.completes"],
    on: { bytes: BYTES.wrgsbaseRax, features: { la57: true }, set: { rax: NONCANONICAL, cr4: 0x1_1020n } },
    end: "retired",
    after: { "gs.base": NONCANONICAL },
  },
  {
    title: "raises #UD in compatibility mode",
    rules: ["fsgsbase.ud_not_64bit"],
    on: { bytes: BYTES.rdfsbaseEax, mode: "compat", cpl: 3 },
    end: "#UD",
  },
  {
    title: "raises #UD in legacy mode",
    rules: ["fsgsbase.ud_not_64bit"],
    on: { bytes: BYTES.wrfsbaseEax, mode: "legacy" },
    end: "#UD",
  },
  {
    title: "raises #UD with CR4.FSGSBASE=0, also at CPL 0",
    rules: ["fsgsbase.ud_cr4_clear"],
    on: { bytes: BYTES.rdfsbaseRax, set: { cr4: 0x20n } },
    end: "#UD",
  },
];
