/** What a Linux process can set and see of the CPU that it runs on, and what it assumes of the rest. */
import { readFeatures, readVendor } from "../../guest/hello.ts";
import { SEGMENT_PART_WIDTHS, TABLE_NAMES, field } from "../../spec/fields.ts";
import type { FieldName, Imposed, Mode, Profile, Segment, SegmentName } from "../../spec/model.ts";
import type { FieldCapability } from "../adapter.ts";
import type { NativeHello } from "./native-record.ts";
import { GDT_BASE, LDT_BASE, USER_CODE_64, USER_DATA, nativeTables, tablePages } from "./native-tables.ts";

const SYSTEM = { s: 0, dpl: 0, p: 1, avl: 0, l: 0, db: 0, g: 0 } as const;
const UNUSABLE: Segment = { ...SYSTEM, selector: 0, base: 0n, limit: 0, type: 0, p: 0 };

const ALL = (1n << 64n) - 1n;
const RF = 1n << 16n;
const CR4_LA57 = 1n << 12n;
const EFER_NXE = 1n << 11n;

/**
 * Values of what a program cannot read: those of Linux where it fixes them, otherwise any that mean the same. None
 * of them is compared; they only have to lead the oracle where the CPU goes.
 */
const KERNEL: readonly (readonly [FieldName, bigint])[] = [
  ["cpl", 3n],
  ["cr0", 0x8005_0033n],
  ["dr6", 0xffff_0ff0n],
  ["dr7", 0x400n],
  ["star", 0x0023_0010_0000_0000n],
  ["lstar", 0xffff_ffff_8100_0000n],
  ["cstar", 0xffff_ffff_8100_1000n],
  ["fmask", 0x25_7fd5n],
  ["kernelGsBase", 0n],
  ["sysenterCs", 0x10n],
  ["sysenterEsp", 0n],
  ["sysenterEip", 0n],
  ["gdtr.base", GDT_BASE],
  ["gdtr.limit", 0x7fn],
  ["idtr.base", 0x62_0000n],
  ["idtr.limit", 0xfffn],
];

function whole(name: FieldName, value: bigint, mode?: Mode): Imposed {
  return { field: name, mask: field(name).mask, value, ...(mode !== undefined && { mode }) };
}

const PARTS = Object.keys(SEGMENT_PART_WIDTHS) as readonly (keyof Segment)[];

/** Every part of a segment register. */
function segment(
  name: SegmentName,
  content: Segment,
  options: { readonly mode?: Mode } = {},
): readonly Imposed[] {
  return PARTS.map((part) => whole(`${name}.${part}`, BigInt(content[part]), options.mode));
}

const LDTR: Segment = { ...SYSTEM, selector: 0x50, base: LDT_BASE, limit: 0, type: 0x2 };

/** The profile of the machine behind `hello`. Errors: a vendor that no oracle models; a kernel that is not Linux. */
export function nativeProfile(hello: NativeHello): Profile {
  const { leaf, la57 } = hello;
  const { gdt, ldt } = nativeTables(hello);
  const vendor = readVendor(leaf);
  const features = readFeatures(leaf, vendor);
  return {
    vendor,
    features,
    modes: ["64", "compat"],
    imposed: [
      ...KERNEL.map(([name, value]) => whole(name, value)),
      whole("efer", 0x501n | (features.nx ? EFER_NXE : 0n)),
      whole("cr4", 0x1_06f8n | (la57 ? CR4_LA57 : 0n)),
      // IF and bit 1; IOPL, VM, VIF and VIP, which no program can change.
      { field: "rflags", mask: 0x1a_3202n, value: 0x202n },
      // The upper half is the kernel's.
      { field: "rip", mask: 1n << 63n, value: 0n },
      ...segment("cs", USER_CODE_64, { mode: "64" }),
      ...segment("ss", USER_DATA, { mode: "64" }),
      ...segment("tr", { ...SYSTEM, selector: 0x40, base: 0x63_0000n, limit: 0x67, type: 0xb }),
      ...segment("ldtr", ldt.length === 0 ? UNUSABLE : { ...LDTR, limit: 8 * ldt.length - 1 }),
    ],
    memory: {
      supervisor: tablePages({ gdt, ldt }),
      lowest: hello.lowest,
      // Linux keeps the last page of the lower half free.
      end: (1n << (hello.la57 ? 56n : 47n)) - 0x1000n,
    },
  };
}

const PRIVILEGED: FieldCapability = {
  settable: false,
  seen: 0n,
  reason: "privileged: a program neither writes nor reads it; the case holds what Linux sets, or its like",
};
const HIDDEN: FieldCapability = {
  settable: false,
  seen: 0n,
  reason: "a program does not see the hidden part of a segment register",
};

/** What is settable and seen of each field that is not both in full. */
export function nativeFields(): ReadonlyMap<FieldName, FieldCapability> {
  const fields = new Map<FieldName, FieldCapability>();
  const privileged: readonly FieldName[] = [
    ...(["cr0", "cr3", "cr4", "dr6", "dr7", "efer", "star", "lstar", "cstar", "fmask"] as const),
    ...(["kernelGsBase", "sysenterCs", "sysenterEsp", "sysenterEip"] as const),
    ...TABLE_NAMES.flatMap((name) => [`${name}.base`, `${name}.limit`] as const),
    ...PARTS.flatMap((part) => [`tr.${part}`, `ldtr.${part}`] as const),
  ];
  for (const name of privileged) fields.set(name, PRIVILEGED);
  for (const name of ["cs", "ss", "ds", "es", "fs", "gs"] as const) {
    for (const part of PARTS) {
      if (part === "selector") {
        const reason = "the selectors of Linux's descriptors, or of the LDT";
        fields.set(`${name}.${part}`, { settable: false, seen: 0xffffn, reason });
      } else if (part !== "base" || (name !== "fs" && name !== "gs")) {
        fields.set(`${name}.${part}`, HIDDEN);
      }
    }
  }
  fields.set("cpl", { settable: false, seen: 3n, reason: "programs run at CPL 3" });
  fields.set("rflags", {
    settable: true,
    seen: ALL & ~RF,
    reason: "RF is that of the image which the exception pushed; IF, IOPL, VM, VIF and VIP are the kernel's",
  });
  return fields;
}

/** What one completed SYSCALL says nothing of, since the kernel has run and come back. */
export const UNSEEN_AFTER_SYSCALL: readonly FieldName[] = [
  "cpl",
  "rip",
  "rflags",
  "rax",
  ...PARTS.flatMap((part) => [`cs.${part}`, `ss.${part}`] as const),
];
