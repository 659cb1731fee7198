/** SYSCALL, example by example. */
import { BYTES } from "../machine.ts";
import type { Example } from "../example.ts";

const TF = 0x100n;
const RF = 0x1_0000n;
const LA57: { la57: true } = { la57: true };
/** Canonical in 57 bits, not in 48. */
const WIDE = 0x0000_8000_0000_0000n;
const syscall = { bytes: BYTES.syscall };

export const syscallExamples: readonly Example[] = [
  {
    title: "runs at CPL 3 with SCE set",
    rules: [
      "syscall.completes", "syscall.unchanged", "syscall.rcx_from_next_rip", "syscall.r11_from_rflags",
      "syscall.rflags_masked_by_fmask", "syscall.rip_from_lstar", "syscall.cs_selector_from_star",
      "syscall.cs_rpl_cleared", "syscall.cs_flat", "syscall.cs_attributes", "syscall.cs_64bit", "syscall.cpl_0",
      "syscall.ss_selector_from_star", "syscall.ss_flat", "syscall.ss_attributes",
    ],
    on: { ...syscall, cpl: 3 },
    end: "retired",
    after: {
      cpl: 0, rip: 0xffff_ffff_8100_0000n, rcx: 0x40_1f02n, r11: 0x203n, rflags: 3n, rsp: 0x50_0000n,
      "cs.selector": 0x10, "cs.base": 0n, "cs.limit": 0xffff_ffff, "cs.type": 0xb, "cs.s": 1, "cs.dpl": 0, "cs.p": 1,
      "cs.l": 1, "cs.db": 0, "cs.g": 1,
      "ss.selector": 0x18, "ss.base": 0n, "ss.limit": 0xffff_ffff, "ss.type": 3, "ss.s": 1, "ss.dpl": 0, "ss.p": 1,
      "ss.db": 1, "ss.g": 1,
      "gs.base": 0xffff_8888_0000_4444n, kernelGsBase: 0x5555_6666_7777n, cr3: 0x20_0000n,
    },
  },
  {
    title: "raises #UD with SCE clear",
    rules: ["syscall.ud_sce_clear", "syscall.fault_unchanged"],
    on: { ...syscall, cpl: 3, set: { efer: 0xd00n } },
    end: "#UD",
    after: { cpl: 3, rip: 0x40_1f00n, rcx: 0x50_1000n, r11: 0x246n, "cs.selector": 0x5b },
  },
  {
    title: "raises #UD with SCE clear in compatibility mode too",
    rules: ["syscall.ud_sce_clear"],
    vendors: ["amd"],
    on: { ...syscall, mode: "compat", cpl: 3, set: { efer: 0xd00n } },
    end: "#UD",
  },
  {
    title: "raises #UD in compatibility mode on Intel",
    rules: ["syscall.ud_not_64bit"],
    vendors: ["intel"],
    on: { ...syscall, mode: "compat", cpl: 3 },
    end: "#UD",
  },
  {
    title: "raises #UD in legacy mode on Intel",
    rules: ["syscall.ud_not_64bit"],
    vendors: ["intel"],
    on: { ...syscall, mode: "legacy", cpl: 0 },
    end: "#UD",
  },
  ...[0, 1, 2].map(
    (cpl): Example => ({
      title: `runs at CPL ${cpl} as well`,
      rules: ["syscall.legal_at_any_cpl", "syscall.completes", "syscall.cs_attributes", "syscall.cs_64bit"],
      on: { ...syscall, cpl },
      end: "retired",
      after: { cpl: 0, "cs.selector": 0x10, "ss.selector": 0x18 },
    }),
  ),
  {
    title: "keeps bit 1 of RFLAGS though SFMASK has all bits set, and clears every other",
    rules: ["syscall.rflags_bit_1_kept", "syscall.rflags_masked_by_fmask"],
    on: { ...syscall, cpl: 3, set: { rflags: 0x24_7ed7n, fmask: 0xffff_ffffn } },
    end: "retired",
    after: { rflags: 2n, r11: 0x24_7ed7n },
  },
  {
    title: "keeps what SFMASK does not name",
    rules: ["syscall.r11_from_rflags"],
    on: { ...syscall, cpl: 3, set: { rflags: 0x3c_7ed7n, fmask: 0n } },
    end: "retired",
    after: { rflags: 0x3c_7ed7n, r11: 0x3c_7ed7n },
  },
  {
    title: "clears RF in RFLAGS and in R11 though SFMASK does not name it",
    rules: ["syscall.rf_cleared", "syscall.r11_rf_cleared"],
    on: { ...syscall, cpl: 3, set: { rflags: 0x202n | RF, r11: RF, fmask: 0n } },
    end: "retired",
    after: { rflags: 0x202n, r11: 0x202n },
  },
  {
    title: "brings no #DB when SFMASK clears TF",
    rules: ["syscall.no_db_masked_tf"],
    on: { ...syscall, cpl: 3, set: { rflags: 0x202n | TF } },
    end: "retired",
    after: { rflags: 2n, r11: 0x302n },
  },
  {
    title: "brings #DB at the target when TF survives SFMASK",
    rules: ["syscall.db_resulting_tf", "debug.dr6_bs_set"],
    on: { ...syscall, cpl: 3, set: { rflags: 0x202n | TF, fmask: 0x200n } },
    end: "#DB",
    after: { cpl: 0, rip: 0xffff_ffff_8100_0000n, rflags: 0x102n, rsp: 0x50_0000n, dr6: 0xffff_4ff0n },
    masked: { dr6: 0xfn, "cs.avl": 1n, "ss.avl": 1n, "ss.l": 1n },
  },
  {
    title: "puts 0000800000000000h into RCX when it ends at the canonical edge",
    rules: ["syscall.no_canonical_check_of_rcx", "syscall.rcx_from_next_rip"],
    on: { ...syscall, cpl: 3, set: { rip: 0x7fff_ffff_fffen } },
    end: "retired",
    after: { rcx: WIDE, rip: 0xffff_ffff_8100_0000n },
  },
  {
    title: "puts 0 into RCX when it ends at the top of the address space",
    rules: ["syscall.rcx_from_next_rip"],
    on: { ...syscall, set: { rip: 0xffff_ffff_ffff_fffen } },
    end: "retired",
    after: { rcx: 0n },
  },
  {
    title: "masks the RPL of CS but not that of SS when STAR[33:32] is not 0",
    rules: ["syscall.ss_rpl_of_malformed_star", "syscall.cs_rpl_cleared"],
    on: { ...syscall, cpl: 3, set: { star: 0x0023_0013_0000_0000n } },
    end: "retired",
    after: { "cs.selector": 0x10, "ss.selector": 0x1b },
    otherwise: {
      "syscall.ss_rpl_of_malformed_star=cleared": {
        end: "retired",
        after: { "cs.selector": 0x10, "ss.selector": 0x18 },
      },
    },
  },
  {
    title: "keeps TI of STAR[47:32]",
    rules: ["syscall.cs_selector_from_star", "syscall.ss_selector_from_star"],
    on: { ...syscall, cpl: 3, set: { star: 0x0023_0014_0000_0000n } },
    end: "retired",
    after: { "cs.selector": 0x14, "ss.selector": 0x1c },
  },
  {
    title: "wraps the SS selector at 16 bits",
    rules: ["syscall.ss_selector_wraps"],
    on: { ...syscall, cpl: 3, set: { star: 0x0023_fff8_0000_0000n } },
    end: "retired",
    after: { "cs.selector": 0xfff8, "ss.selector": 0 },
  },
  {
    title: "does not wrap the SS selector one entry before",
    rules: ["syscall.ss_selector_from_star"],
    on: { ...syscall, cpl: 3, set: { star: 0x0023_fff0_0000_0000n } },
    end: "retired",
    after: { "cs.selector": 0xfff0, "ss.selector": 0xfff8 },
  },
  {
    title: "accepts a null selector",
    rules: ["syscall.null_cs_accepted"],
    on: { ...syscall, cpl: 3, set: { star: 0n } },
    end: "retired",
    after: { "cs.selector": 0, "cs.p": 1, "ss.selector": 8 },
  },
  {
    title: "takes a selector beyond the GDT: nothing is looked up",
    rules: ["syscall.no_descriptor_table_read"],
    on: { ...syscall, cpl: 3, set: { "gdtr.limit": 0x16 } },
    end: "retired",
    after: { "cs.selector": 0x10 },
  },
  {
    title: "faults at the fetch in CPL 0 when LSTAR fits the CPU's width but not that of the paging",
    rules: ["syscall.gp_fetch_noncanonical"],
    on: { ...syscall, cpl: 3, features: LA57, set: { lstar: WIDE } },
    end: "#GP(0)",
    after: { cpl: 0, rip: WIDE, rcx: 0x40_1f02n, "cs.selector": 0x10 },
  },
  {
    title: "runs to the same LSTAR with CR4.LA57=1",
    rules: ["syscall.completes", "syscall.rip_from_lstar"],
    on: { ...syscall, cpl: 3, features: LA57, set: { lstar: WIDE, cr4: 0x1_1020n } },
    end: "retired",
    after: { rip: WIDE },
  },
  {
    title: "traps by TF before it faults at the fetch",
    rules: ["syscall.db_resulting_tf"],
    on: { ...syscall, cpl: 3, features: LA57, set: { lstar: WIDE, rflags: 0x102n, fmask: 0n } },
    end: "#DB",
    after: { rip: WIDE, cpl: 0 },
  },
  {
    title: "leaves AVL and the L of SS open",
    rules: ["syscall.hidden_bits_unspecified"],
    on: { ...syscall, cpl: 3 },
    end: "retired",
    masked: { "cs.avl": 1n, "ss.avl": 1n, "ss.l": 1n },
  },
  {
    title: "enters 64-bit code at CSTAR from compatibility mode on AMD",
    rules: [
      "syscall.rip_from_cstar", "syscall.cs_64bit", "syscall.rcx_from_next_rip", "syscall.r11_from_rflags",
      "syscall.completes",
    ],
    vendors: ["amd"],
    on: { ...syscall, mode: "compat", cpl: 3 },
    end: "retired",
    after: {
      rip: 0xffff_ffff_8200_0000n, rcx: 0x40_1f02n, r11: 0x203n, rflags: 3n, cpl: 0, "cs.l": 1, "cs.db": 0,
      "cs.selector": 0x10,
    },
  },
  {
    title: "zero-extends the next EIP into RCX from compatibility mode",
    rules: ["syscall.rcx_from_next_rip"],
    vendors: ["amd"],
    on: { ...syscall, mode: "compat", cpl: 3, set: { rip: 0xffff_fffen, "cs.limit": 0xffff_ffff } },
    end: "retired",
    after: { rcx: 0n },
  },
  {
    title: "enters 32-bit code at STAR[31:0] from legacy mode on AMD, without R11 and SFMASK",
    rules: [
      "syscall.legacy_ecx_from_next_eip", "syscall.legacy_eip_from_star", "syscall.legacy_cs_32bit",
      "syscall.legacy_if_rf_vm_cleared", "syscall.completes", "syscall.unchanged", "syscall.cpl_0",
      "syscall.legacy_upper_half_unspecified",
    ],
    vendors: ["amd"],
    on: { ...syscall, mode: "legacy", cpl: 3 },
    end: "retired",
    after: {
      rip: 0x90_0000n, rcx: 0x40_1f02n, r11: 0x246n, rflags: 3n, cpl: 0, "cs.selector": 0x10, "cs.l": 0, "cs.db": 1,
      "cs.limit": 0xffff_ffff, "ss.selector": 0x18, rsp: 0x50_0000n,
    },
    masked: { rcx: 0xffff_ffff_0000_0000n, "cs.avl": 1n, "ss.avl": 1n, "ss.l": 1n },
  },
  {
    title: "does not mask flags by SFMASK in legacy mode",
    rules: ["syscall.legacy_fmask_ignored"],
    vendors: ["amd"],
    on: { ...syscall, mode: "legacy", cpl: 3, set: { rflags: 0x4_7602n } },
    end: "retired",
    after: { rflags: 0x4_7402n },
  },
  {
    title: "cannot mask TF in legacy mode",
    rules: ["syscall.legacy_db_tf"],
    vendors: ["amd"],
    on: { ...syscall, mode: "legacy", cpl: 3, set: { rflags: 0x302n } },
    end: "#DB",
    after: { rip: 0x90_0000n, cpl: 0, rflags: 0x102n },
  },
];
