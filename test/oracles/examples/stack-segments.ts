/** PUSH and POP of segment registers, and loads of far pointers, example by example. */
import type { Example } from "../example.ts";
import { DATA, data, FLAT, gdtWith } from "../pages.ts";

const EDGE = 0x0000_8000_0000_0000n;
/** RSP of the machine is the start of a page, in which POP finds what PUSH puts into the one before. */
const BELOW = 0x4f_f000n;
const ABOVE = 0x50_0000n;
const below = data([], { linear: BELOW });
const above = (bytes: readonly number[]): ReturnType<typeof data> => data(bytes, { linear: ABOVE });
/** Flat stack and code with D=1 outside 64-bit mode. */
const COMPAT = {
  mode: "compat",
  set: { "cs.db": 1, "ss.base": 0n, "ss.limit": 0xffff_ffff, "ss.type": 3, "ss.db": 1, "ss.g": 1 },
} as const;
const FILLED = data([], { linear: BELOW, data: [{ offset: 0xff0, bytes: new Uint8Array(16).fill(0xee) }] });

const PUSH_FS = [0x0f, 0xa0];
const POP_FS = [0x0f, 0xa1];
const POP_GS = [0x0f, 0xa9];

export const pushsregExamples: readonly Example[] = [
  ...(
    [
      [0x06, "ES"],
      [0x0e, "CS"],
      [0x16, "SS"],
      [0x1e, "DS"],
    ] as const
  ).map(([opcode, name]): Example => ({
    title: `raises #UD for PUSH ${name} in 64-bit mode`,
    rules: ["pushsreg.ud_64bit", "pushsreg.fault_unchanged"],
    on: { bytes: [opcode], pages: [below] },
    end: "#UD",
  })),
  {
    title: "silicon.12: writes 8 zero-extended bytes in 64-bit mode",
    rules: ["pushsreg.slot", "pushsreg.rsp", "pushsreg.unchanged"],
    on: { bytes: PUSH_FS, pages: [FILLED] },
    end: "retired",
    after: { rsp: 0x4f_fff8n },
    writes: { "4ffff8h": "3b00000000000000" },
  },
  {
    title: "completes with GS",
    rules: ["pushsreg.completes"],
    on: { bytes: [0x0f, 0xa8], pages: [FILLED] },
    end: "retired",
    writes: { "4ffff8h": "4300000000000000" },
  },
  {
    title: "writes 2 bytes with 66h",
    rules: ["pushsreg.slot", "pushsreg.rsp"],
    on: { bytes: [0x66, ...PUSH_FS], pages: [FILLED] },
    end: "retired",
    after: { rsp: 0x4f_fffen },
    writes: { "4ffffeh": "3b00" },
  },
  {
    title: "ignores 66h under REX.W",
    rules: ["pushsreg.slot"],
    on: { bytes: [0x66, 0x48, ...PUSH_FS], pages: [FILLED] },
    end: "retired",
    writes: { "4ffff8h": "3b00000000000000" },
  },
  {
    title: "silicon.12: writes two bytes of a slot of 32 bits in compatibility mode",
    rules: ["pushsreg.slot", "pushsreg.two_bytes_written", "pushsreg.rsp"],
    vendors: ["intel"],
    on: { ...COMPAT, bytes: [0x1e], pages: [FILLED] },
    end: "retired",
    after: { rsp: 0x4f_fffcn },
    writes: { "4ffffch": "3300", "4ffffeh": "eeee" },
  },
  {
    title: "writes a slot of 32 bits in compatibility mode",
    rules: ["pushsreg.slot", "pushsreg.rsp"],
    vendors: ["amd"],
    on: { ...COMPAT, bytes: [0x1e], pages: [FILLED] },
    end: "retired",
    after: { rsp: 0x4f_fffcn },
    writes: { "4ffffch": "33000000" },
  },
  {
    title: "checks two bytes of a slot of 32 bits, or all",
    rules: ["pushsreg.checked_bytes"],
    vendors: ["intel"],
    on: { ...COMPAT, bytes: [0x1e], set: { ...COMPAT.set, rsp: 0x50_0002n }, pages: [below] },
    end: "retired",
    writes: { "4ffffeh": "3300" },
    otherwise: { "pushsreg.checked_bytes=all": { end: "#PF(2h) at 500000h" } },
  },
  {
    title: "checks all bytes of a slot of 32 bits",
    rules: ["pushsreg.whole_slot_checked"],
    vendors: ["amd"],
    on: { ...COMPAT, bytes: [0x1e], set: { ...COMPAT.set, rsp: 0x50_0002n }, pages: [below] },
    end: "#PF(2h) at 500000h",
  },
  {
    title: "checks all bytes of a slot in 64-bit mode",
    rules: ["pushsreg.whole_slot_checked"],
    on: { bytes: PUSH_FS, set: { rsp: 0x50_0002n }, pages: [below] },
    end: "#PF(2h) at 500000h",
  },
  {
    title: "raises #SS(0) for a slot across the edge of the canonical addresses",
    rules: ["pushsreg.whole_slot_checked"],
    on: { bytes: PUSH_FS, set: { rsp: EDGE + 4n }, pages: [data([], { linear: EDGE - 0x1000n })] },
    end: "#SS(0)",
  },
  {
    title: "raises #SS(0) for a slot at an address that is not canonical",
    rules: ["memory.ss_noncanonical"],
    on: { bytes: PUSH_FS, set: { rsp: EDGE + 8n } },
    end: "#SS(0)",
  },
  {
    title: "raises #PF for the accessed page below the stack",
    rules: ["memory.pf_not_present"],
    on: { bytes: PUSH_FS },
    end: "#PF(2h) at 4ffff8h",
    after: { rsp: 0x50_0000n },
  },
  {
    title: "moves SP alone on a stack of 16 bits",
    rules: ["pushsreg.rsp"],
    on: {
      ...COMPAT,
      bytes: [0x66, 0x0e],
      set: { ...COMPAT.set, "ss.db": 0, "ss.base": ABOVE, rsp: 0x1_0002n },
      pages: [above([])],
    },
    end: "retired",
    after: { rsp: 0x1_0000n },
    writes: { "500000h": "5800" },
  },
];

export const popsregExamples: readonly Example[] = [
  ...([0x07, 0x17, 0x1f] as const).map((opcode): Example => ({
    title: `raises #UD for ${opcode.toString(16)}h in 64-bit mode`,
    rules: ["popsreg.ud_64bit", "popsreg.fault_unchanged"],
    on: { bytes: [opcode], pages: [...gdtWith({}), above([0x28, 0])] },
    end: "#UD",
  })),
  {
    title: "silicon.9: loads GS from a slot of 8 bytes",
    rules: ["popsreg.rsp", "popsreg.completes", "popsreg.unchanged", "segload.selector"],
    on: { bytes: POP_GS, pages: [...gdtWith({}), above([0x28, 0, 1, 2, 3, 4, 5, 6])] },
    end: "retired",
    after: { "gs.selector": 0x28, "gs.base": 0n, rsp: 0x50_0008n },
  },
  {
    title: "takes a slot of 2 bytes with 66h",
    rules: ["popsreg.rsp"],
    on: { bytes: [0x66, ...POP_FS], pages: [...gdtWith({}), above([0x28, 0])] },
    end: "retired",
    after: { "fs.selector": 0x28, rsp: 0x50_0002n },
  },
  {
    title: "takes a slot of 4 bytes in compatibility mode",
    rules: ["popsreg.rsp"],
    on: { ...COMPAT, bytes: [0x1f], pages: [...gdtWith({}), above([0x28, 0])] },
    end: "retired",
    after: { "ds.selector": 0x28, rsp: 0x50_0004n },
  },
  {
    title: "does not move the stack pointer with #NP",
    rules: ["segload.np_not_present"],
    on: { ...COMPAT, bytes: [0x07], pages: [...gdtWith({ p: 0 }), above([0x28, 0])] },
    end: "#NP(28h)",
    after: { rsp: 0x50_0000n },
  },
  {
    title: "moves the old stack pointer with POP SS, and holds the single-step trap back",
    rules: ["popsreg.rsp", "segload.ss_shadow_no_db"],
    on: {
      ...COMPAT,
      bytes: [0x17],
      set: { ...COMPAT.set, rflags: 0x302n },
      pages: [...gdtWith({ db: 0 }), above([0x28, 0])],
    },
    end: "retired",
    after: { "ss.selector": 0x28, "ss.db": 0, rsp: 0x50_0004n },
  },
  {
    title: "reads two bytes of the slot, or all",
    rules: ["popsreg.read_bytes"],
    vendors: ["intel"],
    on: {
      bytes: POP_FS,
      set: { rsp: 0x50_0ffen },
      pages: [
        ...gdtWith({}),
        data([], { linear: ABOVE, data: [{ offset: 0xffe, bytes: Uint8Array.of(0x28, 0) }] }),
      ],
    },
    end: "retired",
    after: { "fs.selector": 0x28, rsp: 0x50_1006n },
    otherwise: { "popsreg.read_bytes=all": { end: "#PF(0) at 501000h" } },
  },
  {
    title: "reads all of the slot",
    rules: ["popsreg.whole_slot_read"],
    vendors: ["amd"],
    on: {
      bytes: POP_FS,
      set: { rsp: 0x50_0ffen },
      pages: [
        ...gdtWith({}),
        data([], { linear: ABOVE, data: [{ offset: 0xffe, bytes: Uint8Array.of(0x28, 0) }] }),
      ],
    },
    end: "#PF(0) at 501000h",
  },
];

/** lfs ebx,[rax]. */
const LFS = [0x0f, 0xb4, 0x18];
const HIGH = 0x9_0000_00b0n;
/** A pointer of 32 bits and its selector. */
const pointer = (page: Parameters<typeof data>[1] = {}): ReturnType<typeof data> =>
  data([0x11, 0x22, 0x33, 0x44, 0x28, 0, 0x55, 0x66, 0x28, 0], page);
const AT = { rax: DATA, rbx: HIGH };

export const loadfarExamples: readonly Example[] = [
  ...([0xb2, 0xb4, 0xb5] as const).map((opcode): Example => ({
    title: `raises #UD for 0F ${opcode.toString(16)}h with a register`,
    rules: ["loadfar.ud_register", "loadfar.fault_unchanged"],
    on: { bytes: [0x0f, opcode, 0xc3] },
    end: "#UD",
  })),
  {
    title: "loads FS and zero-extends an offset of 32 bits",
    rules: [
      "loadfar.register_from_offset",
      "loadfar.register_zero_extended",
      "loadfar.completes",
      "loadfar.unchanged",
      "segload.selector",
    ],
    on: { bytes: LFS, set: AT, pages: [...gdtWith({}), pointer()] },
    end: "retired",
    after: { "fs.selector": 0x28, rbx: 0x4433_2211n },
  },
  {
    title: "loads an offset of 16 bits and leaves the rest of the register",
    rules: ["loadfar.register_from_offset"],
    on: { bytes: [0x66, ...LFS], set: AT, pages: [...gdtWith({}), data([0x11, 0x22, 0x28, 0])] },
    end: "retired",
    after: { "fs.selector": 0x28, rbx: 0x9_0000_2211n },
  },
  {
    title: "loads an offset of 64 bits",
    rules: ["loadfar.register_from_offset", "loadfar.rex_w_obeyed"],
    vendors: ["intel"],
    on: { bytes: [0x48, ...LFS], set: AT, pages: [...gdtWith({}), pointer()] },
    end: "retired",
    after: { "fs.selector": 0x28, rbx: 0x6655_0028_4433_2211n },
  },
  {
    title: "ignores REX.W, and 66h beside it",
    rules: ["loadfar.rex_w_ignored"],
    vendors: ["amd"],
    on: { bytes: [0x66, 0x48, ...LFS], set: AT, pages: [...gdtWith({}), pointer()] },
    end: "retired",
    after: { "fs.selector": 0x28, rbx: 0x4433_2211n },
  },
  {
    title: "loads DS in compatibility mode, where the upper half of the register is not visible",
    rules: ["loadfar.register_from_offset", "loadfar.upper_half_unspecified"],
    on: {
      ...COMPAT,
      bytes: [0xc5, 0x18],
      set: { ...COMPAT.set, ...AT, rbx: 0xb0n },
      pages: [...gdtWith({}), pointer()],
    },
    end: "retired",
    after: { "ds.selector": 0x28, rbx: 0x4433_2211n },
    masked: { rbx: 0xffff_ffff_0000_0000n, "ds.l": 1n },
  },
  {
    title: "leaves the register alone with #NP",
    rules: ["segload.np_not_present"],
    on: { bytes: LFS, set: AT, pages: [...gdtWith({ p: 0 }), pointer()] },
    end: "#NP(28h)",
    after: { rbx: HIGH },
  },
  {
    title: "loads SS, and traps at once under TF",
    rules: ["loadfar.db_lss"],
    on: {
      bytes: [0x0f, 0xb2, 0x18],
      set: { ...AT, rflags: 0x302n },
      pages: [...gdtWith({ ...FLAT, type: 3 }), pointer()],
    },
    end: "#DB",
    after: { "ss.selector": 0x28 },
  },
  {
    title: "reads the offset first",
    rules: ["loadfar.offset_before_selector"],
    vendors: ["amd"],
    on: { bytes: LFS, set: { ...AT, rax: DATA - 4n } },
    end: "#PF(0) at 501ffch",
  },
  {
    title: "reads the offset first, or the selector",
    rules: ["loadfar.read_order"],
    vendors: ["intel"],
    on: { bytes: LFS, set: { ...AT, rax: DATA - 4n } },
    end: "#PF(0) at 501ffch",
    otherwise: { "loadfar.read_order=selector": { end: "#PF(0) at 502000h" } },
  },
];
