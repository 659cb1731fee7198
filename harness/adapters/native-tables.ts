/**
 * The descriptor tables of a Linux process: the GDT as it is, and an LDT that is the same in every run, since a change
 * of it for each case would take as long as the case.
 */
import { descriptorOfSegment, segmentOfDescriptor } from "../../spec/segment-descriptor.ts";
import type { Page, Segment } from "../../spec/model.ts";
import type { NativeHello, SeenEntry } from "./native-record.ts";

/** Where cases find the tables; a program does not see where they are. */
export const GDT_BASE = 0x60_0000n;
export const LDT_BASE = 0x61_0000n;

const FLAT = { base: 0n, limit: 0xffff_ffff, s: 1, dpl: 3, p: 1, avl: 0, g: 1 } as const;
/** Linux's segments for programs. */
export const USER_CODE_64: Segment = { ...FLAT, selector: 0x33, type: 0xb, l: 1, db: 0 };
export const USER_CODE_32: Segment = { ...FLAT, selector: 0x23, type: 0xb, l: 0, db: 1 };
export const USER_DATA: Segment = { ...FLAT, selector: 0x2b, type: 0x3, l: 0, db: 1 };

/** What a case names where. */
export interface NativeTables {
  readonly gdt: readonly bigint[];
  /** Empty where Linux gives no LDT. */
  readonly ldt: readonly bigint[];
}

type Shape = Pick<Segment, "base" | "limit" | "g">;

const WHOLE: Shape = { base: 0n, limit: 0xffff_ffff, g: 1 };
/** Shapes of code, which end with the page at 401000h or have other bases. */
const CODE_SHAPES: readonly Shape[] = [
  WHOLE,
  { base: 0x1_2340n, limit: 0xffff_ffff, g: 1 },
  { base: 0n, limit: 0x40_1fff, g: 1 },
  { base: 0x40_1800n, limit: 0x7ff, g: 0 },
];
/** Shapes of data: all, with a base, the first 64 KiB, and less than a page. */
const DATA_SHAPES: readonly Shape[] = [
  WHOLE,
  { base: 0x1_1000n, limit: 0xffff_ffff, g: 1 },
  { base: 0n, limit: 0xffff, g: 0 },
  { base: 0x8000n, limit: 0x8ff, g: 0 },
];
/** Types with the accessed bit, which Linux sets: execute-only and readable code; data of both kinds and directions. */
const CODE_TYPES: readonly number[] = [0x9, 0xb];
const DATA_TYPES: readonly number[] = [0x1, 0x3, 0x5, 0x7];
/** Linux takes conforming code only when it is not present. */
const ABSENT_TYPES: readonly number[] = [0x3, 0x9, 0xb, 0xd, 0xf, 0x1];

function local(shape: Shape, type: number, { index, p }: { index: number; p: number }): bigint {
  const entry = { ...shape, type, s: 1, dpl: 3, p, l: 0 };
  return descriptorOfSegment({ ...entry, avl: (index >> 1) & 1, db: index & 1 });
}

/** Neighbours in the list have little in common, so that a short stretch of it has something of everything. */
const STRIDE = 23;

function mixed(entries: readonly bigint[]): readonly bigint[] {
  return entries.map((_, index) => entries[(index * STRIDE) % entries.length] as bigint);
}

/** Every kind of descriptor that Linux takes for an LDT, and a null one. */
export const LOCAL_TABLE: readonly bigint[] = mixed([
  ...[0, 1].flatMap((db) =>
    CODE_SHAPES.flatMap((shape, at) =>
      CODE_TYPES.map((type) => local(shape, type, { index: db | (at << 1), p: 1 })),
    ),
  ),
  ...[0, 1].flatMap((db) =>
    DATA_SHAPES.flatMap((shape, at) =>
      DATA_TYPES.map((type) => local(shape, type, { index: db | (at << 1), p: 1 })),
    ),
  ),
  ...ABSENT_TYPES.map((type, index) => local(WHOLE, type, { index, p: 0 })),
  0n,
]);

const SYSTEM = { s: 0, dpl: 0, p: 1, avl: 0, l: 0, db: 0, g: 0 } as const;
/** The entries of Linux's GDT that a program cannot look at, as far as they mean anything to it. */
const KERNEL_ENTRIES: ReadonlyMap<number, bigint> = new Map([
  [1, descriptorOfSegment({ ...USER_CODE_32, dpl: 0 })],
  [2, descriptorOfSegment({ ...USER_CODE_64, dpl: 0 })],
  [3, descriptorOfSegment({ ...USER_DATA, dpl: 0 })],
  [8, descriptorOfSegment({ ...SYSTEM, base: 0x63_0000n, limit: 0x67, type: 0xb })],
  [10, descriptorOfSegment({ ...SYSTEM, base: LDT_BASE, limit: 8 * LOCAL_TABLE.length - 1, type: 0x2 })],
]);

/** The tables of the machine behind `hello`. Errors: a kernel whose segments are not those of Linux. */
export function nativeTables({ gdt, ldt }: Pick<NativeHello, "gdt" | "ldt">): NativeTables {
  const entries = gdt.map((seen, index) =>
    seen === undefined ? (KERNEL_ENTRIES.get(index) ?? 0n) : seenDescriptor(seen),
  );
  for (const { selector, ...content } of [USER_CODE_32, USER_DATA, USER_CODE_64]) {
    if (entries[selector >> 3] === descriptorOfSegment(content)) continue;
    throw new Error(`selector ${selector.toString(16)}h is not what it is under Linux`);
  }
  return { gdt: entries, ldt: ldt ? LOCAL_TABLE : [] };
}

/** A descriptor from what LAR and LSL say of it; nothing says its base, which is 0 in all that Linux has. */
function seenDescriptor({ access, limit }: SeenEntry): bigint {
  const high = BigInt(access & 0x00f0_ff00) << 32n;
  const raw = BigInt((access & 0x80_0000) === 0 ? limit : Math.floor(limit / 4096));
  return high | (raw & 0xffffn) | ((raw >> 16n) << 48n);
}

/** The pages that hold the tables. */
export function tablePages({ gdt, ldt }: NativeTables): readonly Page[] {
  const pages = [tablePage(GDT_BASE, gdt)];
  return ldt.length === 0 ? pages : [...pages, tablePage(LDT_BASE, ldt)];
}

function tablePage(linear: bigint, entries: readonly bigint[]): Page {
  const bytes = new Uint8Array(8 * entries.length);
  const view = new DataView(bytes.buffer);
  entries.forEach((entry, index) => view.setBigUint64(8 * index, entry, true));
  return { linear, user: false, write: true, execute: false, data: [{ offset: 0, bytes }] };
}

/** What loading `selector` leaves in a register; undefined for one that names no segment. */
export function namedSegment({ gdt, ldt }: NativeTables, selector: number): Segment | undefined {
  if (selector < 4) return undefined;
  const descriptor = ((selector & 4) === 0 ? gdt : ldt)[selector >> 3];
  if (descriptor === undefined) return undefined;
  const segment = segmentOfDescriptor(descriptor, selector);
  return segment.s === 1 && segment.p === 1 ? segment : undefined;
}
