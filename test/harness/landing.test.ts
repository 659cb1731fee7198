import { describe, expect, it } from "vitest";
import { boringCase } from "../../generators/boring.ts";
import { judged, judgedEnd } from "../../harness/landing.ts";
import { copyState } from "../../spec/fields.ts";
import { idtGates } from "../../spec/idt-gates.ts";
import { change, exception, observation, retired, state, testCase } from "./support.ts";

const UD = 6;
const PF = 14;

describe("judgedEnd", () => {
  const target = 0x700000n;

  it("takes a #PF of the fetch at an absent page for a landing, whatever its error code", () => {
    for (const errorCode of [0, 4, 0x10, 0x14]) {
      const landed = observation({
        end: exception(PF, errorCode, target),
        after: change(state(), { rip: target }),
      });
      expect(judgedEnd(testCase(), landed)).toEqual(retired);
    }
  });

  it("leaves a #PF of data alone", () => {
    const end = exception(PF, 4, target);
    expect(judgedEnd(testCase(), observation({ end }))).toBe(end);
  });

  it("leaves a #PF without an address alone", () => {
    const end = exception(PF, 4);
    expect(judgedEnd(testCase(), observation({ end, after: change(state(), { rip: 0n }) }))).toBe(end);
  });

  it("leaves a #PF of the fetch on a page of the case alone", () => {
    const page = { linear: target, user: false, write: false, execute: true, data: [] };
    const end = exception(PF, 0x15, target + 5n);
    const faulted = observation({ end, after: change(state(), { rip: target + 5n }) });
    expect(judgedEnd(testCase({ pages: [page] }), faulted)).toBe(end);
    expect(judgedEnd(testCase({ pages: [] }), faulted)).toEqual(retired);
  });

  it("counts the page of the first instruction as mapped", () => {
    const before = state();
    const end = exception(PF, 0x15, 0x401000n);
    const faulted = observation({ end, after: change(before, { rip: 0x401000n }) });
    expect(judgedEnd(testCase({ before, pages: [] }), faulted)).toBe(end);
  });

  it("adds CS.base outside 64-bit mode and wraps at 4 GiB", () => {
    const compat = change(state(), { "cs.l": 0n, "cs.base": 0xffff_f000n, rip: 0x1234_0000_2010n });
    const landed = (address: bigint) => observation({ end: exception(PF, 4, address), after: compat });
    expect(judgedEnd(testCase(), landed(0x1010n))).toEqual(retired);
    expect(judgedEnd(testCase(), landed(0x1234_0000_2010n)).kind).toBe("exception");
    expect(judgedEnd(testCase(), landed(0x1_0000_1010n)).kind).toBe("exception");
  });

  it("uses CS.base in legacy mode even when CS.L is set, where the bit means nothing", () => {
    const legacy = change(state(), { efer: 0n, "cs.base": 0x1000n, rip: 0x10n });
    expect(judgedEnd(testCase(), observation({ end: exception(PF, 4, 0x1010n), after: legacy }))).toEqual(
      retired,
    );
  });

  it("takes #UD at an address that the case does not own for a landing, with paging off only", () => {
    const legacy = change(state(), { efer: 0n, "cs.l": 0n, cr0: 0x11n, rip: target });
    expect(judgedEnd(testCase(), observation({ end: exception(UD), after: legacy }))).toEqual(retired);
    const paged = change(legacy, { cr0: 0x8000_0011n });
    expect(judgedEnd(testCase(), observation({ end: exception(UD), after: paged }))).toEqual(exception(UD));
  });

  it("leaves a #UD of the instruction itself alone, with paging off", () => {
    const before = change(state(), { efer: 0n, "cs.l": 0n, cr0: 0x11n });
    expect(
      judgedEnd(testCase({ before, pages: [] }), observation({ end: exception(UD), after: before })),
    ).toEqual(exception(UD));
  });

  it("leaves other ends alone", () => {
    for (const end of [retired, { kind: "shutdown" }, { kind: "timeout" }, exception(13, 0)] as const) {
      expect(judgedEnd(testCase(), observation({ end }))).toBe(end);
    }
  });
});

describe("judgedEnd of a case that has events delivered", () => {
  const vector = 0x40;
  const handler = 0x70_0000n;
  const delivering = boringCase({ profile: testCase().profile, instruction: "int", mode: "64" });
  const landing = (rip: bigint) =>
    observation({
      end: exception(PF, 0, rip),
      after: change(copyState(delivering.before), { rip, "cs.l": 1n }),
    });

  it("names the handler of the case's IDT at which it landed", () => {
    const gates = idtGates(delivering);
    const own = gates.find((gate) => gate.vector === vector)?.handler as bigint;
    expect(judgedEnd(delivering, landing(own))).toEqual({ kind: "delivered", vector });
    expect(judgedEnd({ ...delivering, delivery: "observe" }, landing(own))).toEqual(retired);
  });

  it("retires anywhere else", () => {
    expect(judgedEnd(delivering, landing(handler))).toEqual(retired);
  });

  it("knows the gates within the limit only", () => {
    const idtr = { ...delivering.before.idtr, limit: 16 * vector + 14 };
    const vectors = idtGates({ ...delivering, before: { ...delivering.before, idtr } }).map(
      (gate) => gate.vector,
    );
    expect(vectors).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

describe("judged", () => {
  it("replaces the end of a landing and nothing else", () => {
    const after = change(state(), { rip: 0x700000n });
    const landed = observation({ end: exception(PF, 4, 0x700000n), after, unseen: ["dr6"] });
    expect(judged(testCase(), landed)).toEqual({ ...landed, end: retired });
  });

  it("gives back an observation that needs no judging", () => {
    const plain = observation();
    expect(judged(testCase(), plain)).toBe(plain);
  });
});
