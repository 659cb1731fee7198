/**
 * Which fields of two CPU states differ. This runs once per case, so it reads properties directly
 * and allocates nothing; everything else about a difference is worked out only when there is one.
 */
import { FIELD_NAMES, SCALAR_NAMES, SEGMENT_NAMES, TABLE_NAMES } from "../spec/fields.ts";
import type { CpuState, FieldName, Segment } from "../spec/model.ts";

const INDEX: ReadonlyMap<FieldName, number> = new Map(FIELD_NAMES.map((name, index) => [name, index]));

/** The position of a field in FIELD_NAMES. */
export function fieldIndex(name: FieldName): number {
  const index = INDEX.get(name);
  if (index === undefined) throw new Error(`no field named ${name}`);
  return index;
}

const CPL = fieldIndex("cpl");
const SCALARS = SCALAR_NAMES.map((name) => ({ name, index: fieldIndex(name) }));
const SEGMENTS = SEGMENT_NAMES.map((name) => ({
  name,
  selector: fieldIndex(`${name}.selector`),
  base: fieldIndex(`${name}.base`),
  limit: fieldIndex(`${name}.limit`),
  type: fieldIndex(`${name}.type`),
  s: fieldIndex(`${name}.s`),
  dpl: fieldIndex(`${name}.dpl`),
  p: fieldIndex(`${name}.p`),
  avl: fieldIndex(`${name}.avl`),
  l: fieldIndex(`${name}.l`),
  db: fieldIndex(`${name}.db`),
  g: fieldIndex(`${name}.g`),
}));
const TABLES = TABLE_NAMES.map((name) => ({
  name,
  base: fieldIndex(`${name}.base`),
  limit: fieldIndex(`${name}.limit`),
}));

/**
 * Writes the positions of the fields that differ to the front of `changed`, which must have room
 * for every field, and returns how many there are.
 */
export function findChanges(before: CpuState, after: CpuState, changed: Uint8Array): number {
  let count = 0;
  if (before.cpl !== after.cpl) changed[count++] = CPL;
  for (const { name, index } of SCALARS) {
    if (before[name] !== after[name]) changed[count++] = index;
  }
  for (const at of SEGMENTS) {
    const one: Segment = before[at.name];
    const other: Segment = after[at.name];
    // Adapters that did not touch a register may hand back the same object.
    if (one === other) continue;
    if (one.selector !== other.selector) changed[count++] = at.selector;
    if (one.base !== other.base) changed[count++] = at.base;
    if (one.limit !== other.limit) changed[count++] = at.limit;
    if (one.type !== other.type) changed[count++] = at.type;
    if (one.s !== other.s) changed[count++] = at.s;
    if (one.dpl !== other.dpl) changed[count++] = at.dpl;
    if (one.p !== other.p) changed[count++] = at.p;
    if (one.avl !== other.avl) changed[count++] = at.avl;
    if (one.l !== other.l) changed[count++] = at.l;
    if (one.db !== other.db) changed[count++] = at.db;
    if (one.g !== other.g) changed[count++] = at.g;
  }
  for (const at of TABLES) {
    const one = before[at.name];
    const other = after[at.name];
    if (one.base !== other.base) changed[count++] = at.base;
    if (one.limit !== other.limit) changed[count++] = at.limit;
  }
  return count;
}
