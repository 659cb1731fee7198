/** The comparable fields of a CPU state: their names, widths, and how to read and replace them. */
import type {
  ControlName,
  CpuState,
  FieldName,
  GprName,
  MsrName,
  Segment,
  SegmentName,
  TableRegister,
} from "./model.ts";

export const GPR_NAMES: readonly GprName[] = [
  "rax",
  "rcx",
  "rdx",
  "rbx",
  "rsp",
  "rbp",
  "rsi",
  "rdi",
  "r8",
  "r9",
  "r10",
  "r11",
  "r12",
  "r13",
  "r14",
  "r15",
];

export const CONTROL_NAMES: readonly ControlName[] = ["rip", "rflags", "cr0", "cr3", "cr4", "dr6", "dr7"];

export const MSR_NAMES: readonly MsrName[] = [
  "efer",
  "star",
  "lstar",
  "cstar",
  "fmask",
  "kernelGsBase",
  "sysenterCs",
  "sysenterEsp",
  "sysenterEip",
];

export const SEGMENT_NAMES: readonly SegmentName[] = ["es", "cs", "ss", "ds", "fs", "gs", "ldtr", "tr"];

export const TABLE_NAMES: readonly ("gdtr" | "idtr")[] = ["gdtr", "idtr"];

/** Width in bits of each part of a segment register. */
export const SEGMENT_PART_WIDTHS: { readonly [part in keyof Segment]: number } = {
  selector: 16,
  base: 64,
  limit: 32,
  type: 4,
  s: 1,
  dpl: 2,
  p: 1,
  avl: 1,
  l: 1,
  db: 1,
  g: 1,
};

/** Width in bits of each part of GDTR and IDTR. */
export const TABLE_PART_WIDTHS: { readonly [part in keyof TableRegister]: number } = {
  base: 64,
  limit: 16,
};

/** A 64-bit value held directly in the state. */
export type ScalarName = GprName | ControlName | MsrName;

export const SCALAR_NAMES: readonly ScalarName[] = [...GPR_NAMES, ...CONTROL_NAMES, ...MSR_NAMES];

interface FieldAccess {
  readonly width: number;
  /** All ones over the width. */
  readonly mask: bigint;
  readonly get: (state: CpuState) => bigint;
  readonly set: (state: MutableCpuState, value: bigint) => void;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] extends object ? Mutable<T[key]> : T[key] };

/** A CPU state under construction. */
export type MutableCpuState = Mutable<CpuState>;

function access(name: FieldName): FieldAccess {
  if (name === "cpl") {
    return {
      width: 2,
      mask: 3n,
      get: (state) => BigInt(state.cpl),
      set: (state, value) => {
        state.cpl = Number(value);
      },
    };
  }
  const [register, part] = name.split(".") as [string, string | undefined];
  if (part === undefined) {
    const scalar = name as ScalarName;
    return {
      width: 64,
      mask: (1n << 64n) - 1n,
      get: (state) => state[scalar],
      set: (state, value) => {
        state[scalar] = value;
      },
    };
  }
  const isTable = register === "gdtr" || register === "idtr";
  const widths: Readonly<Record<string, number>> = isTable ? TABLE_PART_WIDTHS : SEGMENT_PART_WIDTHS;
  const width = widths[part] as number;
  const mask = (1n << BigInt(width)) - 1n;
  type Parts = Record<string, bigint | number>;
  const parts = (state: CpuState): Parts => state[register as SegmentName] as unknown as Parts;
  return width === 64
    ? {
        width,
        mask,
        get: (state) => parts(state)[part] as bigint,
        set: (state, value) => {
          parts(state as CpuState)[part] = value;
        },
      }
    : {
        width,
        mask,
        get: (state) => BigInt(parts(state)[part] as number),
        set: (state, value) => {
          parts(state as CpuState)[part] = Number(value);
        },
      };
}

/** Every field, in the order in which reports print them. */
export const FIELD_NAMES: readonly FieldName[] = [
  "cpl",
  ...CONTROL_NAMES,
  ...GPR_NAMES,
  ...SEGMENT_NAMES.flatMap((name) =>
    (Object.keys(SEGMENT_PART_WIDTHS) as (keyof Segment)[]).map((part) => `${name}.${part}` as const),
  ),
  ...TABLE_NAMES.flatMap((name) =>
    (Object.keys(TABLE_PART_WIDTHS) as (keyof TableRegister)[]).map((part) => `${name}.${part}` as const),
  ),
  ...MSR_NAMES,
];

const ACCESS: ReadonlyMap<FieldName, FieldAccess> = new Map(FIELD_NAMES.map((name) => [name, access(name)]));

/** How to read and write the field `name`. */
export function field(name: FieldName): FieldAccess {
  const found = ACCESS.get(name);
  if (found === undefined) throw new Error(`no field named ${name}`);
  return found;
}

/** A copy whose parts can be changed without touching `state`. */
export function copyState(state: CpuState): MutableCpuState {
  const copy = { ...state } as MutableCpuState;
  for (const name of SEGMENT_NAMES) copy[name] = { ...state[name] };
  for (const name of TABLE_NAMES) copy[name] = { ...state[name] };
  return copy;
}
