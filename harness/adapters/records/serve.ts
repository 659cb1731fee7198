/**
 * The loop of a process that answers case records: one line of JSON, and then one result record for each case record
 * of the batches that it reads. All reads and writes block, so that every result is on its way before the next case
 * can bring the process down.
 */
import { readSync, writeSync } from "node:fs";
import { CASE } from "../../../guest/layout.ts";
import { BATCH_HEADER, type ChildHello } from "./messages.ts";

/** Runs one case record. */
export interface RecordAnswerer {
  /** Runs the record at `start` of `records`; the result is valid until the next call. */
  run(records: Uint8Array, start: number): Uint8Array;
}

/** Says who answers, or why nobody does. */
export function sayHello(message: ChildHello): void {
  writeAll(Buffer.from(`${JSON.stringify(message)}\n`));
}

/** Answers batches until the input ends. */
export function serveRecords(runner: RecordAnswerer): void {
  while (serve(runner));
}

/** Runs one batch. Returns false at the end of the input. */
function serve(runner: RecordAnswerer): boolean {
  const header = readAll(BATCH_HEADER.size);
  if (header === undefined) return false;
  const words = new DataView(header.buffer);
  const records = readAll(words.getUint32(BATCH_HEADER.bytes, true));
  if (records === undefined) return false;
  const view = new DataView(records.buffer);
  let at = 0;
  for (let count = words.getUint32(BATCH_HEADER.count, true); count > 0; count -= 1) {
    writeAll(runner.run(records, at));
    at += view.getUint32(at + CASE.length, true);
  }
  return true;
}

/** Undefined when the input ends first. */
function readAll(size: number): Uint8Array | undefined {
  const bytes = new Uint8Array(size);
  for (let done = 0; done < size;) {
    const got = readSync(0, bytes, done, size - done, null);
    if (got === 0) return undefined;
    done += got;
  }
  return bytes;
}

function writeAll(bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(1, bytes, done, bytes.length - done);
}
