/**
 * Accesses to memory: the address, the checks of the segment, then those of the page. Intel SDM Vol. 1, 3.3.7.1,
 * Vol. 3A, 4.6, 4.7 and 5.3; AMD APM Vol. 2, 4.5.3, 4.12, 5.3.1 and 5.6.
 */
import type { Segment } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
import { nextRip } from "./boundary.ts";
import { isCanonical, pagingWidth } from "./canonical.ts";
import { AC, GP, PF, SS, type Exception } from "./exceptions.ts";
import { in64BitMode } from "./mode.ts";
import type { MemoryOperand } from "./modrm.ts";

const CR0_WP = 1n << 16n;
const CR0_AM = 1n << 18n;
const CR4_SMAP = 1n << 21n;
const RFLAGS_AC = 1n << 18n;
const LOWER = 0xffff_ffffn;
/** Bits of a #PF's error code. */
const PRESENT = 1;
const WRITE = 2;
const USER = 4;

/** Whose privilege counts: that of a CPL for the program's data and stack, or the processor's own. */
type Access = { readonly cpl: number } | "table";

/** The offset in its segment that an operand names; `rip` of RIP-relative forms is that of the next instruction. */
export function offsetOf(context: OperationContext, operand: MemoryOperand): bigint {
  const { cpu } = context;
  const { base, index, scale, displacement, addressSize } = operand;
  const from = base === "rip" ? nextRip(context) : base === undefined ? 0n : cpu[base];
  const indexed = index === undefined ? 0n : cpu[index] * BigInt(scale);
  return BigInt.asUintN(addressSize, from + indexed + displacement);
}

/** The linear address of `size` bytes of an operand's segment, `at` bytes after its own, once the segment allows them. */
export function linearOf(
  context: OperationContext,
  operand: MemoryOperand,
  access: { readonly size: number; readonly at?: number; readonly writes?: boolean },
): bigint {
  const { at = 0 } = access;
  const offset = BigInt.asUintN(operand.addressSize, offsetOf(context, operand) + BigInt(at));
  if (in64BitMode(context.cpu)) return linear64(context, operand, offset, access.size);
  const stack = operand.segment === "ss";
  return linear32(context, context.cpu[operand.segment], { offset, stack, ...access });
}

/** In 64-bit mode only the bases of FS and GS count, and only whether the address is canonical is checked. */
function linear64(context: OperationContext, operand: MemoryOperand, offset: bigint, size: number): bigint {
  const { cpu, raise, absent } = context;
  const own = operand.segment === "fs" || operand.segment === "gs";
  let linear = BigInt.asUintN(64, offset + (own ? cpu[operand.segment].base : 0n));
  const { ignored } = operand;
  if (!own && ignored !== undefined && cpu[ignored].base !== 0n) {
    absent("memory.bases_ignored", () => (linear = BigInt.asUintN(64, offset + cpu[ignored].base)));
  }
  if (!isCanonicalRange(context, linear, size)) {
    if (operand.stackBased && !own) raise(SS(0), "memory.ss_noncanonical");
    else raise(GP(0), "memory.gp_noncanonical");
  }
  if (own && !isCanonicalRange(context, offset, size)) checkOffset(context);
  return linear;
}

/** The base of FS or GS leads from an offset that is not canonical to an address that is. */
function checkOffset({ raise, variant }: OperationContext): void {
  if (variant("memory.offset_noncanonical", ["accepted", "gp"]) === "gp") {
    raise(GP(0), "memory.offset_noncanonical");
  }
}

/** Whether all bytes have canonical addresses; running over the top of the address space is not an offence. */
export function isCanonicalRange({ cpu }: OperationContext, linear: bigint, size: number): boolean {
  const width = pagingWidth(cpu);
  return isCanonical(linear, width) && isCanonical(BigInt.asUintN(64, linear + BigInt(size - 1)), width);
}

/** What of an access counts outside 64-bit mode. */
export interface Access32 {
  readonly offset: bigint;
  readonly size: number;
  readonly writes?: boolean;
  /** Through SS: faults are #SS. */
  readonly stack: boolean;
  /** Error code of the faults; 0 unless given. */
  readonly errorCode?: number;
}

/** Outside 64-bit mode: null, type, limit, then base + offset modulo 2^32. */
export function linear32({ raise }: OperationContext, segment: Segment, access: Access32): bigint {
  const { offset, size, stack, writes = false, errorCode = 0 } = access;
  if (segment.p === 0) {
    if (stack) raise(SS(errorCode), "memory.null_ss");
    else raise(GP(0), "memory.null_segment");
  }
  const code = (segment.type & 8) !== 0;
  const open = (segment.type & 2) !== 0;
  if (writes && (code || !open)) raise(GP(0), "memory.gp_not_writable");
  if (!writes && code && !open) raise(GP(0), "memory.gp_not_readable");
  const last = offset + BigInt(size - 1);
  const limit = BigInt(segment.limit);
  const down = !code && (segment.type & 4) !== 0;
  const top = segment.db === 1 ? LOWER : 0xffffn;
  const beyond = down ? offset <= limit || last > top : last > limit;
  if (beyond) {
    if (stack) raise(SS(errorCode), "memory.ss_limit");
    else raise(GP(0), "memory.gp_limit");
  }
  return BigInt.asUintN(32, segment.base + offset);
}

/** Reads `size` bytes of the program's data as a little-endian number. */
export function readData(context: OperationContext, linear: bigint, size: number): bigint {
  checkData(context, linear, { size, writes: false });
  return bytesAt(context, linear, size);
}

/**
 * Writes the low `size` bytes of a value as the program's data, by `rule`; `cpl` is that of the access where it is not
 * the current one.
 */
export function writeData(
  context: OperationContext,
  linear: bigint,
  value: { readonly size: number; readonly value: bigint; readonly cpl?: number },
  rule: Parameters<OperationContext["store"]>[2],
): void {
  const { size, cpl } = value;
  checkData(context, linear, { size, writes: true, ...(cpl !== undefined && { cpl }) });
  context.store(linear, littleEndian(value.value, size), rule);
}

/** Raises what forbids an access of the program to `size` bytes: #AC, then #PF. `cpl` is that of the access. */
export function checkData(
  context: OperationContext,
  linear: bigint,
  access: { readonly size: number; readonly writes: boolean; readonly cpl?: number },
): void {
  const { size, writes, cpl = context.cpu.cpl } = access;
  checkAlignment(context, linear, { size, access: { cpl } });
  checkPages(context, linear, { size, writes, access: { cpl } });
}

/** Reads `size` bytes of a descriptor table or TSS, which the processor does as supervisor whatever CPL is. */
export function readTable(context: OperationContext, linear: bigint, size: number): bigint {
  checkPages(context, linear, { size, writes: false, access: "table" });
  return bytesAt(context, linear, size);
}

/** Sets bits of one byte of a descriptor table; the fault of its page names no certain address in the descriptor. */
export function setTableBits(
  context: OperationContext,
  linear: bigint,
  bits: number,
  rule: Parameters<OperationContext["store"]>[2],
): void {
  checkPages(context, linear, { size: 1, writes: true, access: "table" });
  context.store(linear, Uint8Array.of(context.memory.byteAt(linear) | bits), rule);
}

function checkAlignment(
  { cpu, raise }: OperationContext,
  linear: bigint,
  { size, access }: { readonly size: number; readonly access: { readonly cpl: number } },
): void {
  const checks = access.cpl === 3 && (cpu.cr0 & CR0_AM) !== 0n && (cpu.rflags & RFLAGS_AC) !== 0n;
  if (checks && linear % BigInt(size) !== 0n) raise(AC, "memory.ac_misaligned");
}

interface PageAccess {
  readonly size: number;
  readonly writes: boolean;
  readonly access: Access;
}

/** Each page of the access in turn; a fault's address is its first byte in the page. */
function checkPages(context: OperationContext, linear: bigint, access: PageAccess): void {
  const last = BigInt.asUintN(64, linear + BigInt(access.size - 1));
  checkPage(context, linear, access);
  if (last >> 12n !== linear >> 12n) checkPage(context, last & ~0xfffn, access);
}

function checkPage(context: OperationContext, linear: bigint, { writes, access }: PageAccess): void {
  const { cpu, memory, raise, absent } = context;
  const page = memory.pageAt(linear);
  const user = access !== "table" && access.cpl === 3;
  const code = (writes ? WRITE : 0) | (user ? USER : 0);
  const fault = (present: number): Exception =>
    PF(code | present, access === "table" && writes ? undefined : linear);
  if (page === undefined) {
    raise(fault(0), "memory.pf_not_present");
    return;
  }
  if (!page.user) {
    if (user) raise(fault(PRESENT), "memory.pf_supervisor_page");
    else if (cpu.cpl === 3) {
      absent("memory.table_access_as_supervisor", () =>
        raise(PF(code | PRESENT | USER, linear), "memory.pf_supervisor_page"),
      );
    }
  }
  if (page.user && !user) checkSmap(context, access, () => fault(PRESENT));
  if (!writes || page.write) return;
  if (user || (cpu.cr0 & CR0_WP) !== 0n) raise(fault(PRESENT), "memory.pf_read_only");
  else absent("memory.wp_clear_allows_write", () => raise(fault(PRESENT), "memory.pf_read_only"));
}

/** A supervisor access to a user page; the processor's own accesses do not heed RFLAGS.AC. */
function checkSmap({ cpu, raise, absent }: OperationContext, access: Access, fault: () => Exception): void {
  if ((cpu.cr4 & CR4_SMAP) === 0n) return;
  if (access === "table") raise(fault(), "memory.pf_smap_table");
  else if ((cpu.rflags & RFLAGS_AC) === 0n) raise(fault(), "memory.pf_smap");
  else absent("memory.smap_ac_allows", () => raise(fault(), "memory.pf_smap"));
}

/** The `size` bytes at a linear address that was checked before, as a little-endian number. */
export function bytesAt({ memory }: OperationContext, linear: bigint, size: number): bigint {
  let value = 0n;
  for (let index = size - 1; index >= 0; index--) {
    value = (value << 8n) | BigInt(memory.byteAt(BigInt.asUintN(64, linear + BigInt(index))));
  }
  return value;
}

/** The low `size` bytes of a value in the order of memory. */
export function littleEndian(value: bigint, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
}
