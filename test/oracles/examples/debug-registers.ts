/** MOV to and from debug registers, example by example. */
import type { Example } from "../example.ts";
import type { FieldValues } from "../machine.ts";

const INTEL = ["intel"] as const;
const HIGH = 0xffff_ffff_0000_0000n;
const FLAGS = 0x8d5n;
const DR6 = 0xffff_0ff0n;
const DE = 0x1_0028n;
/** MOV RAX,DRn and MOV DRn,RAX. */
const from = (number: number): readonly number[] => [0x0f, 0x21, 0xc0 | (number << 3)];
const to = (number: number): readonly number[] => [0x0f, 0x23, 0xc0 | (number << 3)];
const write = (number: number, rax: bigint, set: FieldValues = {}): Example["on"] => ({
  bytes: to(number),
  set: { ...set, rax },
});

export const movdrExamples: readonly Example[] = [
  {
    title: "reads DR6 in 64-bit mode without REX.W",
    rules: ["movdr.completes", "movdr.unchanged", "movdr.register_from_dr", "movdr.register_upper_half"],
    on: { bytes: from(6), set: { dr6: DR6 | 0xe000n } },
    end: "retired",
    after: { rax: DR6 | 0xe000n, rip: 0x40_1f03n },
  },
  {
    title: "reads DR7, whatever mod is",
    rules: ["movdr.register_from_dr"],
    on: { bytes: [0x0f, 0x21, 0x38], set: { dr7: 0xabcd_0700n } },
    end: "retired",
    after: { rax: 0xabcd_0700n },
  },
  {
    title: "reads DR4 as DR6 while DE is 0",
    rules: ["movdr.register_from_alias"],
    on: { bytes: from(4), set: { dr6: DR6 | 0x8000n } },
    end: "retired",
    after: { rax: DR6 | 0x8000n },
  },
  {
    title: "reads DR5 as DR7 while DE is 0",
    rules: ["movdr.register_from_alias"],
    on: { bytes: from(5) },
    end: "retired",
    after: { rax: 0x400n },
  },
  {
    title: "leaves the upper half open in legacy mode",
    rules: ["movdr.legacy_upper_half_unspecified"],
    vendors: ["amd"],
    on: { bytes: from(7), mode: "legacy" },
    end: "retired",
    after: { rax: 0x400n },
    masked: { rax: HIGH },
  },
  {
    title: "leaves the arithmetic flags open on Intel",
    rules: ["movdr.flags_unspecified", "movdr.legacy_upper_half_unspecified"],
    vendors: INTEL,
    on: { bytes: from(7), mode: "legacy" },
    end: "retired",
    masked: { rax: HIGH, rflags: FLAGS },
  },
  ...[4, 5].map((number): Example => ({
    title: `raises #UD for DR${number} while DE is 1`,
    rules: ["movdr.ud_alias_disabled", "movdr.fault_unchanged"],
    on: { bytes: from(number), set: { cr4: DE } },
    end: "#UD",
  })),
  {
    title: "looks at CPL before DE",
    rules: ["movdr.gp_before_alias", "movdr.fault_unchanged"],
    on: { bytes: to(4), cpl: 3, set: { cr4: DE } },
    end: "#GP(0)",
  },
  ...[8, 11, 14, 15].map((number): Example => ({
    title: `raises #UD for DR${number}`,
    rules: ["movdr.ud_no_such_register", "movdr.fault_unchanged"],
    on: { bytes: [0x44, ...from(number - 8)] },
    end: "#UD",
  })),
  {
    title: "raises #UD for DR15 at CPL 3 too",
    rules: ["movdr.ud_before_gp"],
    on: { bytes: [0x44, ...to(7)], cpl: 3 },
    end: "#UD",
  },
  ...[1, 2, 3].map((cpl): Example => ({
    title: `raises #GP(0) at CPL ${cpl}`,
    rules: ["movdr.gp_cpl_nonzero", "movdr.fault_unchanged"],
    on: { bytes: from(7), cpl },
    end: "#GP(0)",
    after: { cpl },
  })),
  {
    title: "stores B0 to B3, BD, BS and BT in DR6",
    rules: ["movdr.dr6", "movdr.completes"],
    on: write(6, DR6 | 0xe00fn),
    end: "retired",
    after: { dr6: DR6 | 0xe00fn },
  },
  {
    title: "keeps the fixed bits of DR6",
    rules: ["movdr.dr6_fixed_bits"],
    on: write(6, 0x1000n),
    end: "retired",
    after: { dr6: DR6 },
  },
  {
    title: "leaves open what features make of DR6 (AMD)",
    rules: ["movdr.optional_bits_unspecified"],
    vendors: ["amd"],
    on: write(6, DR6),
    end: "retired",
    masked: { dr6: 0x1_0800n },
  },
  {
    title: "leaves open what features make of DR7 (Intel)",
    rules: ["movdr.optional_bits_unspecified"],
    vendors: INTEL,
    on: write(7, 0x700n),
    end: "retired",
    masked: { dr7: 0x800n, rflags: FLAGS },
  },
  {
    title: "writes DR4 to DR6 while DE is 0",
    rules: ["movdr.alias_written"],
    on: write(4, DR6 | 0x4000n),
    end: "retired",
    after: { dr6: DR6 | 0x4000n },
  },
  {
    title: "stores the enables, R/W and LEN in DR7",
    rules: ["movdr.dr7"],
    on: write(7, 0xffff_27ffn),
    end: "retired",
    after: { dr7: 0xffff_27ffn },
  },
  {
    title: "keeps the fixed bits of DR7",
    rules: ["movdr.dr7_fixed_bits"],
    on: write(7, 0xd000n),
    end: "retired",
    after: { dr7: 0x400n },
  },
  {
    title: "writes DR5 to DR7 while DE is 0",
    rules: ["movdr.alias_written"],
    on: write(5, 0x700n),
    end: "retired",
    after: { dr7: 0x700n },
  },
  ...[6, 7].flatMap((number) =>
    [32n, 63n].map((bit): Example => ({
      title: `refuses bit ${bit} of DR${number}`,
      rules: ["movdr.gp_upper_half", "movdr.fault_unchanged"],
      on: write(number, 0x400n | (1n << bit)),
      end: "#GP(0)",
      after: { rip: 0x40_1f00n, dr7: 0x400n, dr6: DR6 },
    })),
  ),
  {
    title: "takes 32 bits in compatibility mode",
    rules: ["movdr.upper_half_unused"],
    on: { ...write(7, HIGH | 0x700n), mode: "compat" },
    end: "retired",
    after: { dr7: 0x700n },
  },
];
