/** Pages for examples: descriptor tables and data. */
import { packDescriptor, type DescriptorFields } from "../../generators/descriptor.ts";
import type { Page } from "../../spec/model.ts";

/** Where the machine of the examples has its GDT. */
export const GDT = 0x60_0000n;
/** Where an LDT is put. */
export const LDT = 0x61_0000n;
/** A page for operands. */
export const DATA = 0x50_2000n;

/** Flat writable data at CPL 0, not yet accessed. */
export const FLAT: DescriptorFields = {
  base: 0,
  limit: 0xf_ffff,
  type: 2,
  s: 1,
  dpl: 0,
  p: 1,
  avl: 0,
  l: 0,
  db: 1,
  g: 1,
};

/** A supervisor page that starts with descriptors, by their index. */
export function table(
  linear: bigint,
  entries: { readonly [index: number]: Partial<DescriptorFields> | bigint },
  page: Partial<Page> = {},
): Page {
  const bytes = new Uint8Array(0x80);
  const view = new DataView(bytes.buffer);
  for (const [index, entry] of Object.entries(entries)) {
    const value = typeof entry === "bigint" ? entry : packDescriptor({ ...FLAT, ...entry });
    view.setBigUint64(8 * Number(index), value, true);
  }
  return { linear, user: false, write: true, execute: false, data: [{ offset: 0, bytes }], ...page };
}

/** The GDT of one entry, 28h. */
export function gdtWith(entry: Partial<DescriptorFields>, page: Partial<Page> = {}): readonly Page[] {
  return [table(GDT, { 5: entry }, page)];
}

/** A page of data that holds bytes at its beginning. */
export function data(bytes: readonly number[], page: Partial<Page> = {}): Page {
  return {
    linear: DATA,
    user: true,
    write: true,
    execute: false,
    data: [{ offset: 0, bytes: Uint8Array.from(bytes) }],
    ...page,
  };
}
