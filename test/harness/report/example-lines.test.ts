import { describe, expect, it } from "vitest";
import { stateLines } from "../../../harness/report/example-lines.ts";
import type { Page, TestCase } from "../../../spec/model.ts";
import { PLAIN, sampleCase } from "./sample-finding.ts";

const READS = "reads rcx = 0x00000000_00700000, r11 = 0x00000000_00000002, star = 0x00230010_00000000";

function lines(testCase: TestCase, differsIn: readonly string[] = [], aboutRip = false): readonly string[] {
  return stateLines({ testCase, differsIn, plain: PLAIN, aboutRip });
}

describe("stateLines", () => {
  it("tells what the boring machine's instruction reads, and nothing else", () => {
    expect(lines(PLAIN)).toEqual([READS]);
  });

  it("tells first what is unusual, with the names of its bits", () => {
    const testCase = sampleCase((state) => {
      state.rcx = 0x8000_0000_0000n;
      state.rflags = 0x102n;
      state.ss.limit = 5;
    });
    expect(lines(testCase, ["rcx", "rflags.tf", "ss"])).toEqual([
      "rcx = 0x00008000_00000000",
      "rflags = 0x00000000_00000102 (TF)",
      "ss: limit 0x00000005",
      "also reads r11 = 0x00000000_00000002, star = 0x00230010_00000000",
    ]);
  });

  it("leaves out what merely follows: CS and SS at another CPL, bytes that stand elsewhere", () => {
    const testCase = sampleCase((state) => {
      state.cpl = 3;
      state.cs.selector = 0x33;
      state.ss.dpl = 3;
    });
    expect(lines(testCase, ["cpl", "rex", "operand", "prefix F0h"])).toEqual([READS]);
  });

  it("tells where the code lies when that matters", () => {
    expect(lines(PLAIN, [], true)).toEqual([`${READS}, rip = 0x00000000_00401ffd`]);
    expect(lines(PLAIN, ["code"])).toEqual([`${READS}, rip = 0x00000000_00401ffd`]);
  });

  it("tells the descriptors that are not the boring ones, and other pages", () => {
    const changed = PLAIN.pages.map((page) => withDescriptor(page, 8, 0xff));
    const extra: Page = { linear: 0x402000n, user: true, write: true, execute: false, data: [] };
    const testCase = { ...PLAIN, pages: [...changed, extra] };
    expect(lines(testCase, ["gdt", "page 402000h"])).toEqual([
      "gdt[0x0008] = ffcf9b00_0000ffff",
      "a page at 0x00000000_00402000: user, writable, no-execute",
      READS,
    ]);
  });

  it("tells no more than it knows of code that has no boring machine", () => {
    const testCase = { ...PLAIN, steps: [{ bytes: Uint8Array.of(0x90) }] };
    expect(stateLines({ testCase, differsIn: ["instruction"], plain: undefined, aboutRip: false })).toEqual(
      [],
    );
  });
});

/** The page with another highest byte of the descriptor at `offset`, if it holds the GDT. */
function withDescriptor(page: Page, offset: number, byte: number): Page {
  if (page.linear !== PLAIN.before.gdtr.base) return page;
  return {
    ...page,
    data: page.data.map(({ offset: at, bytes }) => {
      const copy = Uint8Array.from(bytes);
      copy[offset + 7] = byte;
      return { offset: at, bytes: copy };
    }),
  };
}
