/** ModRM, SIB and displacement: Intel SDM Vol. 2A, 2.1.5 and 2.2.1; AMD APM Vol. 3, 1.4 and 1.5. */
import { GPR_NAMES } from "../../spec/fields.ts";
import type { GprName, SegmentName } from "../../spec/model.ts";

/** The segment registers in the order in which instructions encode them. */
export const SEGMENT_BY_NUMBER: readonly SegmentName[] = ["es", "cs", "ss", "ds", "fs", "gs"];

/** An address in memory as the instruction names it. */
export interface MemoryOperand {
  readonly kind: "memory";
  /** The segment in effect: SS with RSP or RBP as the base, DS otherwise, unless a prefix chooses another. */
  readonly segment: SegmentName;
  /** The segment that an override names in 64-bit mode to no effect; undefined without such a prefix. */
  readonly ignored: SegmentName | undefined;
  /** The address is counted from RSP or RBP, whatever prefix there is. */
  readonly stackBased: boolean;
  readonly base: GprName | "rip" | undefined;
  readonly index: GprName | undefined;
  readonly scale: 1 | 2 | 4 | 8;
  /** Sign-extended. */
  readonly displacement: bigint;
  readonly addressSize: 16 | 32 | 64;
}

/** What ModRM.rm names. */
export type Operand = { readonly kind: "register"; readonly register: GprName } | MemoryOperand;

/** The general register that an instruction names whose operand cannot lie in memory. */
export function registerOf({ operand }: { readonly operand: Operand | undefined }): GprName {
  return (operand as { readonly register: GprName }).register;
}

/** What the prefixes before ModRM say. */
export interface AddressPrefixes {
  /** The segment of the override in effect. */
  readonly override: SegmentName | undefined;
  readonly ignored: SegmentName | undefined;
  readonly rex: number;
  readonly addressSize: 16 | 32 | 64;
  /** RIP-relative addressing exists, as in 64-bit mode. */
  readonly long: boolean;
}

/** A read ModRM. */
export interface ModRm {
  /** ModRM.reg with REX.R. */
  readonly reg: number;
  readonly operand: Operand;
  /** Bytes of ModRM, SIB and displacement. */
  readonly length: number;
}

type Address = Pick<MemoryOperand, "base" | "index" | "scale" | "displacement"> & {
  readonly length: number;
};

/** Reads ModRM at index `at`; bytes beyond the end count as 0. */
export function readModRm(bytes: Uint8Array, at: number, prefixes: AddressPrefixes): ModRm {
  const { rex, override, ignored, addressSize } = prefixes;
  const modrm = bytes[at] ?? 0;
  const reg = ((modrm >> 3) & 7) | ((rex & 4) << 1);
  if (modrm >= 0xc0) {
    const register = GPR_NAMES[(modrm & 7) | ((rex & 1) << 3)] as GprName;
    return { reg, operand: { kind: "register", register }, length: 1 };
  }
  const { length, ...address } =
    addressSize === 16 ? address16(bytes, at, modrm) : address32(bytes, at, modrm, prefixes);
  const stackBased = address.base === "rsp" || address.base === "rbp";
  const segment = override ?? (stackBased ? "ss" : "ds");
  return { reg, operand: { kind: "memory", segment, ignored, stackBased, ...address, addressSize }, length };
}

/** Base and index of the forms of 16-bit addresses. */
const FORMS_16: readonly (readonly [GprName | undefined, GprName | undefined])[] = [
  ["rbx", "rsi"],
  ["rbx", "rdi"],
  ["rbp", "rsi"],
  ["rbp", "rdi"],
  ["rsi", undefined],
  ["rdi", undefined],
  ["rbp", undefined],
  ["rbx", undefined],
];

function address16(bytes: Uint8Array, at: number, modrm: number): Address {
  const mod = modrm >> 6;
  const bare = mod === 0 && (modrm & 7) === 6;
  const [base, index] = bare ? [undefined, undefined] : (FORMS_16[modrm & 7] as (typeof FORMS_16)[number]);
  const size = bare || mod === 2 ? 2 : mod;
  return { base, index, scale: 1, displacement: signed(bytes, at + 1, size), length: 1 + size };
}

function address32(bytes: Uint8Array, at: number, modrm: number, { rex, long }: AddressPrefixes): Address {
  const mod = modrm >> 6;
  const displacementSize = [0, 1, 4][mod] as number;
  if ((modrm & 7) === 4) {
    const sib = bytes[at + 1] ?? 0;
    const indexNumber = ((sib >> 3) & 7) | ((rex & 2) << 2);
    const index = indexNumber === 4 ? undefined : GPR_NAMES[indexNumber];
    const scale = (1 << (sib >> 6)) as MemoryOperand["scale"];
    const noBase = (sib & 7) === 5 && mod === 0;
    const base = noBase ? undefined : GPR_NAMES[(sib & 7) | ((rex & 1) << 3)];
    const size = noBase ? 4 : displacementSize;
    return { base, index, scale, displacement: signed(bytes, at + 2, size), length: 2 + size };
  }
  if ((modrm & 7) === 5 && mod === 0) {
    const base = long ? "rip" : undefined;
    return { base, index: undefined, scale: 1, displacement: signed(bytes, at + 1, 4), length: 5 };
  }
  const base = GPR_NAMES[(modrm & 7) | ((rex & 1) << 3)];
  const displacement = signed(bytes, at + 1, displacementSize);
  return { base, index: undefined, scale: 1, displacement, length: 1 + displacementSize };
}

/** A little-endian number of `size` bytes, sign-extended; 0 for none. */
function signed(bytes: Uint8Array, at: number, size: number): bigint {
  let value = 0n;
  for (let index = size - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[at + index] ?? 0);
  return size === 0 ? 0n : BigInt.asIntN(8 * size, value);
}
