/**
 * What a valid test case is: a state that a processor can be in, and memory that it can run in. Stated once:
 * generators produce, the codec accepts and adapters receive only valid cases. The segment checks are those of
 * Intel SDM Vol. 3C, 27.3.1.2 (VM entry), relaxed where AMD's SYSRET leaves more.
 */
import { GPR_NAMES, SEGMENT_NAMES, field } from "./fields.ts";
import { samePage } from "./same-page.ts";
import { stepAddresses } from "./step-address.ts";
import type {
  CpuState,
  Features,
  ImposedMemory,
  Mode,
  Page,
  Profile,
  Segment,
  SegmentName,
  TestCase,
} from "./model.ts";

/** The physical address of the root page table in every case, as in memory-map.json. */
const CR3 = 0x20_0000n;
const PAGE_SIZE = 4096n;
const MASK_32 = 0xffff_ffffn;
const MOST_STEPS = 8;
/** One byte more than a processor accepts, so that it can refuse. */
const LONGEST_STEP = 16;

const EFER_SCE = 1n << 0n;
const EFER_LME = 1n << 8n;
const EFER_LMA = 1n << 10n;
/** Bits of EFER by the feature that brings them. */
const EFER_OF_FEATURE: readonly (readonly [keyof Features, bigint])[] = [
  ["nx", 1n << 11n],
  ["svm", 1n << 12n],
  ["lmsle", 1n << 13n],
  ["ffxsr", 1n << 14n],
  ["tce", 1n << 15n],
  ["mcommit", 1n << 17n],
  ["intwb", 1n << 18n],
  ["uaie", 1n << 20n],
  ["aibrse", 1n << 21n],
];

const CR0_PE = 1n << 0n;
const CR0_ET = 1n << 4n;
const CR0_NW = 1n << 29n;
const CR0_CD = 1n << 30n;
const CR0_PG = 1n << 31n;
/** PE MP EM TS ET NE, WP, AM, NW CD PG. */
const CR0_DEFINED = 0xe005_003fn;

const CR4_PAE = 1n << 5n;
const CR4_LA57 = 1n << 12n;
const CR4_FSGSBASE = 1n << 16n;
const CR4_SMAP = 1n << 21n;
/** VME PVI TSD DE PSE PAE MCE PGE PCE OSFXSR OSXMMEXCPT, which every processor with long mode has. */
const CR4_COMMON = 0x7ffn;

/** CF PF AF ZF SF TF IF DF OF IOPL NT RF AC VIF VIP ID, and bit 1. */
const RFLAGS_DEFINED = 0x3d_7fd7n;
const RFLAGS_FIXED = 1n << 1n;

/** Bits 31:16 and 11:4 of DR6 read 1, bit 12 and the high half 0. */
const DR6_ONES = 0xffff_0ff0n;
const DR6_DEFINED = 0xffff_efffn;
/** Bit 10 of DR7 reads 1; 15, 14, 12, 11 and the high half 0. */
const DR7_ONES = 0x400n;
const DR7_DEFINED = 0xffff_27ffn;
/** L0 to G3 and GD of DR7: breakpoints are out of the model. */
const DR7_ENABLED = 0x20ffn;

/** Whether bits 63 to width-1 of an address are all equal. */
function isCanonical(address: bigint, width: number): boolean {
  return BigInt.asUintN(64, BigInt.asIntN(width, address)) === address;
}

/** How the state makes the processor interpret code; undefined without paging or protection. */
export function modeOf(state: CpuState): Mode {
  if ((state.efer & EFER_LMA) === 0n) return "legacy";
  return state.cs.l === 1 ? "64" : "compat";
}

/** Collects what is wrong. */
type Report = (path: string, expected: string, got: unknown) => void;

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

/**
 * What is wrong with a test case, each as a JSON path and what was expected there; empty for a valid one.
 * The types of `testCase` are trusted: the schema checks them.
 */
export function validate(testCase: TestCase): readonly string[] {
  const problems: string[] = [];
  const report: Report = (path, expected, got) => {
    const shown = typeof got === "bigint" ? hex(got) : String(got);
    problems.push(`$.${path}: expected ${expected}, got ${shown}`);
  };
  const { profile, before, pages, steps } = testCase;
  checkState(before, profile, report);
  checkPages(pages, before, report);
  if (profile.memory !== undefined) checkImposedMemory(pages, profile.memory, report);
  if (steps.length < 1 || steps.length > MOST_STEPS) {
    report("steps", `1 to ${MOST_STEPS} steps`, `${steps.length}`);
  }
  steps.forEach(({ bytes }, index) => {
    if (bytes.length < 1 || bytes.length > LONGEST_STEP) {
      report(`steps[${index}].bytes`, `1 to ${LONGEST_STEP} bytes`, `${bytes.length}`);
    }
  });
  const [first] = steps;
  if (first?.at !== undefined) report("steps[0].at", "nothing: the first step lies at RIP", first.at);
  if (first !== undefined) checkCode(testCase, first.bytes.length, report);
  checkLaterSteps(testCase, report);
  return problems;
}

/** As `validate`, for a state alone. */
export function validateState(state: CpuState, profile: Profile): readonly string[] {
  const problems: string[] = [];
  checkState(state, profile, (path, expected, got) => {
    problems.push(`$.${path}: expected ${expected}, got ${typeof got === "bigint" ? hex(got) : String(got)}`);
  });
  return problems;
}

function checkState(state: CpuState, profile: Profile, report: Report): void {
  checkControl(state, profile, report);
  checkMode(state, profile, report);
  checkFlags(state, report);
  checkMsrs(state, profile, report);
  checkSegments(state, profile, report);
  checkImposed(state, profile, report);
}

/** Reports bits of `value` outside `defined` and bits of `ones` that are missing. */
function checkBits(
  path: string,
  value: bigint,
  bits: { readonly defined: bigint; readonly ones: bigint },
  report: Report,
): void {
  const excess = value & ~bits.defined;
  if (excess !== 0n) report(path, `reserved and unsupported bits ${hex(excess)} to be 0`, value);
  const missing = bits.ones & ~value;
  if (missing !== 0n) report(path, `bits ${hex(missing)} to be 1`, value);
}

function checkControl(state: CpuState, profile: Profile, report: Report): void {
  const { features } = profile;
  const { cr0, cr3, cr4, dr6, dr7, efer } = state;
  checkBits("before.cr0", cr0, { defined: CR0_DEFINED, ones: CR0_PE | CR0_ET | CR0_PG }, report);
  if ((cr0 & CR0_NW) !== 0n && (cr0 & CR0_CD) === 0n) report("before.cr0", "NW only together with CD", cr0);
  if (cr3 !== CR3) report("before.cr3", hex(CR3), cr3);

  let cr4Defined = CR4_COMMON;
  if (features.la57) cr4Defined |= CR4_LA57;
  if (features.fsgsbase) cr4Defined |= CR4_FSGSBASE;
  if (features.smap === true) cr4Defined |= CR4_SMAP;
  checkBits("before.cr4", cr4, { defined: cr4Defined, ones: 0n }, report);

  checkBits("before.dr6", dr6, { defined: DR6_DEFINED, ones: DR6_ONES }, report);
  checkBits("before.dr7", dr7, { defined: DR7_DEFINED, ones: DR7_ONES }, report);
  if ((dr7 & DR7_ENABLED) !== 0n)
    report("before.dr7", "no breakpoint enabled: they are out of the model", dr7);

  let eferDefined = EFER_SCE | EFER_LME | EFER_LMA;
  for (const [feature, bit] of EFER_OF_FEATURE) if (features[feature]) eferDefined |= bit;
  checkBits("before.efer", efer, { defined: eferDefined, ones: 0n }, report);
}

function checkMode(state: CpuState, profile: Profile, report: Report): void {
  const { efer, cr4, cs, rip, cpl } = state;
  const longMode = (efer & EFER_LMA) !== 0n;
  if (((efer & EFER_LME) !== 0n) !== longMode) {
    report("before.efer", "LMA (bit 10) to equal LME (bit 8), since CR0.PG is 1", efer);
  }
  if (((cr4 & CR4_PAE) !== 0n) !== longMode) {
    report(
      "before.cr4",
      `PAE (bit 5) to be ${longMode ? "1 in long mode" : "0: legacy mode uses 32-bit paging"}`,
      cr4,
    );
  }
  if (!longMode && (cr4 & CR4_LA57) !== 0n) report("before.cr4", "LA57 (bit 12) to be 0 in legacy mode", cr4);
  if (!longMode && cs.l === 1) report("before.cs.l", "0 in legacy mode", cs.l);
  if (cs.l === 1 && cs.db === 1) report("before.cs", "not both L and D", "l=1, db=1");
  if (!(cpl >= 0 && cpl <= 3)) report("before.cpl", "0 to 3", cpl);
  const mode = modeOf(state);
  if (!profile.modes.includes(mode))
    report("before", `a mode of the profile (${profile.modes.join(", ")})`, mode);
  if (mode === "64") {
    const width = (cr4 & CR4_LA57) !== 0n ? 57 : 48;
    if (!isCanonical(rip, width)) report("before.rip", `an address that is canonical in ${width} bits`, rip);
    return;
  }
  if (rip > MASK_32) report("before.rip", "32 bits outside 64-bit mode", rip);
  const registers = mode === "legacy" ? GPR_NAMES : profile.vendor === "intel" ? (["rsp"] as const) : [];
  for (const name of registers) {
    if (state[name] > MASK_32) report(`before.${name}`, `32 bits in ${mode} mode`, state[name]);
  }
}

function checkFlags({ rflags }: CpuState, report: Report): void {
  checkBits("before.rflags", rflags, { defined: RFLAGS_DEFINED, ones: RFLAGS_FIXED }, report);
}

function checkMsrs(state: CpuState, profile: Profile, report: Report): void {
  const width = profile.features.la57 ? 57 : 48;
  const canonical = (path: string, value: bigint): void => {
    if (!isCanonical(value, width))
      report(path, `an address that is canonical in the CPU's ${width} bits`, value);
  };
  canonical("before.lstar", state.lstar);
  canonical("before.cstar", state.cstar);
  canonical("before.kernelGsBase", state.kernelGsBase);
  canonical("before.gdtr.base", state.gdtr.base);
  canonical("before.idtr.base", state.idtr.base);
  for (const name of ["sysenterEsp", "sysenterEip"] as const) {
    if (profile.vendor === "intel") canonical(`before.${name}`, state[name]);
    else if (state[name] > MASK_32) report(`before.${name}`, "32 bits on AMD", state[name]);
  }
  if (state.sysenterCs > MASK_32) report("before.sysenterCs", "bits 63:32 to be 0", state.sysenterCs);
  if (state.fmask > MASK_32) report("before.fmask", "bits 63:32 to be 0", state.fmask);
  for (const name of ["gdtr", "idtr"] as const) {
    const { base, limit } = state[name];
    if (limit < 0 || limit > 0xffff) report(`before.${name}.limit`, "16 bits", limit);
    if (modeOf(state) === "legacy" && base > MASK_32)
      report(`before.${name}.base`, "32 bits in legacy mode", base);
  }
}

function checkSegments(state: CpuState, profile: Profile, report: Report): void {
  const wide = profile.features.la57 ? 57 : 48;
  const legacy = modeOf(state) === "legacy";
  for (const name of SEGMENT_NAMES) {
    const segment = state[name];
    const { base, limit, g, p } = segment;
    const path = `before.${name}`;
    const wideBase = !legacy && (name === "fs" || name === "gs" || name === "ldtr" || name === "tr");
    if (!wideBase && base > MASK_32) report(`${path}.base`, "32 bits", base);
    if (wideBase && !isCanonical(base, wide)) {
      report(`${path}.base`, `an address that is canonical in the CPU's ${wide} bits`, base);
    }
    if (p === 1) {
      if (g === 0 && limit > 0xf_ffff) report(`${path}.limit`, "at most 0xfffff with g=0", limit);
      if (g === 1 && limit % 4096 !== 4095) report(`${path}.limit`, "bits 11:0 to be 1 with g=1", limit);
    }
  }
  checkCodeSegment(state, report);
  checkStack(state, profile, report);
  for (const name of ["es", "ds", "fs", "gs"] as const) checkData(name, state[name], report);
  checkSystem(state, report);
}

function checkCodeSegment({ cs, cpl }: CpuState, report: Report): void {
  const path = "before.cs";
  if (cs.p !== 1 || cs.s !== 1 || (cs.type & 9) !== 9) {
    report(
      path,
      "present, accessed code (p=1, s=1, type 9, Bh, Dh or Fh)",
      `p=${cs.p}, s=${cs.s}, type=${cs.type}`,
    );
  }
  if ((cs.selector & 3) !== cpl) report(`${path}.selector`, `RPL to equal CPL ${cpl}`, cs.selector);
  const conforming = (cs.type & 4) !== 0;
  if (conforming ? cs.dpl > cpl : cs.dpl !== cpl) {
    report(`${path}.dpl`, conforming ? `at most CPL ${cpl} in conforming code` : `CPL ${cpl}`, cs.dpl);
  }
}

function checkStack(state: CpuState, profile: Profile, report: Report): void {
  const { ss, cpl } = state;
  const path = "before.ss";
  // After AMD's SYSRET the selector and the attributes may be anything; observers take CPL from SS.DPL.
  const stale = profile.vendor === "amd" && cpl === 3;
  if (ss.dpl !== cpl) report(`${path}.dpl`, `CPL ${cpl}`, ss.dpl);
  if ((ss.selector & 3) !== cpl && !stale) report(`${path}.selector`, `RPL to equal CPL ${cpl}`, ss.selector);
  if (ss.p === 1) {
    if (ss.s !== 1 || (ss.type & 0xb) !== 3 || ss.l !== 0) {
      report(
        path,
        "accessed, writable data (s=1, l=0, type 3 or 7)",
        `s=${ss.s}, l=${ss.l}, type=${ss.type}`,
      );
    }
    if (ss.selector < 4 && !stale)
      report(`${path}.selector`, "no null selector in a usable register", ss.selector);
    return;
  }
  if (stale && modeOf(state) !== "legacy") return;
  if (modeOf(state) !== "64" || cpl === 3) {
    report(
      `${path}.p`,
      "1: a null SS exists in 64-bit mode below CPL 3, and after AMD's SYSRET at CPL 3",
      ss.p,
    );
  } else if (ss.selector >= 4) {
    report(`${path}.selector`, "a null selector with p=0", ss.selector);
  }
}

function checkData(name: SegmentName, segment: Segment, report: Report): void {
  const { selector, type, s, p, dpl, l, db } = segment;
  const path = `before.${name}`;
  if (p === 0) {
    if (selector >= 4) report(`${path}.selector`, "a null selector with p=0", selector);
    return;
  }
  const code = (type & 8) !== 0;
  if (s !== 1 || (type & 1) === 0 || (code && (type & 2) === 0)) {
    report(path, "accessed data or readable code (s=1, type odd, not 9 nor Dh)", `s=${s}, type=${type}`);
  }
  if (selector < 4) report(`${path}.selector`, "no null selector in a usable register", selector);
  // Everything but conforming code is checked for DPL >= RPL when it is loaded.
  if (type < 0xc && dpl < (selector & 3)) report(`${path}.dpl`, `at least RPL ${selector & 3}`, dpl);
  if (l === 1 && (!code || db === 1)) report(`${path}.l`, "0 in data, and not both L and D in code", l);
}

function checkSystem(state: CpuState, report: Report): void {
  const { tr, ldtr } = state;
  const legacy = modeOf(state) === "legacy";
  const busyTss = tr.type === 0xb || (legacy && tr.type === 3);
  if (tr.p !== 1 || tr.s !== 0 || !busyTss) {
    report(
      "before.tr",
      `a present busy TSS (s=0, type Bh${legacy ? " or 3" : ""})`,
      `p=${tr.p}, s=${tr.s}, type=${tr.type}`,
    );
  }
  if ((tr.selector & 4) !== 0) report("before.tr.selector", "TI to be 0", tr.selector);
  if (ldtr.p === 0) {
    if (ldtr.selector >= 4) report("before.ldtr.selector", "a null selector with p=0", ldtr.selector);
    return;
  }
  if (ldtr.s !== 0 || ldtr.type !== 2) {
    report("before.ldtr", "an LDT (s=0, type 2)", `s=${ldtr.s}, type=${ldtr.type}`);
  }
  if ((ldtr.selector & 4) !== 0) report("before.ldtr.selector", "TI to be 0", ldtr.selector);
}

function checkImposed(state: CpuState, profile: Profile, report: Report): void {
  const present = modeOf(state);
  for (const { field: name, mask, value, mode = present } of profile.imposed) {
    if (mode !== present) continue;
    const held = field(name).get(state);
    if (((held ^ value) & mask) !== 0n) {
      report(`before.${name}`, `${hex(value & mask)} in bits ${hex(mask)}, which the observer forces`, held);
    }
  }
}

function checkPages(pages: readonly Page[], state: CpuState, report: Report): void {
  const mode = modeOf(state);
  const width = (state.cr4 & CR4_LA57) !== 0n ? 57 : 48;
  pages.forEach(({ linear, data }, index) => {
    const path = `pages[${index}].linear`;
    if (linear % PAGE_SIZE !== 0n) report(path, "a multiple of 0x1000", linear);
    if (mode === "legacy" && linear > MASK_32) report(path, "32 bits in legacy mode", linear);
    if (!isCanonical(linear, width)) report(path, `an address that is canonical in ${width} bits`, linear);
    for (let other = 0; other < index; other++) {
      if (pages[other]?.linear === linear) report(path, `another page than pages[${other}]`, linear);
    }
    data.forEach(({ offset, bytes }, chunk) => {
      if (offset < 0 || offset + bytes.length > 4096) {
        report(`pages[${index}].data[${chunk}]`, "bytes within the page", `${offset}, ${bytes.length} bytes`);
      }
    });
  });
}

/** Pages where the observer can have them, and of the supervisor none but the observer's own. */
function checkImposedMemory(pages: readonly Page[], memory: ImposedMemory, report: Report): void {
  const { supervisor, lowest, end } = memory;
  pages.forEach((page, index) => {
    const path = `pages[${index}]`;
    const { linear, user } = page;
    if (user && (linear < lowest || linear >= end)) {
      report(`${path}.linear`, `${hex(lowest)} to ${hex(end)}, which the observer can map`, linear);
    }
    if (!user && !supervisor.some((each) => samePage(each, page))) {
      report(path, "a user page, or one of the supervisor as the observer has it", hex(linear));
    }
  });
}

/** The steps after the first: their bytes lie in executable pages of the case, and overlap no other step. */
function checkLaterSteps(testCase: TestCase, report: Report): void {
  const { pages, steps } = testCase;
  const starts = stepAddresses(testCase);
  for (const [index, { bytes }] of steps.entries()) {
    if (index === 0) continue;
    const start = starts[index] as bigint;
    const path = `steps[${index}].at`;
    for (const linear of [start, start + BigInt(bytes.length - 1)]) {
      const page = pages.find((each) => linear >= each.linear && linear - each.linear < PAGE_SIZE);
      if (page?.execute !== true) report(path, "the step in an executable page of the case", linear);
    }
    const overlaps = steps.some(({ bytes: others }, other) => {
      const from = starts[other] as bigint;
      return other < index && start < from + BigInt(others.length) && from < start + BigInt(bytes.length);
    });
    if (overlaps) report(path, "bytes of its own, apart from other steps", start);
  }
}

/** The instruction's bytes must be fetched without a fault: mapped, executable, user pages at CPL 3, in the limit. */
function checkCode({ before, pages }: TestCase, length: number, report: Report): void {
  const { rip, cs, cpl } = before;
  const wide = modeOf(before) === "64";
  const last = BigInt(length - 1);
  if (!wide && rip + last > BigInt(cs.limit)) {
    report("before.rip", `all ${length} bytes of the step within cs.limit ${hex(BigInt(cs.limit))}`, rip);
  }
  const bits = wide ? 64 : 32;
  const base = wide ? 0n : cs.base;
  for (const offset of length > 1 ? [0n, last] : [0n]) {
    const linear = BigInt.asUintN(bits, base + rip + offset);
    const page = pages.find(
      (candidate) => linear >= candidate.linear && linear - candidate.linear < PAGE_SIZE,
    );
    if (page === undefined) report("before.rip", `byte ${offset} of the step in a page of the case`, linear);
    else if (!page.execute) report("before.rip", `byte ${offset} of the step in an executable page`, linear);
    else if (cpl === 3 && !page.user)
      report("before.rip", `byte ${offset} of the step in a user page`, linear);
  }
}
