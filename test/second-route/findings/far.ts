/** Findings about far JMP and CALL. */
import type { Vendor } from "../../../spec/model.ts";
import type { Confirmation } from "../confirmation.ts";
import { ADDRESS, SELECTOR, SPIN, type Experiment, type Expectation, type Stub } from "../experiment.ts";

const { target, code, stack } = ADDRESS;
const next = code + 0x1000n;
const EDGE = 0x8000_0000_0000n;
const BOTH: readonly Vendor[] = ["intel", "amd"];
const CR4_SMAP = 1n << 21n;

/** A page with a GDT, LGDT's operand, the far pointer and an IRETQ frame; and where these are. */
const TABLE = target + 0x2_0000n;
const LGDT_OPERAND = TABLE + 0x80n;
const POINTER = TABLE + 0x90n;
const FRAME = TABLE + 0x100n;
const TSS = TABLE + 0x200n;
/** The agent's, which its handlers run on. */
const FAULT_STACK = 0x3_8000n;
/** Where the user's CALL is. */
const USER = target + 0x1_0000n;
/** The page of RSP1, which is 0. */
const TOP: Stub = { linear: 0xffff_ffff_ffff_f000n, bytes: [] };

/** lgdt [rbx]; ltr ax; iretq; jmp far [rcx]; call far [rcx]; ud2; mov rax,[rsi]; mov rax,cr0. */
const LGDT = [0x0f, 0x01, 0x13];
const LTR = [0x0f, 0x00, 0xd8];
const IRETQ = [0x48, 0xcf];
const JMP = [0xff, 0x29];
const CALL = [0xff, 0x19];
const REX_W = 0x48;
const UD2 = [0x0f, 0x0b];
const RAX_FROM_RSI = [0x48, 0x8b, 0x06];
const RAX_FROM_CR0 = [0x0f, 0x20, 0xc0];

/** The selectors of the GDT in the page: 08h to 18h as the agent's, the user's, and three to be tried. */
const USER_DATA = 0x23;
const USER_CODE = 0x2b;
const FIRST = 0x30;
const THIRD = 0x40;

const faults = (vector: number, errorCode: bigint, length = 2): Expectation => ({
  kind: "exception",
  dump: { vector, errorCode, frame: { rip: next - BigInt(length) } },
});
/** A page that is not mapped was touched. */
const touches = (cr2: bigint): Expectation => ({ kind: "exception", dump: { vector: 14, cr2 } });
const lands: Expectation = touches(target);

function words(...values: readonly bigint[]): readonly number[] {
  return [...new Uint8Array(BigUint64Array.from(values).buffer)];
}

/** The low bytes of an offset, and a selector. */
function pointer(offset: bigint, selector: number, size = 4): readonly number[] {
  return [...words(offset).slice(0, size), selector, 0, ...words(0n)];
}

/** A call gate to a selector; DPL 3. */
function gate(selector: number, offset: bigint): readonly [bigint, bigint] {
  const low = (offset & 0xffffn) | (BigInt(selector) << 16n) | (0xecn << 40n);
  return [low | (((offset >> 16n) & 0xffffn) << 48n), offset >> 32n];
}

/** What of the page TABLE is not plain. */
interface TableOptions {
  /** The far pointer. */
  readonly far: readonly number[];
  /** What IRETQ takes. */
  readonly frame?: readonly bigint[];
  /** The entry that should be null. */
  readonly first?: bigint;
  /** RSP1 of another TSS. */
  readonly newRsp?: bigint;
}

/** The page TABLE with the descriptors 30h, 38h and 40h, and a TSS at 48h. */
function table(tried: readonly bigint[], { far, frame = [], first = 0n, newRsp = 0n }: TableOptions): Stub {
  const gdt = words(
    first,
    0x00cf_9b00_0000_ffffn,
    0x00cf_9300_0000_ffffn,
    0x00af_9b00_0000_ffffn,
    0x00cf_f300_0000_ffffn,
    0x00af_fb00_0000_ffffn,
    ...tried,
    ...[0n, 0n, 0n].slice(tried.length),
    0x0000_8900_0000_0067n | ((TSS & 0xff_ffffn) << 16n) | ((TSS >> 24n) << 56n),
    0n,
  );
  const bytes = new Uint8Array(0x300);
  bytes.set(gdt);
  bytes.set([0x57, 0, ...words(TABLE)], 0x80);
  bytes.set(words(newRsp), Number(TSS - TABLE) + 12);
  bytes.set(words(FAULT_STACK), Number(TSS - TABLE) + 0x24);
  bytes.set(far, 0x90);
  bytes.set(words(...frame), 0x100);
  return { linear: TABLE, bytes: [...bytes], access: "supervisor" };
}

/** At CPL 0 of 64-bit mode: LGDT of the page's table, then the transfer. */
function withTable(
  transfer: readonly number[],
  tried: readonly bigint[],
  how: {
    readonly far?: readonly number[];
    readonly first?: bigint;
    readonly stubs?: readonly Stub[];
    readonly more?: Partial<Experiment>;
  } = {},
): Experiment {
  const { far = pointer(target, FIRST), first, stubs = [], more = {} } = how;
  return {
    mode: "64",
    cpl: 0,
    instruction: [...LGDT, ...transfer],
    registers: { rbx: LGDT_OPERAND, rcx: POINTER, rsi: TABLE + BigInt(FIRST) },
    stubs: [table(tried, { far, ...(first !== undefined && { first }) }), ...stubs],
    ...more,
  };
}

/** With the agent's own GDT. */
function plain(
  transfer: readonly number[],
  far: readonly number[],
  more: Partial<Experiment> = {},
): Experiment {
  return {
    mode: "64",
    cpl: 0,
    instruction: transfer,
    stubs: [{ linear: TABLE, bytes: far }],
    ...more,
    registers: { rcx: TABLE, ...more.registers },
  };
}

/** From CPL 0 to CPL 3 with the page's table and a TSS of its own, and there a CALL through a pointer in user memory. */
function fromUser(
  tried: readonly bigint[],
  how: {
    readonly rsp?: bigint;
    readonly newRsp?: bigint;
    readonly stubs?: readonly Stub[];
    readonly more?: Partial<Experiment>;
  },
): Experiment {
  const { rsp = stack, newRsp = 0n, stubs = [], more = {} } = how;
  const frame = [USER, BigInt(USER_CODE), 2n, rsp, BigInt(USER_DATA)];
  const far = pointer(target, FIRST | 3);
  return {
    mode: "64",
    cpl: 0,
    instruction: [...LGDT, ...LTR, ...IRETQ],
    registers: { rax: 0x48n, rbx: LGDT_OPERAND, rcx: USER + 0x80n, rsp: FRAME },
    stubs: [
      table(tried, { far, frame, newRsp }),
      { linear: USER, bytes: [...CALL, ...Array.from({ length: 0x80 - CALL.length }, () => 0), ...far] },
      ...stubs,
    ],
    ...more,
  };
}

/** From CPL 3 through a gate to CPL 1, where the code is. */
function inward(bytes: readonly number[], more: Partial<Experiment> = {}): Experiment {
  const tried = [...gate(THIRD, target), 0x00af_bb00_0000_ffffn];
  return fromUser(tried, { stubs: [{ linear: target, bytes }, TOP], more });
}

function qemu(
  rule: Confirmation["rule"],
  does: string,
  how: {
    readonly experiment: Experiment;
    readonly shows: Expectation;
    readonly other?: Expectation;
    readonly vendors?: readonly Vendor[];
  },
): Confirmation {
  const { vendors = BOTH, ...rest } = how;
  return { processor: "qemu", vendors, rule, does, ...rest };
}

/** Conforming 64-bit code of DPL 0, and a page that is not mapped. */
const CONFORMING = 0x00af_9f00_0000_ffffn;
const ABSENT = target + 0x4_0800n;
const READ_ONLY: Stub = { linear: target + 0x5_0000n, bytes: [], access: "readOnly" };
/** From 32-bit code that ends at FFFFFFFFh through a gate to code that pops what was pushed. */
const OVER_THE_TOP: Experiment = withTable(CALL, gate(SELECTOR.kernelCode64, target), {
  stubs: [{ linear: target, bytes: [0x58, ...UD2] }],
  more: { mode: "compat", codePage: 0xffff_f000n },
});
const WRAPPED: Expectation = { kind: "exception", dump: { vector: 6, gprs: { rax: 1n << 32n } } };
const UNACCESSED = 0x00af_9a00_0000_ffffn;

export const QEMU_FAR: readonly Confirmation[] = [
  qemu("far.accessed_written", "leaves the accessed bit of the descriptor alone", {
    experiment: withTable(JMP, [UNACCESSED], {
      stubs: [{ linear: target, bytes: [...RAX_FROM_RSI, ...UD2] }],
    }),
    shows: { kind: "exception", dump: { vector: 6, gprs: { rax: UNACCESSED } } },
    other: { kind: "exception", dump: { vector: 6, gprs: { rax: UNACCESSED | (1n << 40n) } } },
  }),
  qemu("far.cs_attributes", "leaves the accessed bit of the hidden CS alone", {
    experiment: withTable(JMP, [UNACCESSED], {
      stubs: [{ linear: target, bytes: SPIN }],
      more: { watch: target },
    }),
    shows: { kind: "watched", watched: { cs: { selector: FIRST, attributes: 0xa09a } } },
    other: { kind: "watched", watched: { cs: { selector: FIRST, attributes: 0xa09b } } },
  }),
  qemu("far.rex_w_offset_32_bits", "takes the selector behind 8 bytes of offset", {
    vendors: ["amd"],
    experiment: plain([REX_W, ...JMP], pointer(target, SELECTOR.kernelCode64)),
    shows: faults(13, 0n, 3),
  }),
  qemu("far.gp_target_noncanonical", "completes, and faults at the target", {
    experiment: withTable(JMP, gate(SELECTOR.kernelCode64, EDGE)),
    shows: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: EDGE } } },
    other: faults(13, 0n),
  }),
  qemu("far.gp_target_limit", "gives the selector as the error code", {
    experiment: plain(CALL, pointer(next, SELECTOR.kernelShortCode32)),
    shows: faults(13, BigInt(SELECTOR.kernelShortCode32)),
    other: faults(13, 0n),
  }),
  qemu("far.rsp_cut_entering_compat", "keeps the upper half of RSP", {
    experiment: plain(JMP, pointer(target, SELECTOR.kernelCode32), {
      registers: { rsp: stack | (1n << 32n) },
    }),
    shows: { kind: "exception", dump: { vector: 14, cr2: target, frame: { rsp: stack | (1n << 32n) } } },
    other: { kind: "exception", dump: { vector: 14, cr2: target, frame: { rsp: stack } } },
  }),
  qemu("far.gp_l_and_d", "enters code with L and D", {
    experiment: withTable(JMP, [0x00ef_9b00_0000_ffffn]),
    shows: lands,
    other: faults(13, BigInt(FIRST)),
  }),
  qemu("far.np_not_present", "raises #GP for JMP through a gate", {
    experiment: withTable(JMP, [...gate(THIRD, target), 0x00af_1b00_0000_ffffn]),
    shows: faults(13, BigInt(THIRD)),
    other: faults(11, BigInt(THIRD)),
  }),
  qemu("farcall.completes", "pushes as the supervisor at CPL 3, which SMAP does not allow", {
    experiment: plain(CALL, pointer(target, SELECTOR.userCode64), { cpl: 3, cr4: CR4_SMAP }),
    shows: { kind: "exception", dump: { vector: 14, errorCode: 3n, cr2: stack - 4n } },
    other: lands,
  }),
  qemu("farcall.completes", "compares the offset with the limit of 64-bit code", {
    experiment: withTable(CALL, [0x0020_9b00_0000_0000n]),
    shows: faults(13, BigInt(FIRST)),
    other: lands,
  }),
  qemu("farcall.fault_unchanged", "pushes before it refuses code with L and D", {
    experiment: withTable(CALL, [0x0060_9b00_0000_0000n], {
      more: { registers: { rbx: LGDT_OPERAND, rcx: POINTER, rsp: target + 0x800n } },
    }),
    shows: touches(target + 0x7fcn),
    other: faults(13, BigInt(FIRST)),
  }),
  qemu("fargate.cpl_is_dpl", "reads CR0 at CPL 1 behind a call gate: it goes on at CPL 0", {
    experiment: inward([...RAX_FROM_CR0, ...UD2]),
    shows: {
      kind: "exception",
      dump: { vector: 6, frame: { cs: BigInt(THIRD | 1) }, gprs: { rax: 0x8000_0011n } },
    },
    other: { kind: "exception", dump: { vector: 13, errorCode: 0n, frame: { rip: target } } },
  }),
  qemu("fargate.ss_null", "gives the null SS of CPL 1 a DPL of 0", {
    experiment: inward(SPIN, { watch: target }),
    shows: { kind: "watched", watched: { ss: { selector: 1, attributes: 0 } } },
  }),
  qemu("far.cs_rpl_is_cpl", "gives CS the DPL of conforming code behind a call gate as its RPL", {
    experiment: fromUser([...gate(THIRD, target), CONFORMING], { stubs: [{ linear: target, bytes: UD2 }] }),
    shows: { kind: "exception", dump: { vector: 6, frame: { cs: BigInt(THIRD) } } },
    other: { kind: "exception", dump: { vector: 6, frame: { cs: BigInt(THIRD | 3) } } },
  }),
  qemu("far.gp_null", "jumps through a gate to the null selector", {
    experiment: withTable(JMP, gate(0, target), { first: 0x00af_9b00_0000_ffffn }),
    shows: lands,
    other: faults(13, 0n),
  }),
  qemu("far.offset_cut_to_32_bits", "compares 64 bits of offset with the limit", {
    vendors: ["intel"],
    experiment: plain([REX_W, ...JMP], pointer((1n << 32n) | target, SELECTOR.kernelCode32, 8)),
    shows: faults(13, 0n, 3),
    other: lands,
  }),
  qemu("far.rip_from_offset", "keeps 64 bits of offset in 32-bit code", {
    vendors: ["intel"],
    experiment: plain([REX_W, ...CALL], pointer((1n << 32n) | target, SELECTOR.kernelCode32, 8)),
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: (1n << 32n) | target } } },
    other: lands,
  }),
  qemu("farcall.stack_of_target_mode", "adds the base of SS in 64-bit code", {
    experiment: plain(CALL, pointer(target, SELECTOR.kernelCode64), {
      mode: "compat",
      ss: SELECTOR.kernelOddData,
    }),
    shows: touches(0x11_2000n + stack - 4n),
    other: lands,
  }),
  qemu("fargate.rip_pushed", "pushes the address behind FFFFFFFFh as 1_00000000h", {
    vendors: ["intel"],
    experiment: OVER_THE_TOP,
    shows: WRAPPED,
  }),
  qemu("memory.pf_not_present", "pushes as the supervisor at CPL 3", {
    experiment: plain(CALL, pointer(target, SELECTOR.userCode64), { cpl: 3, registers: { rsp: ABSENT } }),
    shows: { kind: "exception", dump: { vector: 14, errorCode: 2n, cr2: ABSENT - 4n } },
    other: { kind: "exception", dump: { vector: 14, errorCode: 6n, cr2: ABSENT - 4n } },
  }),
  qemu("memory.pf_read_only", "pushes to a read-only page at CPL 3, as the supervisor under WP=0", {
    experiment: {
      ...plain(CALL, [], { cpl: 3, registers: { rsp: READ_ONLY.linear + 0x800n } }),
      stubs: [{ linear: TABLE, bytes: pointer(target, SELECTOR.userCode64) }, READ_ONLY],
    },
    shows: lands,
    other: { kind: "exception", dump: { vector: 14, errorCode: 7n, cr2: READ_ONLY.linear + 0x7fcn } },
  }),
];

const bochs = (
  vendors: readonly Vendor[],
  rule: Confirmation["rule"],
  does: string,
  how: { readonly experiment: Experiment; readonly shows: Expectation },
): Confirmation => ({ processor: "bochs", vendors, rule, does, ...how });

export const BOCHS_FAR: readonly Confirmation[] = [
  bochs(["amd"], "far.rex_w_offset_32_bits", "takes the selector behind 8 bytes of offset", {
    experiment: plain([REX_W, ...JMP], pointer(target, SELECTOR.kernelCode64)),
    shows: faults(13, 0n, 3),
  }),
  bochs(["intel"], "fargate.rip_pushed", "pushes the address behind FFFFFFFFh as 1_00000000h", {
    experiment: OVER_THE_TOP,
    shows: WRAPPED,
  }),
  bochs(["amd"], "farcall.completes", "pushes with the DPL of conforming code, which SMAP does not allow", {
    experiment: fromUser([CONFORMING], { more: { cr4: CR4_SMAP } }),
    shows: { kind: "exception", dump: { vector: 14, errorCode: 3n, cr2: stack - 4n } },
  }),
  bochs(BOTH, "memory.pf_not_present", "pushes with the DPL of conforming code", {
    experiment: fromUser([CONFORMING], { rsp: ABSENT }),
    shows: { kind: "exception", dump: { vector: 14, errorCode: 2n, cr2: ABSENT - 4n } },
  }),
  bochs(
    BOTH,
    "memory.pf_read_only",
    "pushes to a read-only page with the DPL of conforming code under WP=0",
    {
      experiment: fromUser([CONFORMING], { rsp: READ_ONLY.linear + 0x800n, stubs: [READ_ONLY] }),
      shows: lands,
    },
  ),
  bochs(
    BOTH,
    "memory.ss_noncanonical",
    "gives the old SS as the error code for a new RSP that is not canonical",
    {
      experiment: fromUser([...gate(THIRD, target), 0x00af_bb00_0000_ffffn], { newRsp: EDGE + 0x1000n }),
      shows: { kind: "exception", dump: { vector: 12, errorCode: 0x20n, frame: { rip: USER } } },
    },
  ),
];
