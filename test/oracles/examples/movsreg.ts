/** MOV to and from segment registers, example by example. */
import type { Example } from "../example.ts";
import { BYTES } from "../machine.ts";
import { DATA, data, gdtWith } from "../pages.ts";

export const movsregExamples: readonly Example[] = [
  {
    title: "gives a 32-bit register the selector, zero-extended",
    rules: [
      "movsreg.completes",
      "movsreg.unchanged",
      "movsreg.register_from_selector",
      "movsreg.register_zero_extended",
      "retire.rip_next",
    ],
    on: { bytes: BYTES.movEaxDs, set: { rax: 0x1111_2222_3333_4444n } },
    end: "retired",
    after: { rax: 0x33n, rip: 0x40_1f02n },
  },
  {
    title: "silicon.12: gives a 64-bit register the selector, zero-extended",
    rules: ["movsreg.register_from_selector", "movsreg.register_zero_extended"],
    on: { bytes: [0x48, ...BYTES.movEaxDs], cpl: 3, set: { rax: 0x1111_2222_3333_4444n } },
    end: "retired",
    after: { rax: 0x33n },
  },
  {
    title: "silicon.12: leaves the upper 48 bits of a 16-bit register alone",
    rules: ["movsreg.register_from_selector"],
    on: { bytes: [0x66, ...BYTES.movEaxDs], cpl: 3, set: { rax: 0x1111_2222_3333_4444n } },
    end: "retired",
    after: { rax: 0x1111_2222_3333_0033n },
  },
  ...(["compat", "legacy"] as const).map((mode): Example => ({
    title: `leaves the upper half of a register open in ${mode} mode`,
    rules: ["movsreg.upper_half_unspecified", "movsreg.register_zero_extended"],
    on: { bytes: BYTES.movEaxDs, mode, set: { "cs.db": 1, rax: 0x3333_4444n } },
    end: "retired",
    after: { rax: 0x33n },
    masked: { rax: 0xffff_ffff_0000_0000n },
  })),
  {
    title: "takes 16 bits by default in code with D = 0",
    rules: ["movsreg.register_from_selector"],
    on: { bytes: BYTES.movEaxDs, mode: "legacy", set: { rax: 0x3333_4444n } },
    end: "retired",
    after: { rax: 0x3333_0033n },
  },
  {
    title: "silicon.12: writes two bytes to memory even with REX.W",
    rules: ["movsreg.memory_from_selector"],
    // mov [rbx],ds
    on: { bytes: [0x48, 0x8c, 0x1b], cpl: 3, set: { rbx: DATA }, pages: [data([1, 2, 3, 4])] },
    end: "retired",
    writes: { "502000h": "3300" },
  },
  {
    title: "silicon.12: raises #UD for MOV to CS",
    rules: ["movsreg.ud_to_cs", "movsreg.fault_unchanged"],
    on: { bytes: [0x8e, 0xc8], cpl: 3, set: { rax: 0x2bn } },
    end: "#UD",
  },
  ...[6, 7].flatMap((number): readonly Example[] => [
    {
      title: `silicon.12: raises #UD for MOV to segment register ${number}`,
      rules: ["movsreg.ud_no_such_register"],
      on: { bytes: [0x8e, 0xc0 | (number << 3)], cpl: 3, set: { rax: 0n } },
      end: "#UD",
    },
    {
      title: `silicon.12: raises #UD for MOV from segment register ${number}`,
      rules: ["movsreg.ud_no_such_register"],
      on: { bytes: [0x8c, 0xc0 | (number << 3)], cpl: 3 },
      end: "#UD",
    },
  ]),
  {
    title: "loads from two bytes of memory",
    rules: ["movsreg.completes"],
    // mov ds,[rbx]
    on: {
      bytes: [0x8e, 0x1b],
      set: { rbx: DATA + 0xffen },
      pages: [...gdtWith({}), data([], { data: [{ offset: 0xffe, bytes: Uint8Array.of(0x28, 0) }] })],
    },
    end: "retired",
    after: { "ds.selector": 0x28 },
  },
];
