import { describe, expect, it } from "vitest";
import { CaseEncoder } from "../../guest/encode.ts";
import { CASE, CASE_PAGES, MAX_CASE_SIZE, MAX_PAGES, PAGE_ENTRY_SIZE } from "../../guest/layout.ts";
import { recordSum } from "../../guest/record-sum.ts";
import type { Page, Profile, TestCase } from "../../spec/model.ts";
import { CODE, SWAPGS, makeCase } from "./cases.ts";

const profile: Profile = {
  vendor: "amd",
  features: {
    nx: true,
    la57: true,
    fsgsbase: true,
    svm: true,
    ffxsr: true,
    tce: false,
    lmsle: false,
    mcommit: false,
    intwb: false,
    uaie: false,
    aibrse: false,
  },
  modes: ["64", "compat", "legacy"],
  imposed: [],
};

const plain = makeCase({ profile, code: SWAPGS });

function page(linear: bigint, data: Page["data"] = []): Page {
  return { linear, user: false, write: true, execute: true, data };
}

/** The chunks of the first record: where they go and what they hold. */
function chunks(encoder: CaseEncoder): { page: number; offset: number; data: number[] }[] {
  const { bytes } = encoder;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = [];
  let at = CASE_PAGES + view.getUint32(CASE.pages, true) * PAGE_ENTRY_SIZE;
  for (let left = view.getUint32(CASE.chunks, true); left > 0; left -= 1) {
    const place = view.getUint32(at, true);
    const size = view.getUint32(at + 4, true) * 8;
    found.push({
      page: place >> 12,
      offset: place & 0xfff,
      data: [...bytes.subarray(at + 8, at + 8 + size)],
    });
    at += 8 + size;
  }
  return found;
}

function encode(testCase: TestCase): CaseEncoder {
  const encoder = new CaseEncoder(MAX_CASE_SIZE * 4);
  encoder.reset(7);
  expect(encoder.add(testCase)).toBe("placed");
  return encoder;
}

describe("CaseEncoder", () => {
  it("writes the sum of everything behind it, and the sequence number", () => {
    const { bytes } = encode(plain);
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    const sum = new Uint32Array(2);
    recordSum(words, 2, words.length, sum, 0);
    expect([words[0], words[1]]).toEqual([...sum]);
    expect(words[CASE.sequence / 4]).toBe(7);
    expect(words[CASE.length / 4]).toBe(bytes.length);
  });

  it("puts the step flush with its page, in whole qwords", () => {
    expect(chunks(encode({ ...plain, pages: [page(CODE)] }))).toEqual([
      { page: 0, offset: 0xff8, data: [0, 0, 0, 0, 0, ...SWAPGS] },
    ]);
  });

  it("lays the step over the page's data and keeps what is around it", () => {
    const data = [{ offset: 0xff0, bytes: new Uint8Array(16).fill(0xaa) }];
    expect(chunks(encode({ ...plain, pages: [page(CODE, data)] })).at(-1)).toEqual({
      page: 0,
      offset: 0xff8,
      data: [0xaa, 0xaa, 0xaa, 0xaa, 0xaa, ...SWAPGS],
    });
  });

  it("splits a step that crosses into another page", () => {
    const crossing = {
      ...plain,
      before: { ...plain.before, rip: CODE + 0xfffn },
      pages: [page(CODE), page(CODE + 0x1000n)],
    };
    expect(chunks(encode(crossing))).toEqual([
      { page: 0, offset: 0xff8, data: [0, 0, 0, 0, 0, 0, 0, 0x0f] },
      { page: 1, offset: 0, data: [0x01, 0xf8, 0, 0, 0, 0, 0, 0] },
    ]);
  });

  it("places a step outside 64-bit mode at CS.base + RIP, in 32 bits", () => {
    const legacy = makeCase({ profile, code: SWAPGS, mode: "legacy" });
    const wrapped = {
      ...legacy,
      before: { ...legacy.before, rip: 0x40_2000n, cs: { ...legacy.before.cs, base: 0xffff_fff0n } },
    };
    expect(chunks(encode({ ...wrapped, pages: [page(CODE)] }))[0]).toMatchObject({ offset: 0xff0 });
  });

  it("asks for the levels of the state's paging", () => {
    const levels = (testCase: TestCase): number | undefined => encode(testCase).bytes[CASE.levels];
    expect(levels(plain)).toBe(4);
    expect(levels({ ...plain, before: { ...plain.before, cr4: 0x1020n } })).toBe(5);
    expect(levels(makeCase({ profile, code: SWAPGS, mode: "legacy" }))).toBe(2);
  });

  it("marks pages as not executable only where EFER.NXE gives the bit its meaning", () => {
    const data = { ...page(0x70_0000n), execute: false, user: true };
    const entry = (efer: bigint): bigint => {
      const { bytes } = encode({ ...plain, before: { ...plain.before, efer }, pages: [page(CODE), data] });
      return new DataView(bytes.buffer).getBigUint64(CASE_PAGES + PAGE_ENTRY_SIZE + 8, true);
    };
    expect(entry(0x1501n)).toBe(0x27n);
    expect(entry(0x1d01n)).toBe(0x8000_0000_0000_0027n);
  });

  it("says when the buffer is full, and writes nothing", () => {
    const encoder = new CaseEncoder(MAX_CASE_SIZE + 8);
    encoder.reset(1);
    expect(encoder.add(plain)).toBe("placed");
    const { length } = encoder.bytes;
    expect(encoder.add(plain)).toBe("full");
    expect(encoder.bytes.length).toBe(length);
  });

  const state = (change: Partial<TestCase["before"]>): TestCase => ({
    ...plain,
    before: { ...plain.before, ...change },
  });
  it.each([
    ["delivery through the IDT", { ...plain, delivery: "execute" }, "before delivery"],
    ["another CR3", state({ cr3: 0x1000n }), "CR3"],
    ["EFER.SVME=0", state({ efer: 0x501n }), "EFER.SVME"],
    ["virtual-8086 mode", state({ rflags: 0x2_0002n }), "virtual-8086"],
    ["a CPL that is not SS.DPL", state({ cpl: 3 }), "SS.DPL"],
    ["real mode", state({ cr0: 0x10n }), "CR0.PE"],
    ["paging off", state({ cr0: 0x11n }), "CR0.PG"],
    ["PAE paging outside long mode", state({ efer: 0x1001n }), "PAE"],
    ["long mode without PAE", state({ cr4: 0n }), "PAE"],
    ["LME without LMA", state({ efer: 0x1101n }), "LMA"],
    [
      "too many pages",
      { ...plain, pages: Array.from({ length: MAX_PAGES + 1 }, (_, at) => page(BigInt(at) << 12n)) },
      "pages",
    ],
    ["two pages at one address", { ...plain, pages: [page(CODE), page(CODE)] }, "two pages"],
    ["a non-canonical page", { ...plain, pages: [page(CODE), page(0x8000_0000_0000n)] }, "800000000000h"],
    ["code without a page", { ...plain, pages: [] }, "no page"],
    [
      "too much data",
      {
        ...plain,
        pages: [
          page(CODE),
          ...[1n, 2n].map((at) => page(at << 32n, [{ offset: 0, bytes: new Uint8Array(4096) }])),
        ],
      },
      "bytes",
    ],
  ] satisfies [string, TestCase, string][])("refuses %s with a reason", (_, testCase, reason) => {
    const encoder = new CaseEncoder(MAX_CASE_SIZE * 4);
    encoder.reset(1);
    expect(encoder.add(testCase)).toEqual({ unsupported: expect.stringContaining(reason) });
    expect(encoder.count).toBe(0);
    expect(encoder.bytes.length).toBe(0);
  });
});
