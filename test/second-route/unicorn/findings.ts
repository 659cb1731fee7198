/** Every finding on Unicorn once more, through its documented interface. */
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { Vendor } from "../../../spec/model.ts";
import {
  FETCH_UNMAPPED,
  INT3,
  MSRS,
  PLACE,
  SELECTOR,
  type PlainExperiment,
  type PlainSeen,
} from "./plain-engine.ts";

/** One experiment that shows one finding. */
export interface UnicornConfirmation {
  readonly rule: RuleId;
  readonly vendors: readonly Vendor[];
  /** What Unicorn does instead, in words. */
  readonly does: string;
  readonly experiment: PlainExperiment;
  readonly shows: Partial<PlainSeen>;
}

const BOTH: readonly Vendor[] = ["intel", "amd"];
const RDMSR = [0x0f, 0x32];
const WRMSR = [0x0f, 0x30];
const SYSRET = [0x0f, 0x07];
const SYSRET_W = [0x48, 0x0f, 0x07];
const SYSEXIT = [0x0f, 0x35];
const SYSEXIT_W = [0x48, 0x0f, 0x35];
/** Selectors 28h, 33h (SS) and 3Bh (64-bit CS). */
const STAR = 0x0028_0000_0000_0000n;
/** uc_emu_start wrote where nothing is mapped. */
const WRITE_UNMAPPED = 7;
/** Not mapped: the run ends there, with nothing executed after the SYSRET. */
const ABSENT = 0x70_0000n;
const NONCANONICAL = 0x0123_4567_89ab_cdefn;

function sysret(
  options: Omit<PlainExperiment, "code"> & { readonly code?: readonly number[] },
): PlainExperiment {
  const { registers = {}, msrs = {} } = options;
  return {
    code: SYSRET_W,
    sce: true,
    ...options,
    registers: { rcx: ABSENT, r11: 2n, ...registers },
    msrs: { star: STAR, ...msrs },
  };
}

function wrmsr(name: keyof typeof MSRS, value: bigint): PlainExperiment {
  const registers = { rcx: BigInt(MSRS[name]), rax: value & 0xffff_ffffn, rdx: value >> 32n };
  return { code: WRMSR, registers };
}

/** WRMSR stores a value that it should refuse. */
function stores(rule: RuleId, vendors: readonly Vendor[], name: keyof typeof MSRS): UnicornConfirmation {
  const experiment = wrmsr(name, NONCANONICAL);
  return {
    rule,
    vendors,
    does: `stores it in ${name}`,
    experiment,
    shows: { vector: INT3, [name]: NONCANONICAL },
  };
}

function sysexit(
  options: Omit<PlainExperiment, "code"> & { readonly code?: readonly number[] },
): PlainExperiment {
  const { registers = {}, msrs = {} } = options;
  return {
    code: SYSEXIT,
    ...options,
    registers: { rdx: ABSENT, rcx: 0x4_0000n, ...registers },
    msrs: { sysenterCs: 0x10n, ...msrs },
  };
}

const EDGE = 0xffff_fffen;
const BEYOND = 0x1_0000_0000n;

/** Instructions at the end of 4 GiB: an INT3 lies at 1_00000000h, where execution goes on. */
function atTheEdge(rule: RuleId, code: readonly number[]): UnicornConfirmation {
  return {
    rule,
    vendors: ["intel"],
    does: "goes on at 1_00000000h",
    experiment: { mode: "compat", code, at: EDGE, registers: { rcx: BigInt(MSRS.lstar) } },
    shows: { vector: INT3, rip: BEYOND + 1n },
  };
}

/** mov ds,eax; mov ss,eax; mov [rdx],cs; mov [rbp+0],cs. */
const DS_EAX = [0x8e, 0xd8];
const SS_EAX = [0x8e, 0xd0];
const RDX_CS = [0x8c, 0x0a];
const RBP_CS = [0x8c, 0x4d, 0];
/** An address that is mapped. */
const MAPPED = 0x3000n;
const AC = 0x4_0000n;
/** An offset beyond SELECTOR.oddData's limit; behind its base too memory is mapped. */
const BEYOND_LIMIT = 0x6_0000n;
const GP = 13;

/** Code behind which Unicorn comes to the INT3: it does not raise what it should. */
function goesOn(
  rule: RuleId,
  vendors: readonly Vendor[],
  does: string,
  experiment: PlainExperiment,
): UnicornConfirmation {
  return { rule, vendors, does, experiment, shows: { error: 0, vector: INT3 } };
}

const SEGMENTS: readonly UnicornConfirmation[] = [
  {
    rule: "memory.bases_ignored",
    vendors: BOTH,
    does: "adds the base of ES to an address with an ES override, and comes to where nothing is mapped",
    experiment: {
      // mov es,eax; mov es:[rdx],cs
      code: [0x8e, 0xc0, 0x26, ...RDX_CS],
      registers: { rax: BigInt(SELECTOR.oddData), rdx: 0x10_0000n },
    },
    shows: { error: WRITE_UNMAPPED },
  },
  goesOn("memory.ac_misaligned", BOTH, "writes to an odd address at CPL 3 under AM and AC", {
    cs: SELECTOR.userCode64,
    // mov rax,cr0; or eax,40000h; mov cr0,rax
    first: [0x0f, 0x20, 0xc0, 0x0d, 0, 0, 4, 0, 0x0f, 0x22, 0xc0],
    code: RDX_CS,
    registers: { rdx: MAPPED + 1n, rflags: AC | 2n },
  }),
  goesOn("memory.gp_limit", BOTH, "writes beyond the limit of DS", {
    mode: "compat",
    code: [...DS_EAX, ...RDX_CS],
    registers: { rax: BigInt(SELECTOR.oddData), rdx: BEYOND_LIMIT },
  }),
  goesOn("memory.ss_limit", BOTH, "writes beyond the limit of SS", {
    mode: "compat",
    code: [...SS_EAX, 0x36, ...RDX_CS],
    registers: { rax: BigInt(SELECTOR.oddData), rdx: BEYOND_LIMIT },
  }),
  goesOn("memory.gp_not_writable", BOTH, "writes through read-only data", {
    mode: "compat",
    code: [...DS_EAX, ...RDX_CS],
    registers: { rax: BigInt(SELECTOR.readOnlyData), rdx: MAPPED },
  }),
  goesOn("memory.gp_not_readable", BOTH, "reads through execute-only code", {
    mode: "compat",
    cs: SELECTOR.executeOnly32,
    // mov es,cs:[rdx], where there is a null selector
    code: [0x2e, 0x8e, 0x02],
    registers: { rdx: MAPPED },
  }),
  goesOn("memory.null_segment", BOTH, "writes through a null DS", {
    mode: "compat",
    code: [...DS_EAX, ...RDX_CS],
    registers: { rax: 0n, rdx: MAPPED },
  }),
  goesOn(
    "memory.null_ss",
    ["amd"],
    "writes through a null SS, taken into compatibility mode by a far return",
    {
      mode: "compat",
      first: SS_EAX,
      code: [0x36, ...RDX_CS],
      registers: { rax: 0n, rdx: MAPPED },
    },
  ),
  {
    rule: "memory.ss_noncanonical",
    vendors: BOTH,
    does: "raises #GP instead of #SS",
    experiment: { paging: true, code: RBP_CS, registers: { rbp: PLACE.hole } },
    shows: { vector: GP },
  },
  goesOn("memory.pf_smap_table", BOTH, "reads a GDT in a user page when RFLAGS.AC is set", {
    paging: true,
    // mov rcx,cr4; or ecx,200000h; mov cr4,rcx
    first: [0x0f, 0x20, 0xe1, 0x81, 0xc9, 0, 0, 0x20, 0, 0x0f, 0x22, 0xe1],
    code: DS_EAX,
    registers: { rax: BigInt(SELECTOR.data), rflags: AC | 2n },
  }),
  {
    ...goesOn("segload.gp_ss_null_rpl", ["intel"], "takes a null SS of RPL 3 at CPL 0", {
      code: SS_EAX,
      registers: { rax: 3n },
    }),
    shows: { error: 0, vector: INT3, ss: 3n },
  },
  {
    rule: "segload.null_ss_cpl_kept",
    vendors: BOTH,
    does: "reads CR0 at CPL 1 after a null SS: it goes on at CPL 0",
    // mov ss,eax; mov rax,cr0
    experiment: {
      cs: SELECTOR.innerCode64,
      code: [...SS_EAX, 0x0f, 0x20, 0xc0],
      registers: { rax: 1n },
    },
    shows: { error: 0, vector: INT3, cs: BigInt(SELECTOR.innerCode64), rax: 0x11n },
  },
  {
    ...goesOn("decode.ud_lock", BOTH, "runs MOV from a segment register with LOCK", {
      // mov ds,eax; lock mov ecx,ds
      code: [...DS_EAX, 0xf0, 0x8c, 0xd9],
      registers: { rax: BigInt(SELECTOR.data) },
    }),
    shows: { error: 0, vector: INT3, rcx: BigInt(SELECTOR.data) },
  },
  atTheEdge("movsreg.completes", DS_EAX),
  // push fs; pop fs; lds ebx,[edx]
  atTheEdge("pushsreg.completes", [0x0f, 0xa0]),
  atTheEdge("popsreg.completes", [0x0f, 0xa1]),
  atTheEdge("loadfar.completes", [0xc5, 0x1a]),
  {
    rule: "loadfar.rex_w_obeyed",
    vendors: ["intel"],
    does: "reads an offset of 32 bits",
    experiment: {
      // lfs rcx,[rdx]
      code: [0x48, 0x0f, 0xb4, 0x0a],
      target: [0x11, 0x22, 0x33, 0x44, SELECTOR.data, 0, 0x55, 0x66, SELECTOR.data, 0],
      registers: { rdx: PLACE.target },
    },
    shows: { error: 0, vector: INT3, rcx: 0x4433_2211n },
  },
  {
    rule: "pushsreg.two_bytes_written",
    vendors: ["intel"],
    does: "zero-extends the selector",
    experiment: {
      mode: "compat",
      // push -1; pop eax; push fs; pop eax
      code: [0x6a, 0xff, 0x58, 0x0f, 0xa0, 0x58],
    },
    shows: { error: 0, vector: INT3, rax: 0n },
  },
];

export const UNICORN_CONFIRMATIONS: readonly UnicornConfirmation[] = [
  ...SEGMENTS,
  {
    rule: "decode.dead_rex_ignored",
    vendors: BOTH,
    does: "takes 48 66 0F 07 for the 64-bit form",
    experiment: sysret({ code: [0x48, 0x66, 0x0f, 0x07] }),
    shows: { error: FETCH_UNMAPPED, cs: 0x3bn },
  },
  {
    rule: "decode.ud_lock",
    vendors: BOTH,
    does: "runs RDMSR with LOCK",
    experiment: { code: [0xf0, ...RDMSR], registers: { rcx: BigInt(MSRS.efer) } },
    shows: { error: 0, vector: INT3, rax: 0x500n },
  },
  {
    rule: "fetch.gp_limit",
    vendors: BOTH,
    does: "fetches beyond the limit of CS",
    experiment: { mode: "compat", code: [0x0f, 0x32], limit: 0x2001 },
    shows: { error: 0, vector: INT3, rip: PLACE.code + 3n },
  },
  atTheEdge("rdmsr.completes", RDMSR),
  atTheEdge("wrmsr.completes", WRMSR),
  atTheEdge("retire.rip_next", [0x90, 0x90]),
  {
    rule: "rdmsr.gp_unknown_msr",
    vendors: BOTH,
    does: "reads 0",
    experiment: { code: RDMSR, registers: { rcx: 0xc000_1f00n, rax: 7n, rdx: 7n } },
    shows: { vector: INT3, rax: 0n, rdx: 0n },
  },
  {
    rule: "sysret.gp_rcx_noncanonical",
    vendors: ["intel"],
    does: "completes, and the fetch fails at CPL 3",
    experiment: sysret({ registers: { rcx: 1n << 47n } }),
    shows: { error: FETCH_UNMAPPED, rip: 1n << 47n, cs: 0x3bn, ss: 0x33n },
  },
  {
    rule: "sysret.ud_not_64bit",
    vendors: ["intel"],
    does: "runs in compatibility mode",
    experiment: sysret({ mode: "compat", code: SYSRET }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, cs: 0x2bn },
  },
  {
    rule: "sysret.rf_cleared",
    vendors: BOTH,
    does: "takes RF from R11",
    experiment: sysret({ registers: { r11: 0x1_0002n } }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, rflags: 0x1_0002n },
  },
  {
    rule: "sysret.vm_cleared",
    vendors: BOTH,
    does: "takes VM from R11",
    experiment: sysret({ registers: { r11: 0x2_0002n } }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, rflags: 0x2_0002n },
  },
  {
    rule: "sysret.vif_vip_from_r11",
    vendors: BOTH,
    does: "leaves VIF and VIP as they were",
    experiment: sysret({ registers: { r11: 0x18_0002n } }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, rflags: 2n },
  },
  {
    rule: "sysret.ss_rpl_verbatim",
    vendors: ["amd"],
    does: "forces the RPL of SS to 3",
    experiment: sysret({}),
    shows: { error: FETCH_UNMAPPED, ss: 0x33n },
  },
  {
    rule: "sysret.ss_hidden_kept",
    vendors: ["amd"],
    does: "pushes with 32 bits where SS had B=0",
    // MOV SS with data16, then a 32-bit SYSRET to PUSH EAX and INT3.
    experiment: sysret({
      code: SYSRET,
      first: [0xb8, 0x20, 0, 0, 0, 0x8e, 0xd0],
      target: [0x50, 0xcc],
      registers: { rcx: PLACE.target, rsp: 0x4_0000n },
    }),
    shows: { vector: INT3, rip: PLACE.target + 2n, rsp: 0x3_fffcn },
  },
  {
    rule: "sysret.non64_r11_unused",
    vendors: ["amd"],
    does: "loads the flags from R11 in compatibility mode",
    experiment: sysret({ mode: "compat", code: SYSRET, registers: { r11: 0x4002n } }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, rflags: 0x4002n },
  },
  {
    rule: "sysret.non64_if_set",
    vendors: ["amd"],
    does: "leaves IF as it is in R11",
    experiment: sysret({ mode: "compat", code: SYSRET, registers: { r11: 2n } }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, rflags: 2n },
  },
  {
    rule: "sysret.non64_db_tf",
    vendors: ["amd"],
    does: "loads TF from R11 in compatibility mode and raises no #DB",
    // PUSH of 102h and POPFD: the SYSRET is the instruction that begins with TF=1.
    experiment: sysret({ mode: "compat", code: [0x68, 2, 1, 0, 0, 0x9d, ...SYSRET], registers: { r11: 2n } }),
    shows: { error: FETCH_UNMAPPED, vector: -1, rip: ABSENT, rflags: 2n },
  },
  {
    rule: "sysret.unchanged",
    vendors: ["amd"],
    does: "takes ID from R11 in compatibility mode",
    experiment: sysret({ mode: "compat", code: SYSRET, registers: { rflags: 0x20_0002n } }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, rflags: 2n },
  },
  {
    rule: "sysexit.completes",
    vendors: ["intel"],
    does: "takes all of RDX in compatibility mode, and the fetch fails",
    // MOV RDX, 1_00700000h; the target of EDX is not fetched.
    experiment: sysexit({
      mode: "compat",
      first: [0x48, 0xba, 0, 0, 0x70, 0, 1, 0, 0, 0],
    }),
    shows: { error: FETCH_UNMAPPED, rip: 0x1_0070_0000n, cs: 0x23n },
  },
  {
    rule: "sysexit.cs_64bit",
    vendors: ["intel"],
    does: "sets D besides L",
    experiment: sysexit({ code: SYSEXIT_W }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, cs: 0x33n, csHidden: 0xe0_fb00 },
  },
  {
    rule: "sysexit.gp_cs_null",
    vendors: BOTH,
    does: "compares all of SYSENTER_CS with 0",
    experiment: sysexit({ mode: "compat", msrs: { sysenterCs: 1n } }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, cs: 0x13n },
  },
  {
    rule: "sysexit.gp_rcx_noncanonical",
    vendors: ["intel"],
    does: "loads the stack pointer",
    experiment: sysexit({ code: SYSEXIT_W, registers: { rcx: 1n << 47n } }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, rsp: 1n << 47n },
  },
  {
    rule: "sysexit.gp_rdx_noncanonical",
    vendors: ["intel"],
    does: "completes, and the fetch fails at CPL 3",
    experiment: sysexit({ code: SYSEXIT_W, registers: { rdx: 1n << 47n } }),
    shows: { error: FETCH_UNMAPPED, rip: 1n << 47n, cs: 0x33n },
  },
  {
    rule: "sysexit.rip_from_edx",
    vendors: ["intel"],
    does: "takes all of RDX",
    experiment: sysexit({ registers: { rdx: 0x1_0070_0000n } }),
    shows: { error: FETCH_UNMAPPED, rip: 0x1_0070_0000n, cs: 0x23n },
  },
  {
    rule: "sysexit.rsp_from_ecx",
    vendors: ["intel"],
    does: "takes all of RCX",
    experiment: sysexit({ registers: { rcx: 0x1_0004_0000n } }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, rsp: 0x1_0004_0000n },
  },
  {
    rule: "sysexit.ud_long_mode",
    vendors: ["amd"],
    does: "runs in compatibility mode",
    experiment: sysexit({ mode: "compat" }),
    shows: { error: FETCH_UNMAPPED, rip: ABSENT, cs: 0x23n },
  },
  {
    rule: "wrmsr.efer",
    vendors: BOTH,
    does: "does not store SCE",
    experiment: wrmsr("efer", 0x501n),
    shows: { vector: INT3, efer: 0x500n },
  },
  {
    rule: "wrmsr.gp_efer_reserved",
    vendors: BOTH,
    does: "drops reserved bits",
    experiment: wrmsr("efer", 0x2_0500n),
    shows: { vector: INT3, efer: 0x500n },
  },
  {
    rule: "wrmsr.gp_efer_lme_while_paging",
    vendors: BOTH,
    does: "clears LME",
    experiment: { ...wrmsr("efer", 0x400n), paging: true },
    shows: { vector: INT3, efer: 0x400n, cr0: 0x8001_0011n },
  },
  {
    rule: "wrmsr.fmask_upper_ignored",
    vendors: BOTH,
    does: "stores 64 bits",
    experiment: wrmsr("fmask", 0x1_0004_7700n),
    shows: { vector: INT3, fmask: 0x1_0004_7700n },
  },
  {
    rule: "wrmsr.sysenter_upper_ignored",
    vendors: ["amd"],
    does: "stores 64 bits",
    experiment: wrmsr("sysenterEsp", 0x1_0000_0000n),
    shows: { vector: INT3, sysenterEsp: 0x1_0000_0000n },
  },
  {
    rule: "wrmsr.sysenter_cs_bits_31_16",
    vendors: ["intel"],
    does: "stores 16 bits",
    experiment: wrmsr("sysenterCs", 0x1_0010n),
    shows: { vector: INT3, sysenterCs: 0x10n },
  },
  {
    rule: "wrmsr.gp_unknown_msr",
    vendors: BOTH,
    does: "does nothing",
    experiment: { code: WRMSR, registers: { rcx: 0xc000_1f00n } },
    shows: { error: 0, vector: INT3 },
  },
  stores("wrmsr.gp_lstar_noncanonical", BOTH, "lstar"),
  stores("wrmsr.gp_cstar_noncanonical", ["amd"], "cstar"),
  stores("wrmsr.gp_fs_base_noncanonical", BOTH, "fsBase"),
  stores("wrmsr.gp_gs_base_noncanonical", BOTH, "gsBase"),
  stores("wrmsr.gp_kernel_gs_base_noncanonical", BOTH, "kernelGsBase"),
  stores("wrmsr.gp_sysenter_esp_noncanonical", ["intel"], "sysenterEsp"),
  stores("wrmsr.gp_sysenter_eip_noncanonical", ["intel"], "sysenterEip"),
];
