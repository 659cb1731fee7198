/**
 * What was measured on processors, as worked examples. `silicon.N` is the fact's number in the fact list: an Intel
 * processor of family 6 model 207, from CPL 3. The others were reported by the projects that they name.
 */
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import { BYTES } from "../machine.ts";
import type { Example } from "../example.ts";

const NONCANONICAL = 0x0000_8000_0000_0000n;

/** Privileged instructions at CPL 3 in 64-bit mode. */
const PRIVILEGED: readonly (readonly [string, readonly number[], RuleId])[] = [
  ["SYSRET", BYTES.sysret, "sysret.gp_cpl_nonzero"],
  ["SYSRETQ", BYTES.sysretq, "sysret.gp_cpl_nonzero"],
  ["SWAPGS", BYTES.swapgs, "swapgs.gp_cpl_nonzero"],
  ["RDMSR", BYTES.rdmsr, "rdmsr.gp_cpl_nonzero"],
  ["WRMSR", BYTES.wrmsr, "wrmsr.gp_cpl_nonzero"],
];

const INTEL: readonly Example[] = [
  {
    title: "silicon.1: SYSCALL gives RCX = next RIP, and R11 = RFLAGS without RF",
    rules: ["syscall.rcx_from_next_rip", "syscall.r11_from_rflags", "syscall.r11_rf_cleared"],
    on: { bytes: [0x66, 0xf3, 0x4d, ...BYTES.syscall], cpl: 3, set: { rflags: 0x25_4fd7n } },
    end: "retired",
    after: { rcx: 0x40_1f05n, r11: 0x24_4fd7n },
  },
  ...(
    [
      ["SYSCALL", BYTES.syscall, "syscall.ud_not_64bit"],
      ["SYSRET", BYTES.sysret, "sysret.ud_not_64bit"],
      ["SWAPGS", BYTES.swapgs, "swapgs.ud_not_64bit"],
      ["RDFSBASE", BYTES.rdfsbaseEax, "fsgsbase.ud_not_64bit"],
      ["WRFSBASE", BYTES.wrfsbaseEax, "fsgsbase.ud_not_64bit"],
    ] as const
  ).flatMap(([name, bytes, rule]) =>
    [0, 1].map((db): Example => ({
      title: `silicon.2: ${name} raises #UD in ${db === 1 ? 32 : 16}-bit compatibility code`,
      rules: [rule],
      on: { bytes, mode: "compat", cpl: 3, set: { "cs.db": db } },
      end: "#UD",
    })),
  ),
  {
    title: "silicon.2: WRMSR raises #GP(0) in compatibility code",
    rules: ["wrmsr.gp_cpl_nonzero"],
    on: { bytes: BYTES.wrmsr, mode: "compat", cpl: 3, set: { rcx: 0x174n } },
    end: "#GP(0)",
  },
  ...PRIVILEGED.flatMap(([name, bytes, rule]) => [
    ...[0x50_1000n, NONCANONICAL, 0xc000_0081n].map((rcx): Example => ({
      title: `silicon.3: ${name} raises #GP(0) at CPL 3 with RCX = ${rcx.toString(16)}h`,
      // With an RCX that is no MSR, or not canonical, another rule faults alike.
      rules: rcx === 0xc000_0081n ? [rule] : [],
      on: { bytes, cpl: 3, set: { rcx } },
      end: "#GP(0)",
      after: { rip: 0x40_1f00n, cpl: 3 },
    })),
    {
      title: `silicon.3: LOCK ${name} raises #UD`,
      rules: ["decode.ud_lock"],
      on: { bytes: [0xf0, ...bytes], cpl: 3 },
      end: "#UD",
    } satisfies Example,
  ]),
  ...[0x66, 0xf2, 0xf3, 0x48].map((prefix): Example => ({
    title: `silicon.3: SWAPGS with ${prefix.toString(16)}h behaves like plain SWAPGS`,
    rules: ["swapgs.gp_cpl_nonzero"],
    on: { bytes: [prefix, ...BYTES.swapgs], cpl: 3 },
    end: "#GP(0)",
  })),
  {
    title: "silicon.4: more than 15 bytes raise #GP(0), which beats LOCK",
    rules: ["decode.gp_too_long", "decode.too_long_before_lock"],
    on: { bytes: [0xf0, ...Array<number>(13).fill(0x66), ...BYTES.sysret], cpl: 3, set: { efer: 0xd00n } },
    end: "#GP(0)",
  },
  {
    title: "silicon.6: RF set on entry is cleared by an instruction that completes",
    rules: ["retire.rf_cleared"],
    on: { bytes: BYTES.rdfsbaseRax, cpl: 3, set: { rflags: 0x1_0202n } },
    end: "retired",
    after: { rflags: 0x202n },
  },
  {
    title: "silicon.6: TF over a faulting instruction gives only the fault",
    rules: ["swapgs.gp_cpl_nonzero"],
    on: { bytes: BYTES.swapgs, cpl: 3, set: { rflags: 0x302n } },
    end: "#GP(0)",
    after: { rflags: 0x302n },
  },
  {
    title: "silicon.8: WRFSBASE goes by 48 bits with CR4.LA57=0 on a CPU with LA57",
    rules: ["fsgsbase.gp_base_noncanonical"],
    on: { bytes: BYTES.wrfsbaseRax, cpl: 3, features: { la57: true }, set: { rax: NONCANONICAL } },
    end: "#GP(0)",
  },
  {
    title: "silicon.8: the 32-bit form zero-extends",
    rules: ["fsgsbase.o32_base_zero_extended"],
    on: { bytes: BYTES.wrfsbaseEax, cpl: 3, set: { rax: 0xffff_ffff_1234_5678n } },
    end: "retired",
    after: { "fs.base": 0x1234_5678n },
  },
  {
    title: "silicon.8: of F2 and F3 the last one wins",
    rules: ["fsgsbase.register_from_base"],
    on: { bytes: [0xf2, ...BYTES.rdfsbaseRax], cpl: 3 },
    end: "retired",
    after: { rax: 0x1111_2222_3333n },
  },
  {
    title: "silicon.9: null selectors survive SYSCALL",
    rules: ["syscall.unchanged"],
    on: {
      bytes: BYTES.syscall,
      cpl: 3,
      set: { "ds.selector": 3, "ds.p": 0, "ds.s": 0, "ds.type": 0, "gs.selector": 1, "gs.p": 0 },
    },
    end: "retired",
    after: { "ds.selector": 3, "gs.selector": 1, "gs.base": 0xffff_8888_0000_4444n },
  },
  {
    title: "XTF xsa-7: SYSRETQ to 0000800000000000h raises #GP(0) at the SYSRET in CPL 0",
    rules: ["sysret.gp_rcx_noncanonical"],
    on: { bytes: BYTES.sysretq, set: { rcx: NONCANONICAL } },
    end: "#GP(0)",
    after: { rip: 0x40_1f00n, cpl: 0 },
  },
];

const AMD: readonly Example[] = [
  {
    title: "XTF xsa-7: SYSRETQ to 0000800000000000h raises #GP(0) there in CPL 3",
    rules: ["sysret.gp_fetch_noncanonical", "sysret.no_canonical_check"],
    on: { bytes: BYTES.sysretq, set: { rcx: NONCANONICAL } },
    end: "#GP(0)",
    after: { rip: NONCANONICAL, cpl: 3 },
  },
  ...(
    [
      [0x18n, 0x20, 0x2b],
      [0x10n, 0x18, 0x23],
    ] as const
  ).map(([base, ss, cs]): Example => ({
    title: `under KVM: STAR[63:48] = ${base.toString(16)}h gives SS = ${ss.toString(16)}h, CS = ${cs.toString(16)}h`,
    rules: ["sysret.ss_selector_from_star", "sysret.cs_selector_plus_16", "sysret.cs_rpl_forced"],
    on: { bytes: BYTES.sysretq, set: { star: base << 48n } },
    end: "retired",
    after: { "ss.selector": ss, "cs.selector": cs },
  })),
];

/** kvm-unit-tests x86/syscall.c and XTF, both vendors. */
const BOTH: readonly Example[] = [
  {
    title: "kvm-unit-tests syscall.c: TF masked by SFMASK brings no #DB",
    rules: ["syscall.no_db_masked_tf"],
    on: { bytes: BYTES.syscall, cpl: 3, set: { rflags: 0x302n, fmask: 0x100n } },
    end: "retired",
  },
  {
    title: "kvm-unit-tests syscall.c: TF that is not masked brings #DB at the target, in CPL 0",
    rules: ["syscall.db_resulting_tf"],
    on: { bytes: BYTES.syscall, cpl: 3, set: { rflags: 0x302n, fmask: 0n } },
    end: "#DB",
    after: { cpl: 0, rip: 0xffff_ffff_8100_0000n },
  },
  {
    title: "XTF, Linux: TF in R11 brings #DB at RCX before the first user instruction",
    rules: ["sysret.db_new_tf"],
    on: { bytes: BYTES.sysretq, set: { r11: 0x302n } },
    end: "#DB",
    after: { cpl: 3, rip: 0x50_1000n },
  },
];

export const siliconExamples: readonly Example[] = [
  ...INTEL.map((example): Example => ({ ...example, vendors: ["intel"] })),
  ...AMD.map((example): Example => ({ ...example, vendors: ["amd"] })),
  ...BOTH,
];
