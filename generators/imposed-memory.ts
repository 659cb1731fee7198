/** Memory that the observer forces: where pages can lie, and descriptor tables that no case chooses. */
import { segmentOfDescriptor } from "../spec/segment-descriptor.ts";
import type { ImposedMemory, Page, Profile, Segment } from "../spec/model.ts";
import { forcedValue } from "./imposed.ts";
import { NULL_SEGMENTS } from "./plain-segment.ts";

/** The tables of an observer that cannot change them. */
export interface FixedTables {
  readonly gdt: Uint8Array;
  /** Empty where there is no LDT. */
  readonly ldt: Uint8Array;
  /** What registers of a program can hold outside 64-bit mode: code, stacks, data and readable code. */
  readonly code: readonly Segment[];
  readonly stack: readonly Segment[];
  readonly data: readonly Segment[];
}

const NOTHING = new Uint8Array();
const CACHE = new WeakMap<ImposedMemory, FixedTables>();

/** The tables that `profile` forces; undefined where each case has its own. */
export function fixedTables(profile: Profile): FixedTables | undefined {
  const { memory } = profile;
  if (memory === undefined) return undefined;
  const known = CACHE.get(memory) ?? readTables(profile, memory);
  CACHE.set(memory, known);
  return known;
}

function readTables(profile: Profile, memory: ImposedMemory): FixedTables {
  const bytesAt = (name: "gdtr.base" | "ldtr.base"): Uint8Array => {
    const base = forcedValue(profile, "64", name);
    return memory.supervisor.find(({ linear }) => linear === base)?.data[0]?.bytes ?? NOTHING;
  };
  const gdt = bytesAt("gdtr.base");
  const ldt = bytesAt("ldtr.base");
  const segments = [...segmentsOf(gdt, 3), ...segmentsOf(ldt, 7)];
  return {
    gdt,
    ldt,
    code: segments.filter(({ type, l }) => type >= 8 && l === 0),
    // Of a 16-bit stack the upper part of RSP is not the program's.
    stack: segments.filter(({ type, db }) => (type & 0xa) === 2 && db === 1),
    data: [NULL_SEGMENTS[0] as Segment, ...segments.filter(({ type }) => (type & 0xa) !== 8)],
  };
}

/** The present segments of DPL 3 of a table; `bits` are TI and RPL of their selectors. */
function segmentsOf(table: Uint8Array, bits: number): readonly Segment[] {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  return Array.from({ length: table.length / 8 }, (_, index) =>
    segmentOfDescriptor(view.getBigUint64(8 * index, true), (index << 3) | bits),
  ).filter(({ s, p, dpl }) => s === 1 && p === 1 && dpl === 3);
}

/**
 * The pages of a case as the observer can have them: of the supervisor just its own, and others where it can map
 * them, the code's page in any case. Where pages are not its matter, the same ones.
 */
export function imposePages({ memory }: Profile, pages: readonly Page[]): readonly Page[] {
  if (memory === undefined) return pages;
  const { supervisor, lowest, end } = memory;
  const kept = pages.filter(
    ({ linear, user }, index) =>
      index === 0 ||
      (user && linear >= lowest && linear < end && !supervisor.some((page) => page.linear === linear)),
  );
  return [...kept.slice(0, 1), ...supervisor, ...kept.slice(1)];
}
