/**
 * The second route to Unicorn: its documented interface alone. No page tables of a case, no state written
 * into a context (but EFER.SCE, which the interface cannot set), no records: code and tables lie in memory
 * one to one, registers go in and come out through uc_reg_write and uc_reg_read, and compatibility mode is
 * entered by a far return.
 */
import { UNICORN_LIBRARIES } from "../../../harness/adapters/unicorn.ts";
import type { Pointer, UnicornLibrary } from "../../../harness/adapters/unicorn/library.ts";
import { MODEL_NAMES } from "../../../harness/adapters/unicorn/registers.ts";
import { emulatorProgram } from "../../../cli/emulators.ts";
import type { Vendor } from "../../../spec/model.ts";

/** Registers as unicorn's x86.h numbers them. */
const REGISTER = {
  rax: 35,
  rcx: 38,
  rdx: 40,
  rbp: 36,
  rsp: 44,
  r11: 109,
  rip: 41,
  rflags: 25,
  cs: 11,
  ss: 49,
  cr0: 50,
  cr3: 53,
  cr4: 54,
} as const;
const MSR = 248;
const GDTR = 243;

/** MSRs that experiments write and read. */
export const MSRS = {
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
} as const;

/** One run on a fresh engine. */
export interface PlainExperiment {
  /** 32-bit code of compatibility mode, or 64-bit code unless told. */
  readonly mode?: "64" | "compat";
  /** An INT3 stands behind it. */
  readonly code: readonly number[];
  /** Where the code begins; PLACE.code unless told. */
  readonly at?: bigint;
  /** Limit of the compatibility-mode code segment, in bytes; flat unless told. */
  readonly limit?: number;
  readonly registers?: Readonly<
    Partial<Record<"rax" | "rcx" | "rdx" | "rbp" | "r11" | "rsp" | "rflags", bigint>>
  >;
  readonly msrs?: Readonly<Partial<Record<keyof typeof MSRS, bigint>>>;
  /** Sets EFER.SCE. */
  readonly sce?: boolean;
  /** Paging with one page of 2 MiB, as it is mapped without. */
  readonly paging?: boolean;
  /** Selector of the code; that of CPL 0 in its mode unless told. Its RPL is CPL then, and SS the selector behind it. */
  readonly cs?: number;
  /** Code that runs before, in 64-bit mode; it keeps RBX free. */
  readonly first?: readonly number[];
  /** Code at PLACE.target. */
  readonly target?: readonly number[];
}

/** What the interface shows afterwards. */
export type PlainSeen = {
  /** Of the last exception or INT3; -1 for none. */
  readonly vector: number;
  /** What uc_emu_start returned. */
  readonly error: number;
  /** Attributes of a flat CS, as in the high half of a descriptor without base and limit; no register shows them. */
  readonly csHidden: number;
} & Readonly<Record<keyof typeof REGISTER | keyof typeof MSRS, bigint>>;

/**
 * Physical and linear addresses. Nothing is mapped from 200000h to FFFFF000h; `hole` is not canonical.
 */
export const PLACE = {
  start: 0x1000n,
  code: 0x2000n,
  gdt: 0x5000n,
  target: 0x6000n,
  tables: 0x10000n,
  hole: 0x8001_0000_0000n,
} as const;
/** Selectors of the GDT there is, flat unless told. */
export const SELECTOR = {
  code64: 0x08,
  data: 0x10,
  code32: 0x18,
  /** B=0. */
  data16: 0x20,
  /** Base 112000h, limit 5FFFFh bytes. */
  oddData: 0x28,
  readOnlyData: 0x30,
  executeOnly32: 0x38,
  /** Of CPL 1 and CPL 3; the data of each lies behind its code. */
  innerCode64: 0x41,
  userCode64: 0x53,
} as const;
/** uc_emu_start came to an address that is not mapped. */
export const FETCH_UNMAPPED = 8;
export const INT3 = 3;

/** Of the GDT. */
const ENTRIES = 12;
const LOW_SIZE = 0x20_0000;
const PAGE = 4096;
const MODELS: { readonly [vendor in Vendor]: string } = { intel: "Skylake-Server", amd: "EPYC" };

/** Why there is nothing to run experiments on; undefined when there is. */
export const missingUnicorn: string | undefined =
  emulatorProgram("unicorn") === undefined ? "libunicorn or koffi is not installed" : undefined;
if (missingUnicorn !== undefined)
  console.warn(`skipped: the second route to Unicorn, because ${missingUnicorn}`);

/** Read, write and execute. */
const ALL_RIGHTS = 7;

/** Runs an experiment on a fresh engine of the vendor. */
export async function runPlain(vendor: Vendor, experiment: PlainExperiment): Promise<PlainSeen> {
  // Loaded here, so that the list of experiments can be read where there is no Unicorn.
  const { loadUnicorn } = await import("../../../harness/adapters/unicorn/library.ts");
  const library = loadUnicorn(emulatorProgram("unicorn") ?? (UNICORN_LIBRARIES[0] as string));
  const engine = library.open(MODEL_NAMES.indexOf(MODELS[vendor]));
  let vector = -1;
  const free = library.onInterrupt(engine, (number) => {
    vector = number;
    library.stop(engine);
  });
  try {
    place(library, engine, experiment);
    const error = library.start(engine, prepare(library, engine, experiment));
    return seen(library, engine, { vector, error });
  } finally {
    free();
    library.close(engine);
  }
}

function write(library: UnicornLibrary, engine: Pointer, register: number, value: bigint): void {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, value), true);
  library.writeRegister(engine, register, bytes);
}

function quads(...values: readonly bigint[]): Uint8Array {
  return new Uint8Array(BigUint64Array.from(values).buffer);
}

function descriptor32({ limit = 0xffff_ffff }: PlainExperiment): bigint {
  const isBig = limit > 0xf_ffff;
  const field = BigInt(isBig ? limit >>> 12 : limit);
  const granularity = isBig ? 1n << 55n : 0n;
  return (field & 0xffffn) | ((field >> 16n) << 48n) | 0x0040_9b00_0000_0000n | granularity;
}

/** Maps low memory and the last and first page around 4 GiB, and fills them. */
function place(library: UnicornLibrary, engine: Pointer, experiment: PlainExperiment): void {
  const block = (base: bigint, size: number): Uint8Array => {
    const host = library.allocate(size);
    const error = library.mapPointer(engine, base, size, ALL_RIGHTS, host);
    if (error !== 0) throw new Error(`mapping ${base.toString(16)}h gives the error ${error}`);
    return new Uint8Array(library.view(host, size));
  };
  const low = block(0n, LOW_SIZE);
  const edge = block(0xffff_f000n, 2 * PAGE);
  // Unicorn asks whether something lies at the linear address, too, before it looks at page tables.
  block(PLACE.hole, PAGE);
  const { at = PLACE.code, code, target = [] } = experiment;
  const put = (address: bigint, bytes: ArrayLike<number>): void => {
    if (address < BigInt(LOW_SIZE)) low.set(bytes, Number(address));
    else edge.set(bytes, Number(address - 0xffff_f000n));
  };
  put(at, [...code, 0xcc]);
  put(PLACE.target, target);
  put(
    PLACE.gdt,
    quads(
      0n,
      0x00af_9b00_0000_ffffn,
      0x00cf_9300_0000_ffffn,
      descriptor32(experiment),
      0x008f_9300_0000_ffffn,
      0x0045_9311_2000_ffffn,
      0x00cf_9100_0000_ffffn,
      0x00cf_9900_0000_ffffn,
      0x00af_bb00_0000_ffffn,
      0x00cf_b300_0000_ffffn,
      0x00af_fb00_0000_ffffn,
      0x00cf_f300_0000_ffffn,
    ),
  );
  const table = (index: bigint): bigint => PLACE.tables + index * 0x1000n;
  put(table(0n), quads(table(1n) | 7n));
  put(table(1n), quads(table(2n) | 7n));
  put(table(2n), quads(0x87n));
}

/** Sets registers and returns where to begin. */
function prepare(library: UnicornLibrary, engine: Pointer, experiment: PlainExperiment): bigint {
  const { mode = "64", at = PLACE.code, registers = {}, msrs = {}, first = [] } = experiment;
  if (experiment.sce === true) setSce(library, engine);
  write(library, engine, REGISTER.rsp, 0x4_0000n);
  const table = new Uint8Array(24);
  const view = new DataView(table.buffer);
  view.setBigUint64(8, PLACE.gdt, true);
  view.setUint32(16, ENTRIES * 8 - 1, true);
  library.writeRegister(engine, GDTR, table);
  for (const [name, value] of Object.entries(msrs)) {
    const record = new Uint8Array(16);
    const words = new DataView(record.buffer);
    words.setUint32(0, MSRS[name as keyof typeof MSRS], true);
    words.setBigUint64(8, value, true);
    library.writeRegister(engine, MSR, record);
  }
  for (const [name, value] of Object.entries(registers)) {
    write(library, engine, REGISTER[name as keyof typeof registers], value);
  }
  if (experiment.paging === true) {
    write(library, engine, REGISTER.cr3, PLACE.tables);
    write(library, engine, REGISTER.cr4, 0x20n);
    write(library, engine, REGISTER.cr0, 0x8001_0011n);
  }
  const { cs = mode === "64" ? SELECTOR.code64 : SELECTOR.code32 } = experiment;
  if (cs === SELECTOR.code64 && first.length === 0) return at;
  const target = [0, 8, 16, 24].map((shift) => Number((at >> BigInt(shift)) & 0xffn));
  // For another CPL PUSH of SS and of RSP; PUSH of the selector, of the address through RBX, and a far return of 64 bits.
  const outer = (cs & 3) === 0 ? [] : [0x6a, cs + 8, 0x54];
  const far = [...outer, 0x6a, cs, 0xbb, ...target, 0x53, 0x48, 0xcb];
  const { buffer } = new Uint8Array([...first, ...far]);
  library.writeMemory(engine, PLACE.start, new Uint8Array(buffer));
  return PLACE.start;
}

/** EFER is the one quadword of a fresh context that is 500h. */
function setSce(library: UnicornLibrary, engine: Pointer): void {
  const context = library.newContext(engine);
  library.saveContext(engine, context);
  const size = library.contextSize(engine) & ~7;
  const words = new BigUint64Array(library.view(context, size));
  const places = [...words.keys()].filter((at) => words[at] === 0x500n);
  if (places.length !== 1) throw new Error(`${places.length} places look like EFER`);
  words[places[0] as number] = 0x501n;
  library.restoreContext(engine, context);
  library.freeContext(context);
}

function seen(
  library: UnicornLibrary,
  engine: Pointer,
  end: { readonly vector: number; readonly error: number },
): PlainSeen {
  const read = (register: number, bytes: Uint8Array, at: number): bigint => {
    library.readRegister(engine, register, bytes);
    return new DataView(bytes.buffer).getBigUint64(at, true);
  };
  const registers = Object.entries(REGISTER).map(([name, number]) => [
    name,
    read(number, new Uint8Array(8), 0),
  ]);
  const msrs = Object.entries(MSRS).map(([name, index]) => {
    const record = new Uint8Array(16);
    new DataView(record.buffer).setUint32(0, index, true);
    return [name, read(MSR, record, 8)];
  });
  const values = Object.fromEntries([...registers, ...msrs]) as Omit<
    PlainSeen,
    "vector" | "error" | "csHidden"
  >;
  return { ...end, ...values, csHidden: hiddenCs(library, engine, Number(values.cs & 0xffffn)) };
}

/** Looks in a saved context for the selector, followed by base 0, a flat limit and the attributes; -1 without. */
function hiddenCs(library: UnicornLibrary, engine: Pointer, selector: number): number {
  const context = library.newContext(engine);
  library.saveContext(engine, context);
  const words = new Uint32Array(library.view(context, library.contextSize(engine) & ~3)).slice();
  library.freeContext(context);
  const at = words.findIndex(
    (word, index) =>
      word === selector &&
      words[index + 2] === 0 &&
      words[index + 3] === 0 &&
      words[index + 4] === 0xffff_ffff,
  );
  return at < 0 ? -1 : (words[at + 5] as number);
}
