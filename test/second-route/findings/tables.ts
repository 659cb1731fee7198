/** Findings about instructions that look up descriptors. */
import type { Vendor } from "../../../spec/model.ts";
import type { Confirmation } from "../confirmation.ts";
import { ADDRESS, SELECTOR, type Experiment, type Expectation } from "../experiment.ts";

const { target, code } = ADDRESS;
const next = code + 0x1000n;
const BOTH: readonly Vendor[] = ["intel", "amd"];

const LGDT_RBX = [0x0f, 0x01, 0x13];
const LAR_ECX_EAX = [0x0f, 0x02, 0xc8];
const LSL_ECX_EAX = [0x0f, 0x03, 0xc8];

/** What RCX holds before. */
const KEPT = 0x1111_2222n;

/** Selectors of a GDT of its own: an available 16-bit TSS; a 64-bit TSS with a type in its upper half; one without any. */
const ENTRY = { tss16: 0x20, typed: 0x28, cut: 0x38 } as const;
const DESCRIPTORS = [
  0n,
  0n,
  0x00cf_9300_0000_ffffn,
  0x00af_9b00_0000_ffffn,
  0x0000_8100_0000_1234n,
  0x0000_8900_0000_0067n,
  0x0000_0100_0000_0000n,
  0x0000_8900_0000_0067n,
];
const BYTES = 8 * DESCRIPTORS.length;
/** The table, and the operand of LGDT behind it. */
const TABLE = {
  linear: target,
  bytes: [
    ...new Uint8Array(BigUint64Array.from(DESCRIPTORS).buffer),
    ...new Uint8Array(Uint16Array.of(BYTES - 1).buffer),
    ...new Uint8Array(BigUint64Array.of(target).buffer),
  ],
};

/** An instruction that looks up EAX in that table, in CPL 0 of 64-bit mode. */
function looksUp(instruction: readonly number[], selector: number): Experiment {
  return {
    mode: "64",
    cpl: 0,
    instruction: [...LGDT_RBX, ...instruction],
    registers: { rax: BigInt(selector), rbx: target + BigInt(BYTES), rcx: KEPT },
    stubs: [TABLE],
  };
}

/** The next page is absent: the registers are those after the instruction. */
const leaves = (rcx: bigint): Expectation => ({
  kind: "exception",
  dump: { vector: 14, cr2: next, gprs: { rcx } },
});

export const QEMU_TABLES: readonly Confirmation[] = [
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "inspect.lar_limit_bits",
    does: "clears bits 19:16 of LAR's register",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: LAR_ECX_EAX,
      registers: { rax: BigInt(SELECTOR.kernelData), rcx: KEPT },
    },
    shows: leaves(0xc0_9300n),
    other: leaves(0xcf_9300n),
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "inspect.lar_refuses_type",
    does: "accepts a 16-bit TSS in long mode",
    experiment: looksUp(LAR_ECX_EAX, ENTRY.tss16),
    shows: leaves(0x8100n),
    other: leaves(KEPT),
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "inspect.lsl_refuses_type",
    does: "accepts a 16-bit TSS in long mode",
    experiment: looksUp(LSL_ECX_EAX, ENTRY.tss16),
    shows: leaves(0x1234n),
    other: leaves(KEPT),
  },
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "inspect.refuses_upper_type",
    does: "does not look at the upper half of a TSS",
    experiment: looksUp(LAR_ECX_EAX, ENTRY.typed),
    shows: leaves(0x8900n),
    other: leaves(KEPT),
  },
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "inspect.refuses_upper_beyond_limit",
    does: "does not look whether the limit cuts off the upper half of a TSS",
    experiment: looksUp(LSL_ECX_EAX, ENTRY.cut),
    shows: leaves(0x67n),
    other: leaves(KEPT),
  },
];
