/** Values with a different content in every field, so that a field that is dropped or swapped shows. */
import { FIELD_NAMES, SEGMENT_NAMES, TABLE_NAMES, field, type MutableCpuState } from "../../spec/fields.ts";
import type { CpuState, Prediction, Profile, TestCase } from "../../spec/model.ts";

export const profile: Profile = {
  vendor: "amd",
  features: {
    nx: true,
    la57: false,
    fsgsbase: true,
    svm: true,
    ffxsr: false,
    tce: true,
    lmsle: false,
    mcommit: true,
    intwb: false,
    uaie: true,
    aibrse: false,
  },
  modes: ["64", "compat"],
  imposed: [{ field: "efer", mask: 0x1000n, value: 0x1000n }],
};

/** A state whose n-th field holds a value made of n. */
export function distinctState(salt: bigint): CpuState {
  const state = {} as MutableCpuState;
  for (const name of SEGMENT_NAMES) state[name] = {} as MutableCpuState["cs"];
  for (const name of TABLE_NAMES) state[name] = {} as MutableCpuState["gdtr"];
  FIELD_NAMES.forEach((name, index) => {
    const { mask, set } = field(name);
    set(state, ((BigInt(index) + 1n) * 0x9e37_79b9_7f4a_7c15n * salt) & mask);
  });
  return state;
}

export const testCase: TestCase = {
  profile,
  before: distinctState(1n),
  pages: [
    {
      linear: 0xffff_8000_0000_1000n,
      user: false,
      write: true,
      execute: false,
      data: [
        { offset: 0, bytes: Uint8Array.of(0, 1, 0xfe, 0xff) },
        { offset: 4000, bytes: new Uint8Array(96).fill(0xab) },
      ],
    },
    { linear: 0x40_1000n, user: true, write: false, execute: true, data: [] },
  ],
  steps: [{ bytes: Uint8Array.of(0x48, 0x0f, 0x07) }, { bytes: Uint8Array.of(0x0f, 0x05) }],
  delivery: "observe",
};

export const prediction: Prediction = {
  outcomes: [
    {
      choices: [{ variant: "sysret.rsp_upper_in_compat", alternative: "kept" }],
      end: { kind: "exception", vector: 14, errorCode: 0x14, address: 0x1234n },
      endRule: "sysret.completes",
      orderRules: ["sysret.ud_before_gp"],
      fields: new Map([["rip", [{ mask: (1n << 64n) - 1n, value: 5n, rule: "sysret.rip_from_rcx" }]]]),
      masked: new Map([
        ["rsp", [{ mask: 0xffff_ffff_0000_0000n, value: 0n, rule: "sysret.rsp_upper_in_compat" }]],
      ]),
      writes: [{ linear: 0x4000n, bytes: Uint8Array.of(1, 2), rule: "sysret.rip_from_rcx" }],
      unchanged: "sysret.unchanged",
    },
  ],
  exercised: new Set(["sysret.completes", "sysret.rip_from_rcx"]),
};
