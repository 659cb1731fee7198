/** Findings about LLDT, LTR, LGDT and LIDT. */
import type { RuleId } from "../../../spec/generated/rule-id.ts";
import type { Vendor } from "../../../spec/model.ts";
import { each, type Confirmation } from "../confirmation.ts";
import { ADDRESS, SELECTOR, SPIN, type Experiment, type Expectation } from "../experiment.ts";
import { LOCK } from "./instructions.ts";

const { target, code } = ADDRESS;
const next = code + 0x1000n;
const BOTH: readonly Vendor[] = ["intel", "amd"];
const EDGE = 0x8000_0000_0000n;
const CR0_WP = 1n << 16n;

/** lgdt [rbx], lgdt [rdx]; sgdt [rcx]; lldt cx; ltr ax and ltr cx; mov ds,eax. */
const LGDT_RBX = [0x0f, 0x01, 0x13];
const LGDT_RDX = [0x0f, 0x01, 0x12];
const SGDT_RCX = [0x0f, 0x01, 0x01];
const LLDT_CX = [0x0f, 0x00, 0xd1];
const LTR_AX = [0x0f, 0x00, 0xd8];
const LTR_CX = [0x0f, 0x00, 0xd9];
const DS_EAX = [0x8e, 0xd8];

/** Where the experiments have a TSS, its stack for exceptions, and an LDT. */
const TSS = target + 0x1000n;
const STACK = TSS + 0x800n;
const LDT = target + 0x2000n;
/** Where SGDT stores, and what it stores the base of the table in. */
const STORED = target + 0x400n;

/** The low half of a descriptor with S = 0 and P = 1, of 68h bytes. */
function system(type: number, base: bigint): bigint {
  return (BigInt(0x80 | type) << 40n) | ((base >> 24n) << 56n) | ((base & 0xff_ffffn) << 16n) | 0x67n;
}

/** Selectors of the GDT below: TSSs, then LDTs with a type, a bad base, and a base beyond 4 GiB. */
const ENTRY = { tss: 0x20, tss16: 0x30, typed: 0x40, noncanonical: 0x50, high: 0x60 } as const;
const DATA = 0x00cf_9300_0000_ffffn;
const DESCRIPTORS = [
  0n,
  0x00cf_9b00_0000_ffffn,
  DATA,
  0x00af_9b00_0000_ffffn,
  system(9, TSS),
  0n,
  system(1, TSS),
  0n,
  system(2, LDT),
  1n << 40n,
  system(2, LDT),
  EDGE >> 32n,
  system(2, LDT),
  1n,
];
const SIZE = 8 * DESCRIPTORS.length;
const words = (...values: readonly bigint[]): readonly number[] => [
  ...new Uint8Array(BigUint64Array.from(values).buffer),
];
/** What LGDT reads. */
const pointer = (base: bigint): readonly number[] => [
  ...new Uint8Array(Uint16Array.of(SIZE - 1).buffer),
  ...words(base),
];
/** The table, and behind it LGDT's operand for it. */
const GDT = { linear: target, bytes: [...words(...DESCRIPTORS), ...pointer(target)] };
const POINTER = target + BigInt(SIZE);
/** An operand whose base is not canonical, in the page of the table. */
const ASTRAY = { linear: target + 0x200n, bytes: pointer(EDGE) };
/** A TSS with its IST1 at 24h. */
const TSS_PAGE = { linear: TSS, bytes: [...Array<number>(0x24).fill(0), ...words(STACK), 0] };
const LDT_PAGE = { linear: LDT, bytes: words(DATA) };

const kernel = (instruction: readonly number[], rest: Partial<Experiment> = {}): Experiment => ({
  mode: "64",
  cpl: 0,
  instruction: [...LGDT_RBX, ...instruction],
  stubs: [GDT, TSS_PAGE, LDT_PAGE],
  ...rest,
  registers: { rbx: POINTER, rdx: POINTER, ...rest.registers },
});

/** All completed: the next page is absent. */
const retires: Expectation = { kind: "exception", dump: { vector: 14, cr2: next } };
/** The instruction that lies so far before the end of the page faults. */
const faults = (errorCode: number, before: number): Expectation => ({
  kind: "exception",
  dump: { vector: 13, errorCode: BigInt(errorCode), frame: { rip: next - BigInt(before) } },
});
const stores = (peek: bigint): Expectation => ({ kind: "exception", dump: { vector: 14, cr2: next, peek } });

/** QEMU takes what it should refuse. */
const ACCEPTED = each<{
  readonly rule: RuleId;
  readonly does: string;
  readonly selector: number;
  readonly ltr?: true;
}>(
  [
    { rule: "lldt.gp_tr_null", does: "takes a null selector into TR", selector: 0, ltr: true },
    { rule: "lldt.gp_not_tss", does: "takes a 16-bit TSS in long mode", selector: ENTRY.tss16, ltr: true },
    {
      rule: "lldt.gp_upper_type",
      does: "does not look at the type in the upper half of an LDT",
      selector: ENTRY.typed,
    },
    {
      rule: "lldt.gp_base_noncanonical",
      does: "takes a base that is not canonical",
      selector: ENTRY.noncanonical,
    },
  ],
  ({ rule, does, selector, ltr }) => ({
    processor: "qemu",
    vendors: BOTH,
    rule,
    does,
    // A TSS that is fit to deliver what follows comes after.
    experiment: kernel([...(ltr === true ? LTR_CX : LLDT_CX), ...LTR_AX], {
      registers: { rax: BigInt(ENTRY.tss), rcx: BigInt(selector) },
    }),
    shows: retires,
    other: faults(selector, 6),
  }),
);

/** A new TSS in a table that cannot be written, so that it cannot be marked busy. */
const UNWRITABLE: Pick<Confirmation, "vendors" | "rule" | "does" | "experiment" | "shows"> = {
  vendors: BOTH,
  rule: "lldt.fault_unchanged",
  does: "loads TR before LTR faults: that fault is delivered on a stack of the new TSS",
  experiment: kernel(LTR_AX, {
    cr0: CR0_WP,
    registers: { rax: BigInt(ENTRY.tss) },
    stubs: [{ ...GDT, access: "readOnly" }, TSS_PAGE],
    // The last but one word of the frame that the processor pushes is SS.
    peek: STACK - 8n,
  }),
  shows: {
    kind: "exception",
    dump: { vector: 14, errorCode: 3n, frame: { rip: next - 3n }, peek: BigInt(SELECTOR.kernelData) },
  },
};

const WATCHED = { watch: next, stubs: [GDT, TSS_PAGE, LDT_PAGE, { linear: next, bytes: SPIN }] };

export const QEMU_LOAD_TABLES: readonly Confirmation[] = [
  ...ACCEPTED,
  { processor: "qemu", ...UNWRITABLE },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "lldt.base_from_descriptor",
    does: "takes bits 63:32 of the base in compatibility mode too",
    experiment: kernel([...LLDT_CX, ...DS_EAX], {
      mode: "compat",
      registers: { rax: 4n, rcx: BigInt(ENTRY.high) },
    }),
    shows: { kind: "exception", dump: { vector: 14, cr2: (1n << 32n) | LDT } },
    other: retires,
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "lldt.null_unusable",
    does: "leaves P of LDTR as it was",
    experiment: kernel(LLDT_CX, WATCHED),
    shows: { kind: "watched", watched: { ldtr: { selector: 0, attributes: 0x82 } } },
    other: { kind: "watched", watched: { ldtr: { selector: 0, attributes: 2 } } },
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "lldt.tr_busy",
    does: "leaves the type of a TSS that is not busy in TR",
    experiment: kernel(LTR_AX, { ...WATCHED, registers: { rax: BigInt(ENTRY.tss) } }),
    shows: { kind: "watched", watched: { tr: { selector: ENTRY.tss, attributes: 0x89 } } },
    other: { kind: "watched", watched: { tr: { selector: ENTRY.tss, attributes: 0x8b } } },
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "lgdt.gp_base_noncanonical",
    does: "takes a base that is not canonical",
    experiment: kernel([...LGDT_RDX, ...LGDT_RBX], {
      registers: { rdx: ASTRAY.linear },
      stubs: [GDT, ASTRAY],
    }),
    shows: retires,
    other: faults(0, 6),
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "lgdt.base_from_memory",
    does: "cuts the base to 24 bits under 66h in 64-bit mode",
    experiment: kernel([0x66, ...LGDT_RBX, ...SGDT_RCX, ...LGDT_RDX], {
      registers: { rcx: STORED },
      peek: STORED + 2n,
    }),
    shows: stores(target & 0xff_ffffn),
    other: stores(target),
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "decode.ud_lock",
    does: "runs LLDT, LTR and LGDT with LOCK",
    experiment: kernel([LOCK, ...LLDT_CX, LOCK, ...LTR_AX, LOCK, ...LGDT_RBX], {
      registers: { rax: BigInt(ENTRY.tss) },
    }),
    shows: retires,
    other: { kind: "exception", dump: { vector: 6, frame: { rip: next - 12n } } },
  },
];

export const BOCHS_LOAD_TABLES: readonly Confirmation[] = [{ processor: "bochs", ...UNWRITABLE }];
