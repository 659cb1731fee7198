/**
 * Where the saved context of an engine holds what. The context is Unicorn's own structure and its shape
 * belongs to one build, so each place is found by experiment: a value goes in through the documented
 * interface or comes out of an instruction, and the context is searched for it. What the interface
 * cannot write (CPL, hidden parts of segments, EFER, error codes) is written into the context.
 */
import type { MsrName, SegmentName } from "../../../spec/model.ts";
import type { Engine } from "./engine.ts";
import { RAM } from "./engine.ts";
import type { Pointer } from "./library.ts";
import { GPR_NUMBERS, MSR_INDICES, NUMBER, SELECTOR_NUMBERS, TABLE_NUMBERS } from "./registers.ts";

/** Offsets in the context. Segments and tables are {selector 32, base 64 at 8, limit 32 at 16, flags 32 at 20}. */
export interface ContextLayout {
  readonly size: number;
  readonly gprs: readonly number[];
  readonly rip: number;
  /** RFLAGS. While code runs the status flags and DF are elsewhere, but the end of a run puts them back. */
  readonly eflags: number;
  /** CPL and what else translation depends on. */
  readonly hflags: number;
  readonly segments: { readonly [name in SegmentName | "gdtr" | "idtr"]: number };
  readonly cr: { readonly [name in "cr0" | "cr2" | "cr3" | "cr4"]: number };
  readonly dr: { readonly [name in "dr6" | "dr7"]: number };
  readonly msrs: { readonly [name in MsrName]: number };
  readonly errorCode: number;
  /** Whether the last event was a software interrupt. */
  readonly isInterrupt: number;
  /** The exception that was being delivered: -1 for none. */
  readonly oldException: number;
}

/** CF PF AF ZF SF OF, and DF. */
const KEPT_ELSEWHERE = 0xcd5n;
/** Values that nothing else in a fresh context has. */
const MARK = 0x5a17_3c00_0000n;

/** Finds the layout on a fresh engine, whose state is lost. Errors: a value in no place, or in several. */
export function findLayout(engine: Engine): ContextLayout {
  const search = new Search(engine);
  try {
    const written = writtenFields(search);
    const { direction: _, ...places } = written;
    return { ...places, ...executedFields(search, written), size: search.size };
  } finally {
    search.end();
  }
}

/** Snapshots of an engine's context. */
class Search {
  readonly engine: Engine;
  readonly size: number;
  readonly #context: Pointer;
  readonly #view: DataView;

  constructor(engine: Engine) {
    const { functions: library, pointer } = engine;
    this.engine = engine;
    this.size = library.contextSize(pointer);
    this.#context = library.newContext(pointer);
    this.#view = new DataView(library.view(this.#context, this.size));
  }

  /** The context as it is now. */
  now(): DataView {
    this.engine.functions.saveContext(this.engine.pointer, this.#context);
    return new DataView(this.#view.buffer.slice(0));
  }

  /** Puts `snapshot` in force. */
  restore(snapshot: DataView): void {
    new Uint8Array(this.#view.buffer).set(new Uint8Array(snapshot.buffer));
    this.engine.functions.restoreContext(this.engine.pointer, this.#context);
  }

  /** Aligned places whose value `wanted` accepts. */
  places(wanted: (snapshot: DataView, at: number) => boolean, width: 4 | 8): readonly number[] {
    const snapshot = this.now();
    const found: number[] = [];
    for (let at = 0; at + width <= this.size; at += width) if (wanted(snapshot, at)) found.push(at);
    return found;
  }

  /** The one place of a 64-bit value. */
  place64(what: string, value: bigint): number {
    return one(
      what,
      this.places((snapshot, at) => snapshot.getBigUint64(at, true) === value, 8),
    );
  }

  /** The one place of a 32-bit value. */
  place32(what: string, value: number): number {
    return one(
      what,
      this.places((snapshot, at) => snapshot.getUint32(at, true) === value, 4),
    );
  }

  end(): void {
    this.engine.functions.freeContext(this.#context);
  }
}

function one(what: string, places: readonly number[]): number {
  const [place] = places;
  if (place !== undefined && places.length === 1) return place;
  throw new Error(`its context shows ${what} in ${places.length} places, and one was expected`);
}

function must(what: string, isTrue: boolean): void {
  if (!isTrue) throw new Error(`its context does not hold ${what} as expected`);
}

type Executed = Pick<ContextLayout, "hflags" | "errorCode" | "isInterrupt" | "oldException">;
/** `direction` is where DF stands as 1 or -1; the flags of translation follow. */
type Written = Omit<ContextLayout, "size" | keyof Executed> & { readonly direction: number };

/** What the interface can write. */
function writtenFields(search: Search): Written {
  const { engine } = search;
  const register = (name: string, number: number, value: bigint): number => {
    engine.write(number, value);
    return search.place64(name, value);
  };
  const gprs = GPR_NUMBERS.map(([name, number], index) => register(name, number, MARK + BigInt(index)));
  const rip = register("RIP", NUMBER.rip, MARK + 0x20n);
  const cr2 = register("CR2", NUMBER.cr2, MARK + 0x21n);
  const cr3 = register("CR3", NUMBER.cr3, MARK + 0x3000n);
  const dr6 = register("DR6", NUMBER.dr6, MARK + 0x22n);
  const dr7 = register("DR7", NUMBER.dr7, 0x4d2_0700n);
  const cr4 = register("CR4", NUMBER.cr4, 0x3c7n);
  const cr0 = register("CR0", NUMBER.cr0, 0x2001_0031n);
  engine.write(NUMBER.cr0, 0x11n);
  const segments = segmentPlaces(search);
  const flags = flagPlaces(search);
  const msrs = msrPlaces(search);
  return { gprs, rip, ...flags, segments, cr: { cr0, cr2, cr3, cr4 }, dr: { dr6, dr7 }, msrs };
}

function segmentPlaces(search: Search): ContextLayout["segments"] {
  const { engine } = search;
  const { functions: library, pointer } = engine;
  const selectors = Object.entries(SELECTOR_NUMBERS).map(([name, number], index) => {
    const selector = 0xb511 + index * 0x101;
    engine.write(number, BigInt(selector));
    return [name, search.place32(`the selector of ${name}`, selector)] as const;
  });
  const record = new Uint8Array(24);
  const view = new DataView(record.buffer);
  const tables = Object.entries(TABLE_NUMBERS).map(([name, number], index) => {
    const base = MARK + 0x4000n + BigInt(index);
    view.setUint16(0, 0xc4f1 + index, true);
    view.setBigUint64(8, base, true);
    view.setUint32(16, 0x3b1 + index, true);
    view.setUint32(20, 0x8b00 + (index << 20), true);
    library.writeRegister(pointer, number, record);
    const at = search.place64(`the base of ${name}`, base) - 8;
    const now = search.now();
    must(`the limit of ${name}`, now.getUint32(at + 16, true) === 0x3b1 + index);
    if (name === "ldtr" || name === "tr") {
      must(`the selector of ${name}`, now.getUint32(at, true) === 0xc4f1 + index);
      must(`the attributes of ${name}`, now.getUint32(at + 20, true) === 0x8b00 + (index << 20));
    }
    return [name, at] as const;
  });
  const based = (["fs", "gs"] as const).map((name, index) => {
    const base = MARK + 0x5000n + BigInt(index);
    writeMsr(engine, MSR_INDICES[`${name}Base`], base);
    return [name, search.place64(`the base of ${name}`, base) - 8] as const;
  });
  return Object.fromEntries([...selectors, ...based, ...tables]) as unknown as ContextLayout["segments"];
}

/** EFLAGS, and DF, which the engine also keeps elsewhere. */
function flagPlaces(search: Search): Pick<Written, "eflags" | "direction"> {
  const { engine } = search;
  const flags = 0x20_4ed7n;
  engine.write(NUMBER.eflags, flags & ~0x400n);
  const up = search.now();
  engine.write(NUMBER.eflags, flags);
  const down = search.now();
  const rest = flags & ~KEPT_ELSEWHERE;
  const eflags = search.places((now, at) => (now.getBigUint64(at, true) & ~KEPT_ELSEWHERE) === rest, 8);
  const direction = search.places(
    (_, at) => up.getInt32(at, true) === 1 && down.getInt32(at, true) === -1,
    4,
  );
  engine.write(NUMBER.eflags, 2n);
  return { eflags: one("RFLAGS", eflags), direction: one("DF", direction) };
}

function writeMsr(engine: Engine, index: number, value: bigint): void {
  const record = new Uint8Array(16);
  const view = new DataView(record.buffer);
  view.setUint32(0, index, true);
  view.setBigUint64(8, value, true);
  engine.functions.writeRegister(engine.pointer, NUMBER.msr, record);
}

function readMsr(engine: Engine, index: number): bigint {
  const record = new Uint8Array(16);
  new DataView(record.buffer).setUint32(0, index, true);
  engine.functions.readRegister(engine.pointer, NUMBER.msr, record);
  return new DataView(record.buffer).getBigUint64(8, true);
}

function msrPlaces(search: Search): ContextLayout["msrs"] {
  const { engine } = search;
  const { efer: _, fsBase: __, gsBase: ___, sysenterCs, ...whole } = MSR_INDICES;
  const places = Object.entries(whole).map(([name, index]) => {
    const value = MARK + 0x6000n + BigInt(index & 0xfff);
    writeMsr(engine, index, value);
    return [name, search.place64(name, value)] as const;
  });
  writeMsr(engine, sysenterCs, 0x9c3bn);
  return {
    ...(Object.fromEntries(places) as unknown as ContextLayout["msrs"]),
    sysenterCs: search.place32("SYSENTER_CS", 0x9c3b),
    efer: eferPlace(search),
  };
}

/** The interface reads EFER and writes none of the bits that matter: the place is the one whose bits can be read there. */
function eferPlace(search: Search): number {
  const { engine } = search;
  const before = search.now();
  const value = readMsr(engine, MSR_INDICES.efer);
  const candidates = search.places((now, at) => now.getBigUint64(at, true) === value, 8);
  const found = candidates.filter((at) => {
    const changed = new DataView(before.buffer.slice(0));
    changed.setBigUint64(at, value ^ 0x801n, true);
    search.restore(changed);
    const isIt = readMsr(engine, MSR_INDICES.efer) === (value ^ 0x801n);
    search.restore(before);
    return isIt;
  });
  return one("EFER", found);
}

/** Selectors beyond the limit of any table, as error codes of #GP. */
const ERROR_CODES = [0x7ab8, 0x5558] as const;
const CODE = RAM.base + 0x1000n;

/** What only instructions and events write: the flags of translation, the error code, the kind of event, and the exception in flight. */
function executedFields(search: Search, { rip, direction }: Written): Executed {
  const { engine } = search;
  const fresh = search.now();
  const after = (code: readonly number[], vector: number, rax: bigint): DataView => {
    search.restore(fresh);
    engine.forgetCode([CODE]);
    engine.page(CODE)?.set(code);
    engine.write(GPR_NUMBERS[0]?.[1] ?? 0, rax);
    engine.write(GPR_NUMBERS[3]?.[1] ?? 0, 0n);
    const end = engine.run(CODE);
    if (end.vector !== vector) {
      const bytes = code.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
      throw new Error(
        `running ${bytes} gives vector ${end.vector} and error ${end.error} instead of ${vector}`,
      );
    }
    return search.now();
  };
  // MOV CR0, RAX and INT3: MP, EM and TS are also bits 9 to 11 of the flags that translation depends on.
  const controlled = after([0x0f, 0x22, 0xc0, 0xcc], 3, 0x1fn);
  const hflags = direction + 4;
  const changed = controlled.getUint32(hflags, true) ^ fresh.getUint32(hflags, true);
  must("the flags of translation", changed === 0xe00);
  // MOV DS, AX with two selectors; DIV EBX by 0; INT 80h.
  const refused = ERROR_CODES.map((selector) => after([0x8e, 0xd8], 13, BigInt(selector)));
  const divided = after([0xf7, 0xf3], 0, 0n);
  const interrupted = after([0xcd, 0x80], 0x80, 0n);
  const all = search.places(() => true, 4);
  // RAX, before RIP in the context, holds the selector too.
  const errorCode = one(
    "the error code",
    all.filter(
      (at) => at > rip && refused.every((now, index) => now.getUint32(at, true) === ERROR_CODES[index]),
    ),
  );
  const isInterrupt = errorCode + 4;
  must(
    "the kind of event",
    [...refused, divided].every((now) => now.getUint32(isInterrupt, true) === 0) &&
      interrupted.getUint32(isInterrupt, true) === 1,
  );
  const oldException = one(
    "the exception in flight",
    all.filter(
      (at) =>
        at > errorCode &&
        refused.every((now) => now.getInt32(at, true) === 13) &&
        divided.getInt32(at, true) === 0 &&
        interrupted.getInt32(at, true) === fresh.getInt32(at, true),
    ),
  );
  return { hflags, errorCode, isInterrupt, oldException };
}
