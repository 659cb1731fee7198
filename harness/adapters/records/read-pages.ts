/** The pages of a case record. */
import { CASE, CASE_PAGES, CHUNK_HEADER_SIZE, PAGE_ENTRY_SIZE } from "../../../guest/layout.ts";

/** One page: its address whole and in halves, and its leaf entry without a frame. */
export interface RecordPage {
  readonly linear: bigint;
  readonly linearLow: number;
  readonly linearHigh: number;
  readonly low: number;
  readonly high: number;
}

/** Reads the pages of the record at `start`, and writes what each holds into `contents`, one array of 4 KiB per page. */
export function readPages(
  records: Uint8Array,
  start: number,
  contents: readonly Uint8Array[],
): { readonly levels: number; readonly pages: readonly RecordPage[] } {
  const view = new DataView(records.buffer, records.byteOffset + start);
  const count = view.getUint32(CASE.pages, true);
  const pages: RecordPage[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = CASE_PAGES + index * PAGE_ENTRY_SIZE;
    pages.push({
      linear: view.getBigUint64(at, true),
      linearLow: view.getUint32(at, true),
      linearHigh: view.getUint32(at + 4, true),
      low: view.getUint32(at + 8, true),
      high: view.getUint32(at + 12, true),
    });
    contents[index]?.fill(0);
  }
  let at = CASE_PAGES + count * PAGE_ENTRY_SIZE;
  for (let chunk = view.getUint32(CASE.chunks, true); chunk > 0; chunk -= 1) {
    const place = view.getUint32(at, true);
    const size = view.getUint32(at + 4, true) * 8;
    const data = new Uint8Array(view.buffer, view.byteOffset + at + CHUNK_HEADER_SIZE, size);
    contents[place >>> 12]?.set(data, place & 0xfff);
    at += CHUNK_HEADER_SIZE + size;
  }
  return { levels: view.getUint32(CASE.levels, true), pages };
}
