/** Descriptors of code that far transfers may enter, and call gates of 16 bytes. */
import type { Mode } from "../spec/model.ts";
import { packDescriptor } from "./descriptor.ts";
import type { RandomBits } from "./random-bits.ts";
import * as weights from "./weights.ts";

const CALL_GATE = 0xc;
const FLAT_LIMIT = 0xf_ffff;
/** Types with S = 0 of legacy mode that are out of the model: gates, and TSSs. */
const LEGACY_GATES: ReadonlySet<number> = new Set([0x1, 0x3, 0x4, 0x5, 0x9, 0xb, CALL_GATE]);

/** For whom the code is meant. */
export interface CodeOptions {
  readonly mode: Mode;
  readonly cpl: number;
  /** Through a gate: 64-bit code of any privilege down to CPL, mostly. */
  readonly gate: boolean;
}

/** A code descriptor, mostly one that can be entered. */
export function drawCodeDescriptor(bits: RandomBits, { mode, cpl, gate }: CodeOptions): bigint {
  const conforming = bits.chance(weights.CONFORMING_CODE) ? 4 : 0;
  const fits = bits.chance(weights.FITTING_CODE);
  const isLong = mode !== "legacy" && bits.chance(gate ? weights.GATE_TO_64_BIT : weights.CODE_64_BIT);
  const word = bits.word();
  const l = isLong ? 1 : 0;
  const inner = conforming !== 0 || gate ? bits.below(cpl + 1) : cpl;
  // A fault for the limit of conforming code could look like one for the RPL.
  const flat = (word & 3) !== 0 || conforming !== 0 || gate;
  return packDescriptor({
    base: flat ? 0 : bits.word(),
    limit: flat ? FLAT_LIMIT : bits.word() & FLAT_LIMIT,
    type: 8 | conforming | ((word >>> 2) & 3),
    s: 1,
    dpl: fits ? inner : bits.below(4),
    p: bits.chance(weights.CODE_PRESENT) ? 1 : 0,
    avl: (word >>> 4) & 1,
    l,
    db: isLong ? (bits.chance(weights.L_AND_D) ? 1 : 0) : (word >>> 5) & 1,
    g: flat ? 1 : (word >>> 6) & 1,
  });
}

/** A call gate of long mode. */
export interface CallGate {
  readonly selector: number;
  readonly offset: bigint;
  readonly dpl: number;
  readonly p: number;
  /** Bits 12:8 of the last doubleword. */
  readonly upperType: number;
}

/** The two halves of a gate's descriptor. */
export function packGate({ selector, offset, dpl, p, upperType }: CallGate): readonly [bigint, bigint] {
  const access = BigInt(CALL_GATE | (dpl << 5) | (p << 7));
  const low = (offset & 0xffffn) | (BigInt(selector) << 16n) | (access << 40n);
  return [low | (((offset >> 16n) & 0xffffn) << 48n), (offset >> 32n) | (BigInt(upperType) << 40n)];
}

/** In legacy mode gates and tasks become LDTs, and the reserved L of code 0. */
export function withoutLegacyGates(table: Uint8Array): void {
  for (let at = 0; at + 8 <= table.length; at += 8) {
    const access = table[at + 5] as number;
    if ((access & 0x10) !== 0) table[at + 6] = (table[at + 6] as number) & ~0x20;
    else if (LEGACY_GATES.has(access & 0xf)) table[at + 5] = (access & 0xf0) | 2;
  }
}
