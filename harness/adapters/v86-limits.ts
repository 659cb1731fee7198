/** What can be asked of v86, and why not all. Each limit is one of its source or of the CPU that it poses as. */
import type { FieldName, Imposed, Observation, Segment, SegmentName, TestCase } from "../../spec/model.ts";
import type { Answer } from "./job.ts";
import { GPR_NAMES, SEGMENT_NAMES, field } from "../../spec/fields.ts";
import type { Capabilities, FieldCapability } from "../adapter.ts";

const NO_LONG_MODE = "v86 is a 32-bit CPU: no long mode, and none of its registers and MSRs";
const UNREAD = "v86 reads no such part of a loaded descriptor, so that no program can tell what it holds";
const ACCESSED = "v86 reads a loaded descriptor's accessed bit nowhere";
const NO_FLAGS =
  "nothing that a program does on v86 sets TF or RF, and its CPUID offers no VME, so no VIF and VIP";
/** VIP, VIF, RF, TF. */
const NEVER_SET = 0x19_0100n;
/** What IRET loads is compared all the same. */
const VIF_VIP = 0x18_0000n;
const HIDDEN = ["avl", "l", "g"] as const;
const HALF = 0xffff_ffffn;

const LONG_MODE: readonly FieldName[] = [
  ...GPR_NAMES.slice(8),
  "efer",
  "star",
  "lstar",
  "cstar",
  "fmask",
  "kernelGsBase",
];

/** Reads of a loaded descriptor, apart from base and limit: of CS and SS nothing but D and B, of LDTR and TR nothing. */
const UNSEEN_PARTS: { readonly [name in SegmentName]: readonly (keyof Segment)[] } = {
  cs: ["type", "s", "dpl", "p", ...HIDDEN],
  ss: ["type", "s", "dpl", "p", ...HIDDEN],
  ds: [...HIDDEN, "db"],
  es: [...HIDDEN, "db"],
  fs: [...HIDDEN, "db"],
  gs: [...HIDDEN, "db"],
  ldtr: ["type", "s", "dpl", "p", ...HIDDEN, "db"],
  tr: ["type", "s", "dpl", "p", ...HIDDEN, "db"],
};

const DATA_NAMES = ["ds", "es", "fs", "gs"] as const;
const NULL_PARTS = Object.fromEntries(
  DATA_NAMES.map((name) => [
    name,
    (["base", "limit", "type", "s", "dpl"] as const).map((part) => `${name}.${part}` as const),
  ]),
) as unknown as { readonly [name in (typeof DATA_NAMES)[number]]: readonly FieldName[] };

function fields(): ReadonlyMap<FieldName, FieldCapability> {
  const unseen = (reason: string): FieldCapability => ({ settable: false, seen: 0n, reason });
  const all = new Map<FieldName, FieldCapability>(LONG_MODE.map((name) => [name, unseen(NO_LONG_MODE)]));
  for (const name of ["sysenterEsp", "sysenterEip"] as const)
    all.set(name, { settable: true, seen: HALF, reason: NO_LONG_MODE });
  all.set("rflags", { settable: true, seen: field("rflags").mask & ~VIF_VIP, reason: NO_FLAGS });
  for (const name of SEGMENT_NAMES) {
    for (const part of UNSEEN_PARTS[name]) all.set(`${name}.${part}`, unseen(UNREAD));
    if (!UNSEEN_PARTS[name].includes("type"))
      all.set(`${name}.type`, { settable: true, seen: 0xen, reason: ACCESSED });
  }
  return all;
}

/** One table for every version. */
export const V86_CAPABILITIES: Capabilities = {
  fields: fields(),
  noOpinion: new Map(),
  batch: 1000,
};

/** What a CPU without long mode holds of registers that it does not have. */
export const V86_IMPOSED: readonly Imposed[] = [
  ...LONG_MODE.map((name) => ({ field: name, mask: field(name).mask, value: 0n })),
  ...(["sysenterEsp", "sysenterEip"] as const).map((name) => ({ field: name, mask: HALF << 32n, value: 0n })),
  { field: "rflags", mask: NEVER_SET, value: 0n },
];

/** EFER to FMASK, and the MSRs of bases. */
const LONG_MODE_MSRS: ReadonlySet<bigint> = new Set(
  [0x80, 0x81, 0x82, 0x83, 0x84, 0x100, 0x101, 0x102].map((low) => BigInt(0xc000_0000 + low)),
);
const SYSENTER_ADDRESSES: ReadonlySet<bigint> = new Set([0x175n, 0x176n]);
const PREFIXES: ReadonlySet<number> = new Set([
  0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3,
]);
const RDMSR = 0x32;
const WRMSR = 0x30;
const GROUP_7 = 0x01;
const LIDT = 3;
const REGISTER_FORM = 0xc0;

/** Why nothing can be concluded from what v86 does with a case; undefined where it can. */
export function v86Objection({ before, steps }: TestCase): string | undefined {
  const bytes = steps[0]?.bytes ?? [];
  const start = bytes.findIndex((byte) => !PREFIXES.has(byte));
  const [escape, opcode = 0, modRm = REGISTER_FORM] = bytes.slice(Math.max(start, 0));
  if (escape !== 0x0f) return undefined;
  if (opcode === GROUP_7 && ((modRm >> 3) & 7) === LIDT && modRm < REGISTER_FORM)
    return "the observer needs the IDT register";
  if (opcode !== RDMSR && opcode !== WRMSR) return undefined;
  if (LONG_MODE_MSRS.has(before.rcx)) return "ECX names an MSR that a CPU without long mode does not have";
  if (opcode === WRMSR && SYSENTER_ADDRESSES.has(before.rcx) && before.rdx !== 0n)
    return "on a CPU without long mode SYSENTER_ESP and SYSENTER_EIP have 32 bits";
  return undefined;
}

/** Of a register that holds a null selector v86 reads nothing more: what else lies there is nothing that it shows. */
export function withoutNulls(answer: Answer): Answer {
  if ("unsupported" in answer) return answer;
  const unseen = DATA_NAMES.filter((name) => answer.after[name].p === 0).flatMap((name) => NULL_PARTS[name]);
  return unseen.length === 0 ? answer : ({ ...answer, unseen } satisfies Observation);
}
