/** The recorder, with operations made up for the purpose. */
import { describe, expect, it } from "vitest";
import { decode } from "../../oracles/index.ts";
import { DB, GP, UD } from "../../oracles/common/exceptions.ts";
import {
  operation,
  predictOperation,
  runOperation,
  traceOperation,
  valueAfter,
  type OperationContext,
  type Subject,
} from "../../oracles/operation.ts";
import type { RuleId } from "../../spec/generated/rule-id.ts";
import { BYTES, machine } from "./machine.ts";

const testCase = machine({ vendor: "intel", bytes: BYTES.swapgs });
const subject: Subject = {
  cpu: testCase.before,
  profile: testCase.profile,
  instruction: decode(Uint8Array.from(BYTES.swapgs), true),
  memory: testCase,
};
const run = (body: (context: OperationContext) => void, mutated?: RuleId): ReturnType<typeof runOperation> =>
  runOperation(operation("swapgs", body), subject, mutated === undefined ? undefined : { rule: mutated });
const rax = (outcome: ReturnType<typeof run>): bigint => valueAfter(outcome, subject.cpu, "rax");

// Any rules serve: the recorder does not look at what they say.
const A: RuleId = "syscall.cpl_0";
const B: RuleId = "sysret.cpl_3";
const O: RuleId = "sysret.ud_before_gp";
const V: RuleId = "sysret.ss_dpl";
const W: RuleId = "wrmsr.efer_lma_change";

describe("operation", () => {
  it("completes when nothing is raised", () => {
    expect(run(() => {})).toMatchObject({
      end: { kind: "retired" },
      endRule: "swapgs.completes",
      unchanged: "swapgs.unchanged",
      choices: [],
    });
  });

  it("keeps what was set, and leaves the rest", () => {
    const outcome = run(({ set }) => set({ rax: 5n, cpl: 2 }, A));
    expect(rax(outcome)).toBe(5n);
    expect(valueAfter(outcome, subject.cpu, "cpl")).toBe(2n);
    expect(valueAfter(outcome, subject.cpu, "rbx")).toBe(subject.cpu.rbx);
  });

  it("always reads the state before", () => {
    const outcome = run(({ cpu, set }) => {
      set({ rax: 5n }, A);
      set({ rbx: cpu.rax }, B);
    });
    expect(valueAfter(outcome, subject.cpu, "rbx")).toBe(subject.cpu.rax);
  });

  it("sets single bits", () => {
    const outcome = run(({ setBits }) => {
      setBits("rax", 0xf0n, 0xffn, A);
      setBits("rax", 0x0fn, 0x35n, B);
    });
    expect(rax(outcome)).toBe((subject.cpu.rax & ~0xffn) | 0xf5n);
    expect(outcome.fields.get("rax")).toEqual([
      { mask: 0xf0n, value: 0xf0n, rule: A },
      { mask: 0x0fn, value: 0x05n, rule: B },
    ]);
  });

  it("loads parts of a segment", () => {
    const outcome = run(({ load }) => load("cs", { base: 7n, limit: 9 }, A));
    expect([...outcome.fields.keys()]).toEqual(["cs.base", "cs.limit"]);
  });

  it("discards everything on a fault, but keeps it on a trap", () => {
    const fault = run(({ set, raise }) => {
      set({ rax: 5n }, A);
      raise(GP(0), B);
    });
    expect(fault).toMatchObject({
      end: { kind: "exception", vector: 13, errorCode: 0 },
      endRule: B,
      unchanged: "swapgs.fault_unchanged",
    });
    expect(rax(fault)).toBe(subject.cpu.rax);
    const trap = run(({ set, trap: end }) => {
      set({ rax: 5n }, A);
      end(GP(0x18), B);
    });
    expect(trap).toMatchObject({ end: { errorCode: 0x18 }, endRule: B, unchanged: "swapgs.unchanged" });
    expect(rax(trap)).toBe(5n);
  });

  it("leaves RF open at a fault, whatever was set there", () => {
    const outcome = run(({ setBits, trap }) => {
      setBits("rflags", 0x1_0001n, 0x1_0001n, A);
      trap(GP(0), B);
    });
    expect(outcome.fields.get("rflags")).toEqual([{ mask: 1n, value: 1n, rule: A }]);
    expect(outcome.masked.get("rflags")).toEqual([
      { mask: 0x1_0000n, value: 0n, rule: "fault.rf_unspecified" },
    ]);
  });

  it("sets DR6.BS at a single-step trap, and leaves RF as it was set", () => {
    const outcome = run(({ trap }) => trap(DB, A));
    expect(valueAfter(outcome, subject.cpu, "dr6")).toBe(0xffff_4ff0n);
    expect(outcome.masked.has("rflags")).toBe(false);
  });

  it("lets an error of the oracle through", () => {
    const broken = (): void => {
      throw new TypeError("a mistake");
    };
    expect(() => run(broken)).toThrow("a mistake");
    expect(() => run(({ order }) => order(O, broken, () => {}))).toThrow("a mistake");
  });
});

describe("order", () => {
  const body =
    (first: boolean, second: boolean) =>
    ({ order, raise }: OperationContext): void =>
      order(
        O,
        () => {
          if (first) raise(UD, A);
        },
        () => {
          if (second) raise(GP(0), B);
        },
      );

  it("is at stake only when both checks fail", () => {
    expect(run(body(true, true))).toMatchObject({ endRule: A, orderRules: [O] });
    expect(run(body(true, false))).toMatchObject({ endRule: A, orderRules: [] });
    expect(run(body(false, true))).toMatchObject({ endRule: B, orderRules: [] });
    expect(run(body(false, false))).toMatchObject({ endRule: "swapgs.completes" });
  });

  it("does not exercise the rule of the loser", () => {
    const { exercised } = predictOperation(operation("swapgs", body(true, true)), subject);
    expect([...exercised].sort()).toEqual([A, O, "fault.rf_unspecified", "swapgs.fault_unchanged"].sort());
  });

  it("is swapped by its mutant", () => {
    expect(run(body(true, true), O)).toMatchObject({ endRule: B });
    expect(run(body(true, false), O)).toMatchObject({ endRule: A });
    expect(run(body(false, false), O)).toMatchObject({ endRule: "swapgs.completes" });
  });
});

describe("mutants of lines", () => {
  it("do not raise, do not set", () => {
    expect(run(({ raise }) => raise(UD, A), A).end.kind).toBe("retired");
    expect(rax(run(({ set }) => set({ rax: 5n }, A), A))).toBe(subject.cpu.rax);
    expect(rax(run(({ set }) => set({ rax: 5n }, A), B))).toBe(5n);
  });

  it("take the other value of what is forced", () => {
    const body = ({ force }: OperationContext): void => force("rax", 0xffn, { value: 1n, otherwise: 2n }, A);
    expect(rax(run(body)) & 0xffn).toBe(1n);
    expect(rax(run(body, A)) & 0xffn).toBe(2n);
  });

  it("store what is ignored", () => {
    const body = ({ ignore }: OperationContext): void => ignore("rax", 0xffn, 0x77n, A);
    expect(rax(run(body))).toBe(subject.cpu.rax);
    expect(rax(run(body, A))).toBe((subject.cpu.rax & ~0xffn) | 0x77n);
  });

  it("do what is absent", () => {
    const body = ({ absent, raise }: OperationContext): void => absent(A, () => raise(UD, B));
    expect(run(body).end.kind).toBe("retired");
    expect(run(body, A)).toMatchObject({ end: { vector: 6 } });
  });

  it("raise #UD instead of completing", () => {
    expect(run(() => {}, "swapgs.completes")).toMatchObject({
      end: { kind: "exception", vector: 6 },
      unchanged: "swapgs.fault_unchanged",
    });
  });
});

describe("variant", () => {
  const two = operation("swapgs", ({ variant, set }) => {
    const first = variant(V, ["3", "kept"]);
    const second = first === "kept" ? "none" : variant(W, ["gp", "ignored", "third"]);
    set({ rax: BigInt(`0x${first.length}${second.length}`) }, A);
  });

  it("gives one outcome per combination, the default one first", () => {
    const { outcomes, exercised } = predictOperation(two, subject);
    expect(outcomes.map(({ choices }) => choices.map(({ alternative }) => alternative).join("+"))).toEqual([
      "3+gp",
      "3+third",
      "3+ignored",
      "kept",
    ]);
    expect(outcomes.map((outcome) => valueAfter(outcome, subject.cpu, "rax"))).toEqual([
      0x12n,
      0x15n,
      0x17n,
      0x44n,
    ]);
    expect(exercised).toContain(V);
    expect(exercised).toContain(W);
  });

  it("takes the default when it runs as a processor", () => {
    expect(runOperation(two, subject).choices).toEqual([
      { variant: V, alternative: "3" },
      { variant: W, alternative: "gp" },
    ]);
  });
});

describe("traceOperation", () => {
  it("lists the signed lines in order, and the rest at the end", () => {
    const traced = traceOperation(
      operation("swapgs", ({ set, absent, variant, raise, unspecified }) => {
        unspecified("rax", 1n, A);
        set({ rax: 1n }, A);
        absent(O, () => {});
        variant(V, ["3"]);
        raise(UD, B);
      }),
      subject,
    );
    expect(traced.lines.map(({ rule, text }) => `${rule}: ${text}`)).toEqual([
      `${A}: rax`,
      `${A}: rax`,
      `${O}: does not happen`,
      `${V}: 3`,
      `${B}: #UD`,
      "fault.rf_unspecified: rflags",
      "swapgs.fault_unchanged: everything else",
    ]);
  });
});

describe("store", () => {
  const bytes = Uint8Array.of(1, 2);

  it("stays when a fault follows, and is read back at once", () => {
    const outcome = run(({ store, memory, set, raise }) => {
      store(0x9000n, bytes, A);
      set({ rax: BigInt(memory.byteAt(0x9001n)) }, B);
      raise(UD, O);
    });
    expect(outcome).toMatchObject({ endRule: O, writes: [{ linear: 0x9000n, bytes, rule: A }] });
    expect(outcome.fields.size).toBe(0);
    const read = run(({ store, memory, set }) => {
      store(0x9000n, bytes, A);
      set({ rax: BigInt(memory.byteAt(0x9001n)) }, B);
    });
    expect(rax(read)).toBe(2n);
  });

  it("does not happen without its rule", () => {
    expect(run(({ store }) => store(0x9000n, bytes, A), A).writes).toEqual([]);
  });

  it("does not happen in the check that another one beats", () => {
    const outcome = run(({ store, order, raise }) => {
      store(0x9000n, bytes, A);
      order(
        O,
        () => raise(UD, A),
        () => {
          store(0x9002n, bytes, B);
          raise(UD, B);
        },
      );
    });
    expect(outcome.writes).toEqual([{ linear: 0x9000n, bytes, rule: A }]);
  });
});
