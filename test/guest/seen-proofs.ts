/**
 * For every field two cases that begin with the same value in it and end with different ones, because
 * their instructions differ: an adapter that reports what it was given instead of what it saw fails.
 */
import type { CpuState, FieldName, Page, Profile, Segment, SegmentName, TestCase } from "../../spec/model.ts";
import { GPR_NAMES, SEGMENT_PART_WIDTHS } from "../../spec/fields.ts";
import { GDT, SYSCALL, SYSRET, SYSRETQ, WRMSR, codeSegment, makeCase } from "./cases.ts";

/** A case that does nothing to the field and one that changes it. */
export type Proof = readonly [idle: TestCase, active: TestCase];

const DATA_PAGE = 0x64_0000n;

const MSR_INDEX = {
  efer: 0xc000_0080n,
  star: 0xc000_0081n,
  lstar: 0xc000_0082n,
  cstar: 0xc000_0083n,
  fmask: 0xc000_0084n,
  kernelGsBase: 0xc000_0102n,
  sysenterCs: 0x174n,
  sysenterEsp: 0x175n,
  sysenterEip: 0x176n,
} as const;

/** MOV to the segment register, LLDT or LTR, of AX. */
const LOADS: { readonly [name in Exclude<SegmentName, "cs">]: readonly number[] } = {
  es: [0x8e, 0xc0],
  ss: [0x8e, 0xd0],
  ds: [0x8e, 0xd8],
  fs: [0x8e, 0xe0],
  gs: [0x8e, 0xe8],
  ldtr: [0x0f, 0x00, 0xd0],
  tr: [0x0f, 0x00, 0xd8],
};

/** A register that differs from the descriptor to be loaded in `part`; otherwise as plain as that allows. */
function oddSegment(name: SegmentName, part: keyof Segment): Segment {
  const system = name === "ldtr" || name === "tr";
  const odd = {
    selector: 0x60,
    base: 0x7000n,
    limit: 0x12_3456,
    type: 1,
    s: 1,
    dpl: 0,
    p: 1,
    avl: 1,
    l: 1,
    db: 1,
    g: 0,
  };
  if (part === "s") return { ...odd, s: system ? 1 : 0 };
  if (part === "p") return { ...odd, p: 0 };
  return odd;
}

/** 8: writable data with dpl 3, 10h: LDT with dpl 3, 20h: available TSS with dpl 3, 30h: as 8 with dpl 0. */
const LOADED: readonly bigint[] = [
  0n,
  0x1280_f334_5678_ffffn,
  0x0080_e261_0000_0fffn,
  0n,
  0x0080_e963_0000_0067n,
  0n,
  0x1280_9334_5678_ffffn,
];

function loadedGdt(): Page {
  const bytes = new Uint8Array(LOADED.length * 8);
  const view = new DataView(bytes.buffer);
  LOADED.forEach((descriptor, index) => view.setBigUint64(index * 8, descriptor, true));
  return { linear: GDT, user: false, write: true, execute: false, data: [{ offset: 0, bytes }] };
}

const SELECTORS: { readonly [name in Exclude<SegmentName, "cs">]: bigint } = {
  es: 0x8n,
  ss: 0x30n,
  ds: 0x8n,
  fs: 0x8n,
  gs: 0x8n,
  ldtr: 0x10n,
  tr: 0x20n,
};

/** The proof of every field for a processor with `profile`, in `mode` where a proof needs no other one. */
export function seenProofs(profile: Profile, mode: "64" | "legacy" = "64"): ReadonlyMap<FieldName, Proof> {
  const proofs = new Map<FieldName, Proof>();
  const prove = (
    name: FieldName,
    code: readonly number[],
    before: Partial<CpuState> = {},
    more: object = {},
  ): void => {
    const options = { profile, mode, before, ...more };
    // As many NOPs as the instruction has bytes, so that both begin at the same RIP.
    proofs.set(name, [makeCase({ ...options, code: code.map(() => 0x90) }), makeCase({ ...options, code })]);
  };

  prove("cpl", SYSRETQ, { rcx: 0x70_0000n });
  prove("rip", SYSRETQ, { rcx: 0x70_0000n });
  prove("rflags", [0xf9]);
  prove("cr0", [0x0f, 0x22, 0xc0], { rax: 0x8001_0019n });
  prove("cr3", [0x0f, 0x22, 0xd8], { rax: 0x20_0018n });
  prove("cr4", [0x0f, 0x22, 0xe0], { rax: 0xa0n });
  prove("dr6", [0x0f, 0x23, 0xf0], { rax: 0xffff_4ff5n });
  prove("dr7", [0x0f, 0x23, 0xf8], { rax: 0x700n });
  GPR_NAMES.forEach((name, index) => {
    prove(name, [index < 8 ? 0x48 : 0x49, 0xc7, 0xc0 | (index & 7), 0x44, 0x33, 0x22, 0x11]);
  });

  const parts = Object.keys(SEGMENT_PART_WIDTHS) as (keyof Segment)[];
  for (const name of ["es", "ss", "ds", "fs", "gs", "ldtr", "tr"] as const) {
    for (const part of parts) {
      prove(
        `${name}.${part}`,
        LOADS[name],
        { [name]: oddSegment(name, part), rax: SELECTORS[name] },
        { gdt: loadedGdt() },
      );
    }
  }
  // SS.DPL is CPL, so it changes with it.
  prove("ss.dpl", SYSRETQ, { rcx: 0x70_0000n });

  const user = { cpl: 3 as const };
  const odd = { ...codeSegment(0x2b, 64), base: 0x7000n, limit: 0x12_3456, type: 15, avl: 1, g: 0 };
  for (const part of ["selector", "base", "limit", "type", "dpl", "avl", "g"] as const) {
    prove(`cs.${part}`, SYSCALL, { cs: odd }, user);
  }
  // Neither can be other than 1 after SYSCALL, and 64-bit mode needs a proper CS to begin with: a far jump in 16-bit code.
  const low = { ...codeSegment(8, 16), base: 0x40_1000n };
  const farJump = [0x66, 0xea, 0x00, 0x00, 0x70, 0x00, 0x08, 0x00];
  const rip = 0x1000n - BigInt(farJump.length);
  prove("cs.s", farJump, { rip, cs: { ...low, s: 0 } }, { mode: "compat16" });
  prove("cs.p", farJump, { rip, cs: { ...low, p: 0 } }, { mode: "compat16" });
  prove("cs.l", SYSRET, { rcx: 0x70_0000n });
  prove("cs.db", SYSRET, { rcx: 0x70_0000n });

  const operand = Uint8Array.of(0x34, 0x12, 0x78, 0x56, 0x34, 0x12, 0, 0, 0, 0);
  const dataPage: Page = {
    linear: DATA_PAGE,
    user: false,
    write: false,
    execute: false,
    data: [{ offset: 0, bytes: operand }],
  };
  for (const part of ["base", "limit"] as const) {
    prove(`gdtr.${part}`, [0x0f, 0x01, 0x10], { rax: DATA_PAGE }, { pages: [dataPage] });
    prove(`idtr.${part}`, [0x0f, 0x01, 0x18], { rax: DATA_PAGE }, { pages: [dataPage] });
  }

  for (const [name, rcx] of Object.entries(MSR_INDEX) as [keyof typeof MSR_INDEX, bigint][]) {
    const rax = name === "efer" ? 0x1500n : 0x1238n;
    prove(name, WRMSR, { rcx, rax, rdx: 0n });
  }
  return proofs;
}
