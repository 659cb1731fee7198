import { describe, expect, it } from "vitest";
import { sequenceSource } from "../../generators/case-source.ts";
import { predict, simulate, stateAfter, trace } from "../../oracles/index.ts";
import type { Page, TestCase, Vendor } from "../../spec/model.ts";
import { BYTES, machine, profileOf, type FieldValues } from "./machine.ts";

const ENTRY = 0x80_0000n;
const entryPage: Page = { linear: ENTRY, user: true, write: false, execute: true, data: [] };

/** A program: the first instructions from RIP on, the others where SYSCALL goes. */
function program(
  vendor: Vendor,
  first: readonly (readonly number[])[],
  entry: readonly (readonly number[])[] = [],
  options: { readonly cpl?: number; readonly set?: FieldValues } = {},
): TestCase {
  const { cpl = 3, set = {} } = options;
  const [head = []] = first;
  const plain = machine({
    vendor,
    cpl,
    bytes: head,
    set: { lstar: ENTRY + 0x100n, ...set },
    pages: [entryPage],
  });
  const steps = [
    ...first.map((bytes) => ({ bytes: Uint8Array.from(bytes) })),
    ...entry.map((bytes, index) => ({
      bytes: Uint8Array.from(bytes),
      ...(index === 0 && { at: ENTRY + 0x100n }),
    })),
  ];
  return { ...plain, steps };
}

/** AMD, from compatibility mode: MOV EAX,DS, SYSCALL, and one instruction more in the kernel. */
function fromCompat(bytes: Uint8Array): TestCase {
  const plain = machine({
    vendor: "amd",
    mode: "compat",
    bytes: BYTES.movEaxDs,
    set: { "cs.db": 1, rbx: ENTRY + 0x10n, cstar: ENTRY + 0x100n, fmask: 0n },
    pages: [{ ...entryPage, write: true }],
  });
  const steps = [...plain.steps, { bytes: Uint8Array.from(BYTES.syscall) }, { bytes, at: ENTRY + 0x100n }];
  return { ...plain, steps };
}

const RBX_TO_GS = [0xf3, 0x48, 0x0f, 0xae, 0xdb];

describe("a program", () => {
  it("runs each step in the state that the steps before it left", () => {
    const there = program("intel", [BYTES.syscall], [BYTES.swapgs, BYTES.sysretq], {
      set: { "gs.base": 0x1000n, kernelGsBase: 0x2000n, fmask: 0n },
    });
    const [outcome] = predict(there).outcomes;
    expect(outcome.end).toEqual({ kind: "retired" });
    expect(outcome.endRule).toBe("sysret.completes");
    const after = stateAfter(there.before, outcome);
    expect(after).toMatchObject({ cpl: 3, kernelGsBase: 0x1000n });
    expect(after.gs.base).toBe(0x2000n);
    expect(after.rip).toBe(there.before.rip + 2n);
    expect(outcome.last).toEqual({ rip: ENTRY + 0x103n, completed: true });
  });

  it("ends with the first step that faults", () => {
    const there = program("intel", [RBX_TO_GS, BYTES.swapgs, BYTES.syscall], [], {
      set: { rbx: 0x1234n },
    });
    const [outcome] = predict(there).outcomes;
    expect(outcome).toMatchObject({ endRule: "swapgs.gp_cpl_nonzero", unchanged: "swapgs.fault_unchanged" });
    const after = stateAfter(there.before, outcome);
    expect(after.rip).toBe(there.before.rip + 5n);
    expect(after.gs.base).toBe(0x1234n);
    expect(outcome.last).toEqual({ rip: there.before.rip + 5n, completed: false });
  });

  it("ends where a step goes elsewhere than to the next one", () => {
    const there = program("intel", [BYTES.syscall], [BYTES.swapgs], { set: { lstar: 0x90_0000n } });
    const [outcome] = predict(there).outcomes;
    expect(outcome.endRule).toBe("syscall.completes");
    expect(stateAfter(there.before, outcome).rip).toBe(0x90_0000n);
    expect(simulate(there).after.rip).toBe(0x90_0000n);
  });

  it("keeps open what an earlier step left open, wherever it goes", () => {
    // AMD's SYSRET keeps the hidden part of SS, of which SYSCALL leaves AVL open.
    const there = program("amd", [BYTES.syscall], [BYTES.sysretq], { set: { fmask: 0n } });
    for (const { masked } of predict(there).outcomes) {
      expect(masked.get("ss.avl")?.reduce((mask, each) => mask | each.mask, 0n)).toBe(1n);
    }
  });

  it("takes one alternative at one point of variance throughout", () => {
    // The RPL of SS that SYSCALL takes from a malformed STAR, twice.
    const twice = program("amd", [BYTES.syscall], [BYTES.syscall], {
      set: { fmask: 0n, star: 0x0010_000bn << 32n },
    });
    const { outcomes } = predict(twice);
    expect(outcomes.length).toBeGreaterThan(1);
    for (const { choices } of outcomes) {
      expect(choices).toHaveLength(2);
      expect(choices[0]).toEqual(choices[1]);
    }
  });

  it("allows both ends where open bits decide how a step ends", () => {
    // MOV EAX,DS in compatibility mode leaves the upper half of RAX open; the kernel writes where RAX points.
    const there = fromCompat(Uint8Array.of(0x8c, 0x18));
    const addresses = predict(there).outcomes.map(({ end }) => "address" in end && end.address);
    expect(addresses).toEqual([0x33n, 0xffff_ffff_0000_0033n]);
  });

  it("has one outcome where open bits decide nothing", () => {
    // The kernel writes where RBX points.
    const { outcomes } = predict(fromCompat(Uint8Array.of(0x8c, 0x1b)));
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0].writes).toMatchObject([{ linear: ENTRY + 0x10n }]);
  });

  it("is traced step by step", () => {
    const rules = trace(program("intel", [BYTES.syscall], [BYTES.sysretq]), "intel").map(({ rule }) => rule);
    expect(rules.indexOf("sysret.rip_from_rcx")).toBeGreaterThan(rules.indexOf("syscall.unchanged"));
  });

  it("exercises the rules of all steps", () => {
    const { exercised } = predict(program("intel", [BYTES.syscall], [BYTES.swapgs]));
    expect(exercised.has("syscall.rcx_from_next_rip")).toBe(true);
    expect(exercised.has("swapgs.completes")).toBe(true);
  });
});

describe.each(["intel", "amd"] as const)("the oracle as a processor of programs (%s)", (vendor) => {
  it("does what it predicts, in order and to the end", () => {
    const source = sequenceSource({ profile: profileOf(vendor), seed: 5 });
    for (let index = 0; index < 2000; index++) {
      const testCase = source.at(index);
      const observed = simulate(testCase);
      const { outcomes } = predict(testCase);
      expect(outcomes.map(({ end }) => end)).toContainEqual(observed.end);
    }
  });
});
