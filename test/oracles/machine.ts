/**
 * Valid test cases for examples: a machine in which everything that a ring crossing sets holds something else before,
 * so that a line which is left out shows.
 */
import { copyState, field, FIELD_NAMES } from "../../spec/fields.ts";
import type {
  CpuState,
  Features,
  FieldName,
  Mode,
  Page,
  Profile,
  Segment,
  TestCase,
  Vendor,
} from "../../spec/model.ts";

/** Values by field; numbers serve for the narrow ones. */
export type FieldValues = { readonly [name in FieldName]?: bigint | number };

/** How a machine differs from the plain one. */
export interface MachineOptions {
  readonly vendor: Vendor;
  /** The default is 64-bit mode. */
  readonly mode?: Mode;
  /** The default is 0. */
  readonly cpl?: number;
  readonly features?: Partial<Features>;
  readonly set?: FieldValues;
  /** Memory besides the code. */
  readonly pages?: readonly Page[];
  readonly bytes: readonly number[];
}

/** No optional feature but NX and FSGSBASE. */
export const FEATURES: Features = {
  nx: true,
  la57: false,
  fsgsbase: true,
  svm: false,
  ffxsr: false,
  tce: false,
  lmsle: false,
  mcommit: false,
  intwb: false,
  uaie: false,
  aibrse: false,
};

/** A profile that can do all modes and imposes nothing. */
export function profileOf(vendor: Vendor, features: Partial<Features> = {}): Profile {
  return { vendor, features: { ...FEATURES, ...features }, modes: ["64", "compat", "legacy"], imposed: [] };
}

const PAGE_MASK = 0xffff_ffff_ffff_f000n;
const LOWER = 0xffff_ffffn;

const BLANK: Segment = {
  selector: 0,
  base: 0n,
  limit: 0,
  type: 0,
  s: 0,
  dpl: 0,
  p: 0,
  avl: 0,
  l: 0,
  db: 0,
  g: 0,
};

/** CS and SS that no instruction under test would load: not flat, other types, other sizes. */
function codeSegment(mode: Mode, cpl: number): Segment {
  return {
    ...BLANK,
    selector: 0x58 | cpl,
    base: 0x3000n,
    limit: 0x8fff_ffff,
    type: 9,
    s: 1,
    dpl: cpl,
    p: 1,
    l: mode === "64" ? 1 : 0,
    g: 1,
  };
}

function stackSegment(cpl: number): Segment {
  return { ...BLANK, selector: 0x60 | cpl, base: 0x7000n, limit: 0xf_0000, type: 7, s: 1, dpl: cpl, p: 1 };
}

function dataSegment(selector: number, base: bigint): Segment {
  return { ...BLANK, selector, base, limit: 0xffff_ffff, type: 3, s: 1, dpl: 3, p: 1, db: 1, g: 1 };
}

/** The plain state of a mode. */
function plainState(mode: Mode, cpl: number): CpuState {
  const long = mode !== "legacy";
  const high = long ? 0x1_0000_0000n : 0n;
  return {
    cpl,
    rip: 0x40_1f00n,
    rflags: 0x203n,
    cr0: 0x8001_0031n,
    cr3: 0x20_0000n,
    cr4: (long ? 1n << 5n : 0n) | (1n << 16n),
    dr6: 0xffff_0ff0n,
    dr7: 0x400n,
    rax: 0xa0n + high,
    rcx: 0x50_1000n,
    rdx: 0xd0n + high,
    rbx: 0xb0n + high,
    rsp: 0x50_0000n,
    rbp: 0xb9n + high,
    rsi: 0x51n + high,
    rdi: 0xd1n + high,
    r8: 8n,
    r9: 9n,
    r10: 10n,
    r11: 0x246n,
    r12: 12n,
    r13: 13n,
    r14: 14n,
    r15: 15n,
    es: dataSegment(0x2b, 0n),
    cs: codeSegment(mode, cpl),
    ss: stackSegment(cpl),
    ds: dataSegment(0x33, 0n),
    fs: dataSegment(0x3b, long ? 0x1111_2222_3333n : 0x2222_3333n),
    gs: dataSegment(0x43, long ? 0xffff_8888_0000_4444n : 0x8888_4444n),
    ldtr: BLANK,
    tr: { ...BLANK, selector: 0x40, base: 0x63_0000n, limit: 0x67, type: 0xb, p: 1 },
    gdtr: { base: 0x60_0000n, limit: 0x7f },
    idtr: { base: 0x62_0000n, limit: 0xfff },
    efer: long ? 0xd01n : 1n,
    star: 0x0023_0010_0090_0000n,
    lstar: 0xffff_ffff_8100_0000n,
    cstar: 0xffff_ffff_8200_0000n,
    fmask: 0x4_7700n,
    kernelGsBase: 0x5555_6666_7777n,
    sysenterCs: 0x10n,
    sysenterEsp: 0x1234_0000n,
    sysenterEip: 0x1235_0000n,
  };
}

/** The pages that hold the instruction's bytes. */
function codePages(state: CpuState, mode: Mode, length: number): readonly Page[] {
  const base = mode === "64" ? 0n : state.cs.base;
  const linears = [0n, BigInt(length - 1)].map(
    (offset) => BigInt.asUintN(mode === "64" ? 64 : 32, base + state.rip + offset) & PAGE_MASK,
  );
  return [...new Set(linears)].map((linear) => ({
    linear,
    user: true,
    write: false,
    execute: true,
    data: [],
  }));
}

/** A test case of one instruction. */
export function machine({
  vendor,
  mode = "64",
  cpl = 0,
  features,
  set = {},
  pages = [],
  bytes,
}: MachineOptions): TestCase {
  const before = copyState(plainState(mode, cpl));
  for (const name of FIELD_NAMES) {
    const value = set[name];
    if (value !== undefined) field(name).set(before, BigInt(value));
  }
  if (mode !== "64") before.rsp &= LOWER;
  return {
    profile: profileOf(vendor, features),
    before,
    pages: [...codePages(before, mode, bytes.length), ...pages],
    steps: [{ bytes: Uint8Array.from(bytes) }],
    delivery: "observe",
  };
}

/** The bytes of each instruction, without prefixes unless the form needs one. */
export const BYTES = {
  syscall: [0x0f, 0x05],
  sysret: [0x0f, 0x07],
  sysretq: [0x48, 0x0f, 0x07],
  sysenter: [0x0f, 0x34],
  sysexit: [0x0f, 0x35],
  sysexitq: [0x48, 0x0f, 0x35],
  clts: [0x0f, 0x06],
  lmsw: [0x0f, 0x01, 0xf0],
  smsw: [0x0f, 0x01, 0xe0],
  swapgs: [0x0f, 0x01, 0xf8],
  rdmsr: [0x0f, 0x32],
  wrmsr: [0x0f, 0x30],
  rdfsbaseEax: [0xf3, 0x0f, 0xae, 0xc0],
  rdfsbaseRax: [0xf3, 0x48, 0x0f, 0xae, 0xc0],
  rdgsbaseR9: [0xf3, 0x49, 0x0f, 0xae, 0xc9],
  wrfsbaseEax: [0xf3, 0x0f, 0xae, 0xd0],
  wrfsbaseRax: [0xf3, 0x48, 0x0f, 0xae, 0xd0],
  wrgsbaseRax: [0xf3, 0x48, 0x0f, 0xae, 0xd8],
  movDsEax: [0x8e, 0xd8],
  movEsEax: [0x8e, 0xc0],
  movSsEax: [0x8e, 0xd0],
  movFsEax: [0x8e, 0xe0],
  movGsEax: [0x8e, 0xe8],
  movEaxDs: [0x8c, 0xd8],
  retf: [0xcb],
  retfw: [0x66, 0xcb],
  retfq: [0x48, 0xcb],
  iretw: [0x66, 0xcf],
  iretd: [0xcf],
  iretq: [0x48, 0xcf],
} as const;
