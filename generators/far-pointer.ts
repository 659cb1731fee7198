/** The far pointer that an instruction takes, and every place to which it might lead. */
import type { CpuState, Page } from "../spec/model.ts";
import { modeOf } from "../spec/validity.ts";
import { encode, type Instruction } from "./instruction.ts";
import { bytesAt } from "./mapped.ts";
import { PAGE_SIZE } from "./memory-map.ts";
import { hasModRm } from "./opcode-forms.ts";
import { formOf, linearOf } from "./operand.ts";

const MASK_32 = 0xffff_ffffn;
const MASK_16 = 0xffffn;
/** Bytes of a pointer with an offset of 64 bits. */
const LONGEST_POINTER = 10;
/** Bytes of tables that are looked at for code and gates. */
const TABLE = 512;
const CALL_GATE = 0xc;

/** The linear address of the pointer of an instruction with a memory operand. */
export function pointerAddress(instruction: Instruction, state: CpuState): bigint {
  const mode = modeOf(state);
  const next = BigInt.asUintN(mode === "64" ? 64 : 32, state.rip + BigInt(encode(instruction).length));
  return linearOf(instruction, { state, mode, next });
}

/**
 * Writes a pointer into the one chunk of a page, and zeros behind a short one: whoever takes it for a longer one finds a
 * null selector.
 */
export function putPointer(
  page: Page,
  linear: bigint,
  pointer: { readonly selector: number; readonly offset: bigint; readonly size: 16 | 32 | 64 },
): void {
  const { selector, offset, size } = pointer;
  const [chunk] = page.data;
  const start = Number(linear & 0xfffn) - (chunk?.offset ?? 0);
  const value = offset | (BigInt(selector) << BigInt(size));
  for (let index = 0; index < LONGEST_POINTER; index++) {
    const at = start + index;
    if (chunk !== undefined && at < chunk.bytes.length && chunk.offset + at < PAGE_SIZE) {
      chunk.bytes[at] = Number((value >> BigInt(8 * index)) & 0xffn);
    }
  }
}

/** Where the instruction may go, whatever size of offset and whichever descriptor a processor takes. */
export function farTargets(
  state: CpuState,
  instruction: Instruction,
  pages: readonly Page[],
): readonly bigint[] {
  const { bases, gates } = readTables(state, pages);
  const found = new Set<bigint>();
  for (const offset of [pointerOffset(state, instruction, pages), ...gates]) {
    found.add(offset);
    for (const low of [offset & MASK_32, offset & MASK_16]) {
      found.add(low);
      for (const base of bases) found.add((base + low) & MASK_32);
    }
  }
  return [...found];
}

/** The 8 bytes that begin with the offset; 0 for a register operand. */
function pointerOffset(state: CpuState, instruction: Instruction, pages: readonly Page[]): bigint {
  const { name, tail } = instruction;
  if (!hasModRm(name)) return littleEndian(Uint8Array.from(tail.slice(0, 4)));
  if (formOf(instruction, modeOf(state), state.cs.db) === undefined) return 0n;
  return littleEndian(bytesAt(pages, pointerAddress(instruction, state), 8));
}

/** The bases of all code, and the offsets of all call gates. */
function readTables(
  { gdtr, ldtr }: CpuState,
  pages: readonly Page[],
): { readonly bases: ReadonlySet<bigint>; readonly gates: readonly bigint[] } {
  const bases = new Set<bigint>();
  const gates: bigint[] = [];
  for (const { base, limit } of [gdtr, ldtr]) {
    const table = bytesAt(pages, base, Math.min(TABLE, limit + 9));
    const view = new DataView(table.buffer);
    for (let at = 0; at + 8 <= table.length; at += 8) {
      const value = view.getBigUint64(at, true);
      const access = Number((value >> 40n) & 0x1fn);
      if (access >= 0x18) bases.add(((value >> 16n) & 0xff_ffffn) | ((value >> 56n) << 24n));
      else if (access === CALL_GATE) {
        const high = at + 16 <= table.length ? BigInt(view.getUint32(at + 8, true)) : 0n;
        gates.push((value & MASK_16) | ((value >> 32n) & 0xffff_0000n) | (high << 32n));
      }
    }
  }
  return { bases, gates };
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}
