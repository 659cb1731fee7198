/** Turns result records into raw observations. */
import type {
  CpuState,
  End,
  Observation,
  Segment,
  TableRegister,
  TestCase,
  Unsupported,
  Write,
} from "../spec/model.ts";
import type { MutableCpuState } from "../spec/fields.ts";
import {
  MAX_WRITES,
  PLAIN_GPRS,
  RESULT,
  RESULT_SIZE,
  SEGMENT_ORDER,
  STATE,
  STATUS,
  VMCB_SCALARS,
} from "./layout.ts";
import type { ObserverName } from "./layout.ts";
import { REFUSALS } from "./idt-layout.ts";
import { completeIdtState } from "./idt-state.ts";
import { pageContent } from "./placed-bytes.ts";
import { recordSum } from "./record-sum.ts";
import { EXIT, INTERCEPT_NAMES } from "./vmcb.ts";

const VECTORS_WITH_ERROR_CODE: ReadonlySet<number> = new Set([8, 10, 11, 12, 13, 14, 17, 21]);
const PAGE_FAULT = 14;
/** VMRUN refuses a state; it refuses none of those that it gets here. */
const INVALID = 0xffff_ffff;

/**
 * Whether an instruction is MOV to CR3 or CR4. For reserved bits in these QEMU leaves the guest as if VMRUN had refused
 * its state; on the processor itself the same ends the machine.
 */
function writesTableRegister(bytes: Uint8Array): boolean {
  const register = ((bytes.at(-1) ?? 0) >> 3) & 7;
  return bytes.at(-3) === 0x0f && bytes.at(-2) === 0x22 && (register === 3 || register === 4);
}

/** The records of one batch, read from what the guest left behind. */
export class ResultDecoder {
  readonly #bytes: Uint8Array;
  readonly #words: Uint32Array;
  readonly #quads: BigUint64Array;
  readonly #sum = new Uint32Array(2);
  readonly #observer: ObserverName;

  readonly #reasons: ReadonlyMap<number, string>;

  /**
   * Room for `count` results of one observer; `reasons` are exit codes that mean "unsupported", beside
   * those of the guest.
   */
  constructor(
    count: number,
    observer: ObserverName = "svm",
    reasons: ReadonlyMap<number, string> = new Map(),
  ) {
    this.#observer = observer;
    this.#reasons = reasons;
    const buffer = new ArrayBuffer(count * RESULT_SIZE);
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
    this.#quads = new BigUint64Array(buffer);
  }

  /** Where the transport puts the raw bytes of the first `count` results. */
  target(count: number): Uint8Array {
    return this.#bytes.subarray(0, count * RESULT_SIZE);
  }

  /**
   * What result `index` says about `testCase`. Errors: a record that is not the answer to this case
   * or was damaged.
   */
  decode(index: number, nonce: number, testCase: TestCase): Observation | Unsupported {
    const word = (index * RESULT_SIZE) >> 2;
    const words = this.#words;
    recordSum(words, word + 2, word + RESULT_SIZE / 4, this.#sum, 0);
    if (this.#sum[0] !== words[word] || this.#sum[1] !== words[word + 1]) {
      throw new Error(`result ${index} has a wrong checksum`);
    }
    const sequence = words[word + (RESULT.sequence >> 2)] as number;
    if (sequence !== (nonce + index) >>> 0) {
      throw new Error(`result ${index} answers case ${(sequence - nonce) | 0} of the batch`);
    }
    const status = words[word + (RESULT.status >> 2)];
    const exitCode = words[word + (RESULT.exitCode >> 2)] as number;
    if (status === STATUS.refused) {
      return { unsupported: REFUSALS.get(exitCode) ?? `the agent failed in stage ${exitCode}` };
    }
    if (status !== STATUS.ran) throw new Error(`the guest found case ${index} damaged`);
    if (exitCode === INVALID && !testCase.steps.some(({ bytes }) => writesTableRegister(bytes))) {
      return { unsupported: "VMRUN refuses this state as invalid" };
    }
    const after = this.#state(word);
    if (this.#observer === "idt") {
      const address = this.#quads[(word >> 1) + (RESULT.exitInfo2 >> 3)] as bigint;
      const isPageFault = exitCode === EXIT.exception + PAGE_FAULT;
      completeIdtState(after, testCase.before, isPageFault ? address : undefined);
    }
    const end = this.#end(word, exitCode, after);
    if ("unsupported" in end) return end;
    const writeCount = words[word + (RESULT.writeCount >> 2)] as number;
    if (writeCount > MAX_WRITES) {
      return { unsupported: `the case changes more than ${MAX_WRITES} qwords of memory` };
    }
    return { end, after, writes: writeCount === 0 ? [] : this.#writes(word, writeCount, testCase) };
  }

  #end(word: number, exitCode: number, after: CpuState): End | Unsupported {
    if (exitCode >= EXIT.exception && exitCode <= EXIT.exceptionEnd) {
      const vector = exitCode - EXIT.exception;
      if (!VECTORS_WITH_ERROR_CODE.has(vector)) return { kind: "exception", vector };
      const errorCode = this.#words[word + (RESULT.exitInfo1 >> 2)] as number;
      if (vector !== PAGE_FAULT) return { kind: "exception", vector, errorCode };
      const address = this.#quads[(word >> 1) + (RESULT.exitInfo2 >> 3)] as bigint;
      return { kind: "exception", vector, errorCode, address };
    }
    if (exitCode === EXIT.shutdown || exitCode === INVALID) return { kind: "shutdown" };
    if (exitCode === EXIT.msr) {
      const msr = (after.rcx & 0xffff_ffffn).toString(16).toUpperCase();
      return { unsupported: `MSR ${msr}h is outside the list under test` };
    }
    if (exitCode === EXIT.interrupt) throw new Error("an external interrupt ended a case");
    const reason = this.#reasons.get(exitCode);
    if (reason !== undefined) return { unsupported: reason };
    const name = INTERCEPT_NAMES.get(exitCode) ?? `exit code ${exitCode.toString(16)}h`;
    return { unsupported: `the observer intercepts the instruction (${name})` };
  }

  #state(start: number): MutableCpuState {
    const words = this.#words;
    const quads = this.#quads;
    let word = start + ((RESULT.state + STATE.segments) >> 2);
    const segments: (Segment | TableRegister)[] = [];
    for (const name of SEGMENT_ORDER) {
      const base = quads[(word >> 1) + 1] as bigint;
      const limit = words[word + 1] as number;
      segments.push(
        name === "gdtr" || name === "idtr"
          ? { base, limit: limit & 0xffff }
          : segment(words[word] as number, limit, base),
      );
      word += 4;
    }
    const [es, cs, ss, ds, fs, gs, gdtr, ldtr, idtr, tr] = segments;
    const quad = (start >> 1) + ((RESULT.state + STATE.scalars) >> 3);
    const scalar = (name: (typeof VMCB_SCALARS)[number]): bigint => quads[quad + SCALAR_AT[name]] as bigint;
    const gpr = (name: (typeof PLAIN_GPRS)[number]): bigint => quads[quad + GPR_AT[name]] as bigint;
    return {
      cpl: words[start + (RESULT.cpl >> 2)] as number,
      rip: scalar("rip"),
      rflags: scalar("rflags"),
      cr0: scalar("cr0"),
      cr3: scalar("cr3"),
      cr4: scalar("cr4"),
      dr6: scalar("dr6"),
      dr7: scalar("dr7"),
      rax: scalar("rax"),
      rcx: gpr("rcx"),
      rdx: gpr("rdx"),
      rbx: gpr("rbx"),
      rsp: scalar("rsp"),
      rbp: gpr("rbp"),
      rsi: gpr("rsi"),
      rdi: gpr("rdi"),
      r8: gpr("r8"),
      r9: gpr("r9"),
      r10: gpr("r10"),
      r11: gpr("r11"),
      r12: gpr("r12"),
      r13: gpr("r13"),
      r14: gpr("r14"),
      r15: gpr("r15"),
      es,
      cs,
      ss,
      ds,
      fs,
      gs,
      ldtr,
      tr,
      gdtr,
      idtr,
      efer: scalar("efer"),
      star: scalar("star"),
      lstar: scalar("lstar"),
      cstar: scalar("cstar"),
      fmask: scalar("fmask"),
      kernelGsBase: scalar("kernelGsBase"),
      sysenterCs: scalar("sysenterCs"),
      sysenterEsp: scalar("sysenterEsp"),
      sysenterEip: scalar("sysenterEip"),
    } as MutableCpuState;
  }

  /** The changed bytes, one write per run of them inside a qword. */
  #writes(word: number, count: number, testCase: TestCase): readonly Write[] {
    const writes: Write[] = [];
    for (let entry = 0; entry < count; entry += 1) {
      const at = word * 4 + RESULT.writes + entry * 16;
      const place = this.#words[at >> 2] as number;
      const page = testCase.pages[place >> 12];
      if (page === undefined) throw new Error("the guest names a page that the case does not have");
      const offset = place & 0xfff;
      const expected = pageContent(testCase, place >> 12).subarray(offset, offset + 8);
      const found = this.#bytes.subarray(at + 8, at + 16);
      for (let first = 0; first < 8; first += 1) {
        if (found[first] === expected[first]) continue;
        let end = first + 1;
        while (end < 8 && found[end] !== expected[end]) end += 1;
        writes.push({ linear: page.linear + BigInt(offset + first), bytes: found.slice(first, end) });
        first = end;
      }
    }
    return writes;
  }
}

const SCALAR_AT = Object.fromEntries(VMCB_SCALARS.map((name, at) => [name, at])) as {
  readonly [name in (typeof VMCB_SCALARS)[number]]: number;
};
const GPR_AT = Object.fromEntries(PLAIN_GPRS.map((name, at) => [name, VMCB_SCALARS.length + at])) as {
  readonly [name in (typeof PLAIN_GPRS)[number]]: number;
};

function segment(first: number, limit: number, base: bigint): Segment {
  const attributes = first >>> 16;
  return {
    selector: first & 0xffff,
    base,
    limit,
    type: attributes & 15,
    s: (attributes >> 4) & 1,
    dpl: (attributes >> 5) & 3,
    p: (attributes >> 7) & 1,
    avl: (attributes >> 8) & 1,
    l: (attributes >> 9) & 1,
    db: (attributes >> 10) & 1,
    g: (attributes >> 11) & 1,
  };
}
