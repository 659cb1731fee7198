import { describe, expect, it } from "vitest";
import { encodeMemoryImage, renderMemory, type MemoryImage } from "../../harness/memory-image.ts";
import { copyState, type MutableCpuState } from "../../spec/fields.ts";
import type { Page, TestCase } from "../../spec/model.ts";
import { distinctState, profile } from "../spec/codec-samples.ts";

const PG = 1n << 31n;
const PAE = 1n << 5n;
const LA57 = 1n << 12n;
const LMA = 1n << 10n;
const NXE = 1n << 11n;

const page = (linear: bigint, changes: Partial<Page> = {}): Page => ({
  linear,
  user: false,
  write: false,
  execute: false,
  data: [{ offset: 8, bytes: Uint8Array.of(0xaa, Number((linear >> 12n) & 0xffn)) }],
  ...changes,
});

const low = [
  page(0x40_0000n, { user: true }),
  page(0x40_1000n, { write: true }),
  page(0x60_0000n, { execute: true }),
  page(0xffff_f000n, { user: true, write: true, execute: true }),
];
const high = [...low, page(0xffff_8000_0000_0000n), page(0xffff_ffff_ffff_f000n), page(0x7fff_ffff_f000n)];

const modes: readonly [string, Partial<MutableCpuState>, readonly Page[]][] = [
  ["4 levels", { cr0: PG, cr4: PAE, efer: LMA | NXE }, high],
  [
    "5 levels",
    { cr0: PG, cr4: PAE | LA57, efer: LMA | NXE },
    [...high, page(0x00ff_ffff_ffff_f000n), page(0xff00_0000_0000_0000n)],
  ],
  ["4 levels without NX", { cr0: PG, cr4: PAE, efer: LMA }, high],
  ["2 levels of 32-bit paging", { cr0: PG, cr4: 0n, efer: 0n }, low],
  ["3 levels of PAE paging", { cr0: PG, cr4: PAE, efer: NXE }, low],
];

describe("renderMemory", () => {
  it.each(modes)("maps what the case lists and nothing else: %s", (_, changes, pages) => {
    const testCase = caseOf({ ...changes, rip: 0x40_0ffen }, pages);
    const image = renderMemory(testCase);
    expect(image.cr3).toBe(0x20_0000n);
    expect(image.fill).toBe("zero");
    const memory = new Memory(image);
    const nx = (testCase.before.efer & NXE) !== 0n;
    const expected = pages.map(({ linear, user, write, execute, data }) => ({
      linear,
      user,
      write,
      execute: execute || !nx,
      bytes: data[0]?.bytes,
    }));
    const found = pages.map(({ linear }) => {
      const { physical, ...permissions } = translated(memory, testCase, linear + 8n);
      return { linear, ...permissions, bytes: memory.bytes(physical, 2) };
    });
    expect(found).toEqual(expected);
    const neighbours = pages
      .flatMap(({ linear }) => [linear - 4096n, linear + 4096n])
      .filter((linear) => inReach(testCase, linear) && pages.every((other) => other.linear !== linear));
    expect(neighbours.filter((linear) => walk(memory, testCase, linear) !== undefined)).toEqual([]);
  });

  it("gives no two pages the same frame, and none that of a table", () => {
    const testCase = caseOf({ cr0: PG, cr4: PAE, efer: LMA | NXE }, high);
    const image = renderMemory(testCase);
    const memory = new Memory(image);
    const frames = high.map(({ linear }) => translated(memory, testCase, linear).physical);
    expect(new Set(frames).size).toBe(high.length);
    expect(frames.every((frame) => frame >= 0x20_1000n)).toBe(true);
    const tables = new Set(
      image.chunks.filter(({ bytes }) => bytes.length === 8).map(({ address }) => address >> 12n),
    );
    expect(frames.some((frame) => tables.has(frame >> 12n))).toBe(false);
  });

  it("lays the instruction over its page", () => {
    const testCase = caseOf({ cr0: PG, cr4: PAE, efer: LMA, rip: 0x40_1009n }, low);
    const memory = new Memory(renderMemory(testCase));
    const { physical } = translated(memory, testCase, 0x40_1000n);
    expect(memory.bytes(physical + 8n, 4)).toEqual(Uint8Array.of(0xaa, 0x48, 0x0f, 0x07));
  });

  it.each([
    [3, true],
    [0, false],
  ])("maps the page of the instruction at CPL %i though the case does not list it", (cpl, user) => {
    const testCase = caseOf({ cr0: PG, cr4: PAE, efer: LMA | NXE, rip: 0x7fff_ffff_effen, cpl }, []);
    const memory = new Memory(renderMemory(testCase));
    const first = translated(memory, testCase, 0x7fff_ffff_effen);
    expect(first).toMatchObject({ user, write: false, execute: true });
    expect(memory.bytes(first.physical, 2)).toEqual(Uint8Array.of(0x48, 0x0f));
    expect(memory.bytes(translated(memory, testCase, 0x7fff_ffff_f000n).physical, 1)).toEqual(
      Uint8Array.of(0x07),
    );
  });

  it("adds the base of CS outside 64-bit mode and stays below 4 GiB", () => {
    const testCase = caseOf({ cr0: PG, cr4: PAE, efer: LMA, rip: 0x1000n }, []);
    const before = copyState(testCase.before);
    before.cs = { ...before.cs, l: 0, base: 0xffff_f010n };
    const compat = { ...testCase, before };
    const memory = new Memory(renderMemory(compat));
    expect(memory.bytes(translated(memory, compat, 0x10n).physical, 3)).toEqual(
      Uint8Array.of(0x48, 0x0f, 0x07),
    );
  });

  it("copies pages as they are when paging is off, and fills the rest with UD2", () => {
    const image = renderMemory(
      caseOf({ cr0: 0x11n, cr4: 0n, efer: 0n, rip: 0x40_0ffdn }, [page(0x40_0000n)]),
    );
    expect(image).toMatchObject({ cr3: 0n, fill: "ud2" });
    const memory = new Memory(image);
    expect(memory.bytes(0x40_0000n, 12)).toEqual(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0xaa, 0, 0, 0));
    expect(memory.bytes(0x40_0ffdn, 5)).toEqual(Uint8Array.of(0x48, 0x0f, 0x07, 0x0f, 0x0b));
  });

  it("ignores the flags in CR3", () => {
    const image = renderMemory(caseOf({ cr0: PG, cr4: PAE, efer: LMA, cr3: 0x20_0018n }, low));
    expect(image.cr3).toBe(0x20_0000n);
  });
});

describe("encodeMemoryImage", () => {
  it("writes addresses and bytes as hex", () => {
    const chunks = [{ address: 0x20_0000n, bytes: Uint8Array.of(0x67, 0) }];
    expect(encodeMemoryImage({ cr3: 0x20_0000n, fill: "zero", chunks })).toEqual({
      cr3: "0x0000000000200000",
      fill: "zero",
      chunks: [{ address: "0x0000000000200000", bytes: "6700" }],
    });
  });
});

function caseOf(changes: Partial<MutableCpuState>, pages: readonly Page[]): TestCase {
  const before = { ...copyState(distinctState(1n)), cpl: 0, cr3: 0x20_0000n, rip: 0x40_0000n, ...changes };
  before.cs = { ...before.cs, l: (before.efer & LMA) === 0n ? 0 : 1, base: 0n };
  return { profile, before, pages, steps: [{ bytes: Uint8Array.of(0x48, 0x0f, 0x07) }], delivery: "observe" };
}

function inReach({ before }: TestCase, linear: bigint): boolean {
  if ((before.efer & LMA) === 0n) return linear >= 0n && linear < 1n << 32n;
  const width = (before.cr4 & LA57) === 0n ? 48 : 57;
  return BigInt.asUintN(64, BigInt.asIntN(width, linear)) === linear;
}

class Memory {
  readonly #bytes = new Map<bigint, number>();
  readonly #fill: readonly [number, number];

  constructor({ fill, chunks }: MemoryImage) {
    this.#fill = fill === "zero" ? [0, 0] : [0x0f, 0x0b];
    for (const { address, bytes } of chunks) {
      bytes.forEach((byte, i) => this.#bytes.set(address + BigInt(i), byte));
    }
  }

  bytes(address: bigint, length: number): Uint8Array {
    return Uint8Array.from({ length }, (_, i) => this.#byte(address + BigInt(i)));
  }

  entry(address: bigint, length: number): bigint {
    return this.bytes(address, length).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  }

  #byte(address: bigint): number {
    return this.#bytes.get(address) ?? this.#fill[(address & 1n) === 0n ? 0 : 1];
  }
}

interface Translation {
  readonly physical: bigint;
  readonly user: boolean;
  readonly write: boolean;
  readonly execute: boolean;
}

function translated(memory: Memory, testCase: TestCase, linear: bigint): Translation {
  const found = walk(memory, testCase, linear);
  if (found === undefined) throw new Error(`nothing is mapped at ${linear.toString(16)}`);
  return found;
}

/** The page walk as the manuals draw it, one named table at a time. */
function walk(memory: Memory, { before }: TestCase, linear: bigint): Translation | undefined {
  const bits = (high: number, low: number): bigint =>
    (linear >> BigInt(low)) & ((1n << BigInt(high - low + 1)) - 1n);
  let permissions = { user: true, write: true, execute: true };
  const follow = (
    table: bigint,
    index: bigint,
    bytes: 4 | 8,
    kind: "table" | "pdpte",
  ): bigint | undefined => {
    const entry = memory.entry(table + index * BigInt(bytes), bytes);
    if ((entry & 1n) === 0n) return undefined;
    if (kind === "pdpte") {
      if ((entry & 0x8000_0000_0000_01e6n) !== 0n) throw new Error("reserved bits of a PDPTE are set");
    } else {
      if ((entry & 0x20n) === 0n) throw new Error("the accessed bit is clear");
      permissions = {
        user: permissions.user && (entry & 4n) !== 0n,
        write: permissions.write && (entry & 2n) !== 0n,
        execute: permissions.execute && entry >> 63n === 0n,
      };
    }
    return entry & (bytes === 8 ? 0x000f_ffff_ffff_f000n : 0xffff_f000n);
  };
  const down = (root: bigint, indices: readonly bigint[], bytes: 4 | 8, first: "table" | "pdpte" = "table") =>
    indices.reduce<bigint | undefined>(
      (table, index, level) =>
        table === undefined ? undefined : follow(table, index, bytes, level === 0 ? first : "table"),
      root,
    );
  const root = before.cr3 & ~0xfffn;
  let frame: bigint | undefined;
  if ((before.efer & LMA) !== 0n) {
    const pml4 = (before.cr4 & LA57) === 0n ? root : follow(root, bits(56, 48), 8, "table");
    frame =
      pml4 === undefined
        ? undefined
        : down(pml4, [bits(47, 39), bits(38, 30), bits(29, 21), bits(20, 12)], 8);
  } else if ((before.cr4 & PAE) !== 0n) {
    frame = down(root, [bits(31, 30), bits(29, 21), bits(20, 12)], 8, "pdpte");
  } else {
    frame = down(root, [bits(31, 22), bits(21, 12)], 4);
  }
  return frame === undefined ? undefined : { physical: frame + (linear & 0xfffn), ...permissions };
}
