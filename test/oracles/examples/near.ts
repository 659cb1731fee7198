/** Near JMP, CALL and RET, example by example. */
import type { Page } from "../../../spec/model.ts";
import type { Example } from "../example.ts";
import { DATA, data } from "../pages.ts";

/** The machine's stack pointer is at the end of this page. */
const STACK = 0x4f_f000n;
/** No page of the examples. */
const TARGET = 0x70_0000n;
const BEYOND = 0x8000_0000_0000n;

function stackPage(bytes: readonly number[] = [], at = 0xff0): Page {
  return {
    linear: STACK,
    user: true,
    write: true,
    execute: false,
    data: [{ offset: at, bytes: Uint8Array.from(bytes) }],
  };
}

const JMP_RAX = [0xff, 0xe0];
const CALL_RAX = [0xff, 0xd0];
const RET = [0xc3];
const FLAT_SS = { "ss.base": 0, "ss.limit": 0xffff_ffff, "ss.type": 3, "ss.db": 1, "ss.g": 1 } as const;
const COMPAT = { "cs.db": 1, "cs.base": 0, ...FLAT_SS } as const;
/** The target in the order of memory. */
const TARGET_BYTES = [0, 0, 0x70, 0, 0, 0, 0, 0];

export const nearExamples: readonly Example[] = [
  {
    title: "goes to what a register holds, and changes nothing else",
    rules: ["near.completes", "near.unchanged", "near.rip_from_target"],
    on: { bytes: JMP_RAX, set: { rax: TARGET } },
    end: "retired",
    after: { rip: TARGET },
  },
  {
    title: "goes to what memory holds",
    rules: ["near.rip_from_target"],
    on: { bytes: [0xff, 0x23], set: { rbx: DATA }, pages: [data(TARGET_BYTES)] },
    end: "retired",
    after: { rip: TARGET },
  },
  {
    title: "goes a distance from the next instruction",
    rules: ["near.rip_from_target"],
    on: { bytes: [0xe9, 0xfb, 0x0f, 0x00, 0x00] },
    end: "retired",
    after: { rip: 0x40_2f00n },
  },
  {
    title: "goes a short distance, backwards too",
    rules: ["near.rip_from_target"],
    on: { bytes: [0xeb, 0x80], set: { rip: 0x40_1000n } },
    end: "retired",
    after: { rip: 0x40_0f82n },
  },
  {
    title: "clears RF",
    rules: ["retire.rf_cleared"],
    on: { bytes: JMP_RAX, set: { rax: TARGET, rflags: 0x1_0002n } },
    end: "retired",
    after: { rflags: 2n },
  },
  {
    title: "traps after a jump with TF",
    rules: ["debug.db_single_step"],
    on: { bytes: JMP_RAX, set: { rax: TARGET, rflags: 0x102n } },
    end: "#DB",
    after: { rip: TARGET },
  },
  {
    title: "silicon.18: refuses a target beyond the canonical edge, at the branch",
    rules: ["near.gp_noncanonical", "near.fault_unchanged"],
    on: { bytes: JMP_RAX, cpl: 3, set: { rax: BEYOND } },
    end: "#GP(0)",
    after: { rip: 0x40_1f00n },
  },
  {
    title: "takes the last canonical address of the lower half",
    rules: ["near.completes"],
    on: { bytes: JMP_RAX, set: { rax: BEYOND - 1n } },
    end: "retired",
    after: { rip: BEYOND - 1n },
  },
  {
    title: "refuses an offset beyond the limit of CS, and takes the limit itself",
    rules: ["near.gp_limit"],
    on: { bytes: JMP_RAX, mode: "compat", set: { ...COMPAT, rax: 0x9000_0000n } },
    end: "#GP(0)",
  },
  {
    title: "takes an offset at the limit of CS",
    rules: ["near.completes"],
    on: { bytes: JMP_RAX, mode: "compat", set: { ...COMPAT, rax: 0x8fff_ffffn } },
    end: "retired",
    after: { rip: 0x8fff_ffffn },
  },
  {
    title: "pushes the address of the next instruction",
    rules: ["near.call_pushes_next", "near.call_moves_stack", "near.rip_from_target"],
    on: { bytes: CALL_RAX, cpl: 3, set: { rax: TARGET }, pages: [stackPage()] },
    end: "retired",
    after: { rip: TARGET, rsp: 0x4f_fff8n },
    writes: { "4ffff8h": "021f400000000000" },
  },
  {
    title: "pushes 4 bytes in 32-bit code",
    rules: ["near.call_pushes_next", "near.call_moves_stack"],
    on: {
      bytes: [0xe8, 0xfb, 0x0f, 0x00, 0x00],
      mode: "compat",
      set: { ...COMPAT, rsp: 0x50_0000n },
      pages: [stackPage()],
    },
    end: "retired",
    after: { rip: 0x40_2f00n, rsp: 0x4f_fffcn },
    writes: { "4ffffch": "051f4000" },
  },
  {
    title: "moves SP alone on a stack of 16 bits",
    rules: ["near.ret_moves_stack"],
    on: {
      bytes: RET,
      mode: "compat",
      set: { ...COMPAT, "ss.db": 0, "ss.base": 0x4f_0000, rsp: 0x1234_fff0n },
      pages: [stackPage(TARGET_BYTES)],
    },
    end: "retired",
    after: { rip: TARGET, rsp: 0x1234_fff4n },
  },
  {
    title: "silicon.18: has written the return address though the target is refused",
    rules: ["near.call_slot_written", "near.gp_noncanonical", "near.fault_unchanged"],
    vendors: ["intel"],
    on: { bytes: CALL_RAX, cpl: 3, set: { rax: BEYOND }, pages: [stackPage()] },
    end: "#GP(0)",
    after: { rip: 0x40_1f00n, rsp: 0x50_0000n },
    writes: { "4ffff8h": "021f400000000000" },
  },
  {
    title: "has written nothing where the target is refused",
    rules: ["near.call_slot_unwritten", "near.gp_noncanonical"],
    vendors: ["amd"],
    on: { bytes: CALL_RAX, cpl: 3, set: { rax: BEYOND }, pages: [stackPage()] },
    end: "#GP(0)",
    after: { rsp: 0x50_0000n },
    writes: {},
  },
  {
    title: "may have written the return address outside 64-bit mode",
    rules: ["near.call_slot_outside_64bit", "near.gp_limit"],
    vendors: ["intel"],
    on: {
      bytes: CALL_RAX,
      mode: "compat",
      set: { ...COMPAT, rax: 0x9000_0000n, rsp: 0x50_0000n },
      pages: [stackPage()],
    },
    end: "#GP(0)",
    writes: { "4ffffch": "021f4000" },
    otherwise: { "near.call_slot_outside_64bit=unwritten": { end: "#GP(0)", writes: {} } },
  },
  {
    title: "silicon.18: faults on the stack before it looks at the target",
    rules: ["near.stack_before_target"],
    on: { bytes: CALL_RAX, cpl: 3, set: { rax: BEYOND } },
    end: "#PF(6h) at 4ffff8h",
  },
  {
    title: "faults on a stack that is not canonical before it looks at the target",
    rules: ["near.stack_before_target", "memory.ss_noncanonical"],
    on: { bytes: CALL_RAX, cpl: 3, set: { rax: BEYOND, rsp: BEYOND + 8n } },
    end: "#SS(0)",
  },
  {
    title: "returns to what the stack holds",
    rules: ["near.rip_from_target", "near.ret_moves_stack"],
    on: { bytes: RET, cpl: 3, set: { rsp: 0x4f_fff0n }, pages: [stackPage(TARGET_BYTES)] },
    end: "retired",
    after: { rip: TARGET, rsp: 0x4f_fff8n },
  },
  {
    title: "silicon.18: leaves RSP alone where the return is refused",
    rules: ["near.gp_noncanonical", "near.fault_unchanged"],
    on: { bytes: RET, cpl: 3, set: { rsp: 0x4f_fff0n }, pages: [stackPage([0, 0, 0, 0, 0, 0x80])] },
    end: "#GP(0)",
    after: { rsp: 0x4f_fff0n },
  },
  {
    title: "releases parameters, up to 65,535 bytes",
    rules: ["near.ret_releases"],
    on: { bytes: [0xc2, 0xfe, 0xff], set: { rsp: 0x4f_fff0n }, pages: [stackPage(TARGET_BYTES)] },
    end: "retired",
    after: { rip: TARGET, rsp: 0x50_fff6n },
  },
  {
    title: "releases parameters within 16 bits of SP",
    rules: ["near.ret_releases"],
    on: {
      bytes: [0xc2, 0x20, 0x00],
      mode: "compat",
      set: { ...COMPAT, "ss.db": 0, "ss.base": 0x4f_0000, rsp: 0x1234_fff0n },
      pages: [stackPage(TARGET_BYTES)],
    },
    end: "retired",
    after: { rip: TARGET, rsp: 0x1234_0014n },
  },
  {
    title: "silicon.19: ignores 66h in 64-bit mode",
    rules: ["near.operand_size_prefix_ignored", "near.rip_from_target"],
    vendors: ["intel"],
    on: { bytes: [0x66, ...JMP_RAX], cpl: 3, set: { rax: TARGET } },
    end: "retired",
    after: { rip: TARGET },
  },
  {
    title: "silicon.19: takes four bytes of distance with 66h in 64-bit mode",
    rules: ["near.operand_size_prefix_ignored"],
    vendors: ["intel"],
    on: { bytes: [0x66, 0xe9, 0xfa, 0x0f, 0x00, 0x00], cpl: 3 },
    end: "retired",
    after: { rip: 0x40_2f00n },
  },
  {
    title: "goes to 16 bits with 66h in 64-bit mode, two bytes of distance",
    rules: ["near.operand_size_prefix_counts", "near.rip_16_bits"],
    vendors: ["amd"],
    on: { bytes: [0x66, 0xe9, 0xfc, 0x0f], cpl: 3 },
    end: "retired",
    after: { rip: 0x2f00n },
  },
  {
    title: "has read all of a jump of two bytes where no page follows",
    rules: ["near.operand_size_prefix_counts"],
    vendors: ["amd"],
    on: { bytes: [0x66, 0xe9, 0x00, 0x10], cpl: 3, set: { rip: 0x40_1ffcn } },
    end: "retired",
    after: { rip: 0x3000n },
  },
  {
    title: "has read all of it at CPL 0 without NXE too",
    rules: ["near.operand_size_prefix_counts"],
    vendors: ["amd"],
    on: { bytes: [0x66, 0xe9, 0x00, 0x10], set: { rip: 0x40_1ffcn, efer: 0x501 } },
    end: "retired",
    after: { rip: 0x3000n },
  },
  {
    title: "pushes two bytes with 66h in 64-bit mode",
    rules: [
      "near.operand_size_prefix_counts",
      "near.call_pushes_next",
      "near.call_moves_stack",
      "near.rip_16_bits",
    ],
    vendors: ["amd"],
    on: { bytes: [0x66, ...CALL_RAX], cpl: 3, set: { rax: 0x1234_5678n }, pages: [stackPage()] },
    end: "retired",
    after: { rip: 0x5678n, rsp: 0x4f_fffen },
    writes: { "4ffffeh": "031f" },
  },
  {
    title: "goes to 16 bits with 66h in 32-bit code",
    rules: ["near.rip_16_bits"],
    on: { bytes: [0x66, ...JMP_RAX], mode: "compat", set: { ...COMPAT, rax: 0x1234_0200n } },
    end: "retired",
    after: { rip: 0x200n },
  },
];
