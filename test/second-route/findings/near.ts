/** Findings about near branches. */
import type { Confirmation } from "../confirmation.ts";
import { ADDRESS, SELECTOR, type Expectation } from "../experiment.ts";

const { code, target } = ADDRESS;
const next = code + 0x1000n;
const EDGE = 0x8000_0000_0000n;
/** The last page below the edge. */
const EDGE_PAGE = EDGE - 0x1000n;
const STACK = 0x4030_0000n;
const slot = STACK + 0x100n;
const CALL_RAX = [0xff, 0xd0];
const JMP_RAX = [0xff, 0xe0];
/** Eight bytes with the target's address. */
const TARGET = [...new Uint8Array(BigUint64Array.of(target).buffer)];

const faults = (rip: bigint): Expectation => ({
  kind: "exception",
  dump: { vector: 13, errorCode: 0n, frame: { rip } },
});
const lands = (rip: bigint): Expectation => ({
  kind: "exception",
  dump: { vector: 14, cr2: rip, frame: { rip } },
});
const at = (length: number): bigint => next - BigInt(length);

export const QEMU_NEAR: readonly Confirmation[] = [
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "near.gp_noncanonical",
    does: "goes to the target and faults there",
    experiment: { mode: "64", cpl: 0, instruction: JMP_RAX, registers: { rax: EDGE } },
    shows: faults(EDGE),
    other: faults(at(2)),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "near.gp_limit",
    does: "goes beyond the limit of CS",
    experiment: {
      mode: "compat",
      cpl: 0,
      cs: SELECTOR.kernelShortCode32,
      instruction: JMP_RAX,
      registers: { rax: target },
    },
    shows: lands(target),
    other: faults(at(2)),
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "near.operand_size_prefix_ignored",
    does: "reads two bytes of distance",
    experiment: { mode: "64", cpl: 0, instruction: [0x66, 0xe9, 0x00, 0x10, 0x00, 0x00] },
    shows: lands(next - 2n + 0x1000n),
    other: lands(next + 0x1000n),
  },
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "near.operand_size_prefix_counts",
    does: "ignores 66h on a short jump",
    experiment: { mode: "64", cpl: 0, instruction: [0x66, 0xeb, 0x10] },
    shows: lands(next + 0x10n),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "near.ret_releases",
    does: "takes the immediate for a number with sign",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: [0xc2, 0xd0, 0xc4],
      registers: { rsp: STACK },
      stubs: [{ linear: STACK, bytes: TARGET }],
    },
    shows: { kind: "exception", dump: { vector: 14, cr2: target, frame: { rsp: STACK + 8n - 0x3b30n } } },
    other: { kind: "exception", dump: { vector: 14, cr2: target, frame: { rsp: STACK + 8n + 0xc4d0n } } },
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "near.rip_16_bits",
    does: "reads two bytes of distance and cuts the target to no width",
    experiment: { mode: "64", cpl: 0, instruction: [0x66, 0xe9, 0x00, 0x10] },
    shows: lands(next + 0x1000n),
  },
  {
    processor: "qemu",
    vendors: ["intel", "amd"],
    rule: "near.rip_from_target",
    does: "goes to all 64 bits of RAX in 32-bit code",
    experiment: {
      mode: "compat",
      cpl: 0,
      instruction: JMP_RAX,
      registers: { rax: target + 0x1_0000_0000n },
    },
    shows: { kind: "exception", dump: { vector: 14, cr2: target, frame: { rip: target + 0x1_0000_0000n } } },
    other: lands(target),
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "near.completes",
    does: "reads two of four bytes of distance, which lead beyond the canonical edge",
    experiment: {
      mode: "64",
      cpl: 0,
      codePage: EDGE_PAGE,
      instruction: [0x66, 0xe9, 0x00, 0x10, 0xff, 0xff],
    },
    shows: faults(EDGE - 2n + 0x1000n),
    other: lands(EDGE + 0x1000n - 0x1_0000n),
  },
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "near.completes",
    does: "does not cut a target to 16 bits and goes beyond the canonical edge",
    experiment: { mode: "64", cpl: 0, codePage: EDGE_PAGE, instruction: [0x66, 0xeb, 0x10] },
    shows: faults(EDGE + 0x10n),
  },
];

export const BOCHS_NEAR: readonly Confirmation[] = [
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "near.call_slot_unwritten",
    does: "has written the return address of a CALL that it refuses",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: CALL_RAX,
      registers: { rax: EDGE, rsp: slot + 8n },
      stubs: [{ linear: STACK, bytes: [0] }],
      peek: slot,
    },
    shows: { kind: "exception", dump: { vector: 13, frame: { rip: at(2), rsp: slot + 8n }, peek: next } },
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "near.operand_size_prefix_counts",
    does: "ignores 66h on a short jump",
    experiment: { mode: "64", cpl: 0, instruction: [0x66, 0xeb, 0x10] },
    shows: lands(next + 0x10n),
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "near.completes",
    does: "wants two more bytes of distance, which lie in a page that is not there",
    experiment: { mode: "64", cpl: 0, instruction: [0x66, 0xe9, 0x00, 0x10] },
    shows: { kind: "exception", dump: { vector: 14, cr2: next, frame: { rip: at(4) } } },
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "near.fault_unchanged",
    does: "reads 8 bytes of target despite 66h, refuses them, and has written the return address",
    experiment: {
      mode: "64",
      cpl: 0,
      instruction: [0x66, ...CALL_RAX],
      registers: { rax: EDGE, rsp: slot + 8n },
      stubs: [{ linear: STACK, bytes: [0] }],
      peek: slot,
    },
    shows: { kind: "exception", dump: { vector: 13, frame: { rip: at(3), rsp: slot + 8n }, peek: next } },
    other: { kind: "exception", dump: { vector: 14, cr2: 0n } },
  },
  ...(
    [
      ["near.rip_16_bits", SELECTOR.kernelCode16, [0xe9, 0x00, 0x10]],
      ["near.rip_from_target", SELECTOR.kernelCode32, [0xe9, 0x00, 0x10, 0, 0]],
    ] as const
  ).map(([rule, cs, instruction]): Confirmation => ({
    processor: "bochs",
    vendors: ["intel"],
    rule,
    does: "counts on from 100000000h where code ends at the top of 4 GiB",
    experiment: { mode: "compat", cpl: 0, cs, codePage: 0xffff_f000n, instruction },
    shows: { kind: "exception", dump: { vector: 14, frame: { rip: 0x1_0000_1000n } } },
  })),
];
