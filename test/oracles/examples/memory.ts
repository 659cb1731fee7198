/** Accesses to memory, example by example. */
import type { Example } from "../example.ts";
import { BYTES } from "../machine.ts";
import { DATA, data, gdtWith } from "../pages.ts";

const EDGE = 0x0000_8000_0000_0000n;
/** mov ds,[rbx], mov [rbx],ds, mov ds,[rbp+0], mov [rbp+0],ds. */
const FROM_RBX = [0x8e, 0x1b];
const TO_RBX = [0x8c, 0x1b];
const FROM_RBP = [0x8e, 0x5d, 0];
const TO_RBP = [0x8c, 0x5d, 0];
const SELECTOR = data([0x28, 0]);
/** CS of the machine outside 64-bit mode ends below the data, and SS is 16 bits wide. */
const DS = { "ds.base": 0n, "ds.limit": 0xffff_ffff, "ds.g": 1, "ds.db": 1 };
/** CR4 with SMAP. */
const SMAP = { features: { smap: true }, set: { cr4: 0x21_0020n } } as const;

export const memoryExamples: readonly Example[] = [
  ...(
    [
      ["above the lower half", EDGE, FROM_RBX],
      ["on both sides of the edge", EDGE - 1n, FROM_RBX],
      ["below the upper half", 0xffff_7fff_ffff_fffen, TO_RBX],
      ["counted from RBX through SS", EDGE, [0x36, ...FROM_RBX]],
      ["counted from RBP through FS", EDGE - 0x1111_2222_3333n, [0x64, ...FROM_RBP]],
    ] as const
  ).map(([what, address, bytes]): Example => ({
    title: `silicon.20: raises #GP(0) for an address ${what}`,
    rules: ["memory.gp_noncanonical"],
    on: { bytes, cpl: 3, set: { rbx: address, rbp: address } },
    end: "#GP(0)",
  })),
  ...[[], [0x2e], [0x3e], [0x26], [0x36]].map((prefix): Example => ({
    title: `silicon.20: raises #SS(0) for an address counted from RBP, prefixes ${prefix.join()}`,
    rules: ["memory.ss_noncanonical"],
    on: { bytes: [...prefix, ...FROM_RBP], cpl: 3, set: { rbp: EDGE } },
    end: "#SS(0)",
  })),
  {
    title: "goes by 57 bits under CR4.LA57",
    rules: [],
    on: {
      bytes: FROM_RBX,
      features: { la57: true },
      set: { rbx: EDGE, cr4: 0x1_1020n },
      pages: [...gdtWith({}), { ...SELECTOR, linear: EDGE }],
    },
    end: "retired",
    after: { "ds.selector": 0x28 },
  },
  {
    title: "adds the base of FS, and wraps around 64 bits",
    rules: [],
    on: {
      bytes: [0x64, ...FROM_RBX],
      set: { "fs.base": 0xffff_ffff_ffff_f000n, rbx: DATA + 0x1000n },
      pages: [...gdtWith({}), SELECTOR],
    },
    end: "retired",
    after: { "ds.selector": 0x28 },
  },
  {
    title: "takes an offset that is not canonical through FS, or raises #GP(0)",
    rules: ["memory.offset_noncanonical"],
    on: {
      bytes: [0x64, ...FROM_RBX],
      set: { "fs.base": 0xffff_8000_0000_0000n, rbx: EDGE + DATA },
      pages: [...gdtWith({}), SELECTOR],
    },
    end: "retired",
    after: { "ds.selector": 0x28 },
    otherwise: { "memory.offset_noncanonical=gp": { end: "#GP(0)" } },
  },
  {
    title: "ignores the base of a segment that an override names in 64-bit mode",
    rules: ["memory.bases_ignored"],
    on: {
      bytes: [0x26, ...TO_RBX],
      set: { "es.base": 0x10n, rbx: DATA },
      pages: [data([])],
    },
    end: "retired",
    writes: { "502000h": "3300" },
  },
  {
    title: "raises #GP(0) through a null DS in compatibility mode",
    rules: ["memory.null_segment"],
    on: {
      bytes: FROM_RBX,
      mode: "compat",
      set: { ...DS, "cs.db": 1, rbx: DATA, "ds.p": 0, "ds.selector": 0 },
      pages: [...gdtWith({}), SELECTOR],
    },
    end: "#GP(0)",
  },
  {
    title: "raises #SS(0) through an unusable SS in compatibility mode",
    rules: ["memory.null_ss"],
    vendors: ["amd"],
    on: {
      bytes: FROM_RBP,
      mode: "compat",
      cpl: 3,
      set: { "cs.db": 1, rbp: DATA, "ss.p": 0, "ss.selector": 0, "ss.limit": 0xffff_ffff, "ss.type": 3 },
      pages: [...gdtWith({ dpl: 3 }), { ...SELECTOR, linear: DATA + 0x7000n }],
    },
    end: "#SS(0)",
  },
  ...(
    [
      ["data that is read-only", 1],
      ["readable code", 0xb],
    ] as const
  ).map(([what, type]): Example => ({
    title: `raises #GP(0) for a write through ${what}`,
    rules: ["memory.gp_not_writable"],
    on: {
      bytes: TO_RBX,
      mode: "compat",
      set: { ...DS, "cs.db": 1, rbx: DATA, "ds.type": type },
      pages: [data([])],
    },
    end: "#GP(0)",
  })),
  {
    title: "raises #GP(0) for a read through execute-only code",
    rules: ["memory.gp_not_readable"],
    on: {
      bytes: [0x2e, ...FROM_RBX],
      mode: "compat",
      set: { "cs.db": 1, rbx: DATA - 0x3000n },
      pages: [...gdtWith({}), SELECTOR],
    },
    end: "#GP(0)",
  },
  {
    title: "reads through readable code",
    rules: [],
    on: {
      bytes: [0x2e, ...FROM_RBX],
      mode: "compat",
      set: { "cs.db": 1, "cs.type": 0xb, rbx: DATA - 0x3000n },
      pages: [...gdtWith({}), SELECTOR],
    },
    end: "retired",
  },
  ...(
    [
      ["retired", 0x2001, 3, 1, 0x2000n],
      ["#GP(0)", 0x2000, 3, 1, 0x2000n],
      ["#GP(0)", 0x2000, 7, 1, 0x2000n],
      ["retired", 0x1fff, 7, 1, 0x2000n],
      ["retired", 0x1fff, 7, 1, 0x1_0000n],
      ["#GP(0)", 0x1fff, 7, 0, 0x1_0000n],
    ] as const
  ).map(([end, limit, type, db, offset]): Example => ({
    title: `${end === "retired" ? "reads" : "does not read"} through a segment of type ${type} with limit ${limit.toString(16)}h and B = ${db} at ${offset.toString(16)}h`,
    rules: end === "retired" ? [] : ["memory.gp_limit"],
    on: {
      bytes: FROM_RBX,
      mode: "legacy",
      set: {
        ...DS,
        "cs.db": 1,
        rbx: offset,
        "ds.type": type,
        "ds.base": DATA - offset,
        "ds.limit": limit,
        "ds.db": db,
        "ds.g": 0,
      },
      pages: [...gdtWith({}), SELECTOR],
    },
    end,
  })),
  {
    title: "raises #SS(0) beyond the limit of SS",
    rules: ["memory.ss_limit"],
    on: {
      bytes: TO_RBP,
      mode: "compat",
      set: { "cs.db": 1, rbp: 0xf_ffffn, "ss.type": 3 },
      pages: [data([], { linear: 0x10_6000n }), data([], { linear: 0x10_7000n })],
    },
    end: "#SS(0)",
  },
  {
    title: "takes 16-bit addresses in code with D = 0",
    rules: [],
    // mov [bp+si+10h],ds, with SS through BP
    on: {
      bytes: [0x8c, 0x5a, 0x10],
      mode: "compat",
      set: { rbp: 0x1_fff0n, rsi: 0x1_0010n, "ss.type": 3, "ss.base": DATA - 0x10n },
      pages: [data([])],
    },
    end: "retired",
    writes: { "502000h": "3300" },
  },
  {
    title: "raises #AC(0) for a misaligned access at CPL 3 under AM and AC",
    rules: ["memory.ac_misaligned"],
    on: {
      bytes: FROM_RBX,
      cpl: 3,
      set: { cr0: 0x8005_0031n, rflags: 0x4_0202n, rbx: DATA + 1n },
      pages: [...gdtWith({ dpl: 3 }), SELECTOR],
    },
    end: "#AC(0)",
  },
  ...(
    [
      [0x8005_0031n, 0x4_0202n, 3, DATA],
      [0x8001_0031n, 0x4_0202n, 3, DATA + 1n],
      [0x8005_0031n, 0x202n, 3, DATA + 1n],
      [0x8005_0031n, 0x4_0202n, 2, DATA + 1n],
    ] as const
  ).map(([cr0, rflags, cpl, rbx]): Example => ({
    title: `raises no #AC with CR0 = ${cr0.toString(16)}h, RFLAGS = ${rflags.toString(16)}h, CPL ${cpl}, address ${rbx.toString(16)}h`,
    rules: [],
    on: { bytes: TO_RBX, cpl, set: { cr0, rflags, rbx }, pages: [data([])] },
    end: "retired",
  })),
  ...(
    [
      [FROM_RBX, 0, "#PF(0) at 502000h"],
      [TO_RBX, 0, "#PF(2h) at 502000h"],
      [FROM_RBX, 3, "#PF(4h) at 502000h"],
      [TO_RBX, 3, "#PF(6h) at 502000h"],
    ] as const
  ).map(([bytes, cpl, end]): Example => ({
    title: `raises ${end} for a page that is not mapped, CPL ${cpl}`,
    rules: ["memory.pf_not_present"],
    on: { bytes, cpl, set: { rbx: DATA }, pages: gdtWith({}) },
    end,
  })),
  {
    title: "names the first byte in a second page that is not mapped",
    rules: ["memory.pf_not_present"],
    on: { bytes: TO_RBX, set: { rbx: DATA + 0xfffn }, pages: [data([])] },
    end: "#PF(2h) at 503000h",
  },
  {
    title: "raises #PF for a table that is not mapped, as supervisor at CPL 3",
    rules: ["memory.pf_not_present"],
    on: { bytes: BYTES.movDsEax, cpl: 3, set: { rax: 0x28n } },
    end: "#PF(0) at 600028h",
  },
  {
    title: "raises #PF for a supervisor page at CPL 3",
    rules: ["memory.pf_supervisor_page"],
    on: {
      bytes: FROM_RBX,
      cpl: 3,
      set: { rbx: DATA },
      pages: [...gdtWith({ dpl: 3 }), data([0x28, 0], { user: false })],
    },
    end: "#PF(5h) at 502000h",
  },
  ...[0, 1, 2].map((cpl): Example => ({
    title: `reads a supervisor page at CPL ${cpl}`,
    rules: [],
    on: {
      bytes: FROM_RBX,
      cpl,
      set: { rbx: DATA },
      pages: [...gdtWith({ dpl: 3 }), data([0x28, 0], { user: false })],
    },
    end: "retired",
  })),
  {
    title: "reads and writes a table in a supervisor page at CPL 3",
    rules: ["memory.table_access_as_supervisor"],
    on: { bytes: BYTES.movDsEax, cpl: 3, set: { rax: 0x28n }, pages: gdtWith({ dpl: 3 }) },
    end: "retired",
    writes: { "60002dh": "f3" },
  },
  ...(
    [
      [0, FROM_RBX, "#PF(1h) at 502000h"],
      [2, TO_RBX, "#PF(3h) at 502000h"],
    ] as const
  ).map(([cpl, bytes, end]): Example => ({
    title: `raises ${end} for a user page under CR4.SMAP, CPL ${cpl}`,
    rules: ["memory.pf_smap"],
    on: { ...SMAP, bytes, cpl, set: { ...SMAP.set, rbx: DATA }, pages: [...gdtWith({ dpl: 3 }), SELECTOR] },
    end,
  })),
  {
    title: "reads a user page under CR4.SMAP with RFLAGS.AC",
    rules: ["memory.smap_ac_allows"],
    on: {
      ...SMAP,
      bytes: FROM_RBX,
      set: { ...SMAP.set, rbx: DATA, rflags: 0x4_0202n },
      pages: [...gdtWith({}), SELECTOR],
    },
    end: "retired",
  },
  ...(
    [
      [3, true],
      [0, false],
    ] as const
  ).map(([cpl, user]): Example => ({
    title: `reads a page of the ${user ? "user" : "supervisor"} under CR4.SMAP at CPL ${cpl}`,
    rules: [],
    on: {
      ...SMAP,
      bytes: FROM_RBX,
      cpl,
      set: { ...SMAP.set, rbx: DATA },
      pages: [...gdtWith({ dpl: 3 }), data([0x28, 0], { user })],
    },
    end: "retired",
  })),
  ...(
    [
      [0, 0x202n],
      [0, 0x4_0202n],
      [3, 0x202n],
      [3, 0x4_0202n],
    ] as const
  ).map(([cpl, rflags]): Example => ({
    title: `raises #PF for a table in a user page under CR4.SMAP, CPL ${cpl}, RFLAGS = ${rflags.toString(16)}h`,
    rules: ["memory.pf_smap_table"],
    on: {
      ...SMAP,
      bytes: BYTES.movDsEax,
      cpl,
      set: { ...SMAP.set, rax: 0x28n, rflags },
      pages: gdtWith({ dpl: 3 }, { user: true }),
    },
    end: "#PF(1h) at 600028h",
  })),
  ...(
    [
      [0, 0x8001_0031n, "#PF(3h) at 502000h"],
      [3, 0x8001_0031n, "#PF(7h) at 502000h"],
      [3, 0x8000_0031n, "#PF(7h) at 502000h"],
    ] as const
  ).map(([cpl, cr0, end]): Example => ({
    title: `raises ${end} for a page that is not writable, CPL ${cpl}, CR0 = ${cr0.toString(16)}h`,
    rules: ["memory.pf_read_only"],
    on: { bytes: TO_RBX, cpl, set: { rbx: DATA, cr0 }, pages: [data([], { write: false })] },
    end,
  })),
  {
    title: "raises #PF for the accessed bit in a table that is not writable, somewhere in the descriptor",
    rules: ["memory.pf_read_only"],
    on: { bytes: BYTES.movDsEax, set: { rax: 0x28n }, pages: gdtWith({}, { write: false }) },
    end: "#PF(3h)",
    after: { "ds.selector": 0x33 },
    writes: {},
  },
  {
    title: "writes a page that is not writable at CPL 0 with CR0.WP = 0",
    rules: ["memory.wp_clear_allows_write"],
    on: { bytes: TO_RBX, set: { rbx: DATA, cr0: 0x8000_0031n }, pages: [data([], { write: false })] },
    end: "retired",
    writes: { "502000h": "3300" },
  },
  {
    title: "writes the accessed bit into a table that is not writable at CPL 3 with CR0.WP = 0",
    rules: ["memory.wp_clear_allows_write"],
    on: {
      bytes: BYTES.movDsEax,
      cpl: 3,
      set: { rax: 0x28n, cr0: 0x8000_0031n },
      pages: gdtWith({ dpl: 3 }, { write: false }),
    },
    end: "retired",
    writes: { "60002dh": "f3" },
  },
];
