import { nextRip } from "./boundary.js";
import { isCanonical, pagingWidth } from "./canonical.js";
import { AC, GP, PF, SS } from "./exceptions.js";
import { in64BitMode } from "./mode.js";
const CR0_WP = 1n << 16n;
const CR0_AM = 1n << 18n;
const CR4_SMAP = 1n << 21n;
const RFLAGS_AC = 1n << 18n;
const LOWER = 0xffffffffn;
/** Bits of a #PF's error code. */
const PRESENT = 1;
const WRITE = 2;
const USER = 4;
/** The offset in its segment that an operand names; `rip` of RIP-relative forms is that of the next instruction. */
export function offsetOf(context, operand) {
    const { cpu } = context;
    const { base, index, scale, displacement, addressSize } = operand;
    const from = base === "rip" ? nextRip(context) : base === undefined ? 0n : cpu[base];
    const indexed = index === undefined ? 0n : cpu[index] * BigInt(scale);
    return BigInt.asUintN(addressSize, from + indexed + displacement);
}
/** The linear address of `size` bytes of an operand's segment, `at` bytes after its own, once the segment allows them. */
export function linearOf(context, operand, access) {
    const { at = 0 } = access;
    const offset = BigInt.asUintN(operand.addressSize, offsetOf(context, operand) + BigInt(at));
    if (in64BitMode(context.cpu))
        return linear64(context, operand, offset, access.size);
    const stack = operand.segment === "ss";
    return linear32(context, context.cpu[operand.segment], { offset, stack, ...access });
}
/** In 64-bit mode only the bases of FS and GS count, and only whether the address is canonical is checked. */
function linear64(context, operand, offset, size) {
    const { cpu, raise, absent } = context;
    const own = operand.segment === "fs" || operand.segment === "gs";
    let linear = BigInt.asUintN(64, offset + (own ? cpu[operand.segment].base : 0n));
    const { ignored } = operand;
    if (!own && ignored !== undefined && cpu[ignored].base !== 0n) {
        absent("memory.bases_ignored", () => (linear = BigInt.asUintN(64, offset + cpu[ignored].base)));
    }
    if (!isCanonicalRange(context, linear, size)) {
        if (operand.stackBased && !own)
            raise(SS(0), "memory.ss_noncanonical");
        else
            raise(GP(0), "memory.gp_noncanonical");
    }
    return linear;
}
/** Whether all bytes have canonical addresses; running over the top of the address space is not an offence. */
export function isCanonicalRange({ cpu }, linear, size) {
    const width = pagingWidth(cpu);
    return isCanonical(linear, width) && isCanonical(BigInt.asUintN(64, linear + BigInt(size - 1)), width);
}
/** Outside 64-bit mode: null, type, limit, then base + offset modulo 2^32. */
export function linear32({ raise }, segment, access) {
    const { offset, size, stack, writes = false, errorCode = 0 } = access;
    if (segment.p === 0) {
        if (stack)
            raise(SS(errorCode), "memory.null_ss");
        else
            raise(GP(0), "memory.null_segment");
    }
    const code = (segment.type & 8) !== 0;
    const open = (segment.type & 2) !== 0;
    if (writes && (code || !open))
        raise(GP(0), "memory.gp_not_writable");
    if (!writes && code && !open)
        raise(GP(0), "memory.gp_not_readable");
    const last = offset + BigInt(size - 1);
    const limit = BigInt(segment.limit);
    const down = !code && (segment.type & 4) !== 0;
    const top = segment.db === 1 ? LOWER : 0xffffn;
    const beyond = down ? offset <= limit || last > top : last > limit;
    if (beyond) {
        if (stack)
            raise(SS(errorCode), "memory.ss_limit");
        else
            raise(GP(0), "memory.gp_limit");
    }
    return BigInt.asUintN(32, segment.base + offset);
}
/** Reads `size` bytes of the program's data as a little-endian number. */
export function readData(context, linear, size) {
    const access = { cpl: context.cpu.cpl };
    checkAlignment(context, linear, { size, access });
    checkPages(context, linear, { size, writes: false, access });
    return bytesAt(context, linear, size);
}
/**
 * Writes the low `size` bytes of a value as the program's data, by `rule`; `cpl` is that of the access where it is not
 * the current one.
 */
export function writeData(context, linear, value, rule) {
    const { size, cpl = context.cpu.cpl } = value;
    checkAlignment(context, linear, { size, access: { cpl } });
    checkPages(context, linear, { size, writes: true, access: { cpl } });
    context.store(linear, littleEndian(value.value, size), rule);
}
/** Reads `size` bytes of a descriptor table or TSS, which the processor does as supervisor whatever CPL is. */
export function readTable(context, linear, size) {
    checkPages(context, linear, { size, writes: false, access: "table" });
    return bytesAt(context, linear, size);
}
/** Sets bits of one byte of a descriptor table; the fault of its page names no certain address in the descriptor. */
export function setTableBits(context, linear, bits, rule) {
    checkPages(context, linear, { size: 1, writes: true, access: "table" });
    context.store(linear, Uint8Array.of(context.memory.byteAt(linear) | bits), rule);
}
function checkAlignment({ cpu, raise }, linear, { size, access }) {
    const checks = access.cpl === 3 && (cpu.cr0 & CR0_AM) !== 0n && (cpu.rflags & RFLAGS_AC) !== 0n;
    if (checks && linear % BigInt(size) !== 0n)
        raise(AC, "memory.ac_misaligned");
}
/** Each page of the access in turn; a fault's address is its first byte in the page. */
function checkPages(context, linear, access) {
    const last = BigInt.asUintN(64, linear + BigInt(access.size - 1));
    checkPage(context, linear, access);
    if (last >> 12n !== linear >> 12n)
        checkPage(context, last & ~0xfffn, access);
}
function checkPage(context, linear, { writes, access }) {
    const { cpu, memory, raise, absent } = context;
    const page = memory.pageAt(linear);
    const user = access !== "table" && access.cpl === 3;
    const code = (writes ? WRITE : 0) | (user ? USER : 0);
    const fault = (present) => PF(code | present, access === "table" && writes ? undefined : linear);
    if (page === undefined) {
        raise(fault(0), "memory.pf_not_present");
        return;
    }
    if (!page.user) {
        if (user)
            raise(fault(PRESENT), "memory.pf_supervisor_page");
        else if (cpu.cpl === 3) {
            absent("memory.table_access_as_supervisor", () => raise(PF(code | PRESENT | USER, linear), "memory.pf_supervisor_page"));
        }
    }
    if (page.user && !user)
        checkSmap(context, access, () => fault(PRESENT));
    if (!writes || page.write)
        return;
    if (user || (cpu.cr0 & CR0_WP) !== 0n)
        raise(fault(PRESENT), "memory.pf_read_only");
    else
        absent("memory.wp_clear_allows_write", () => raise(fault(PRESENT), "memory.pf_read_only"));
}
/** A supervisor access to a user page; the processor's own accesses do not heed RFLAGS.AC. */
function checkSmap({ cpu, raise, absent }, access, fault) {
    if ((cpu.cr4 & CR4_SMAP) === 0n)
        return;
    if (access === "table")
        raise(fault(), "memory.pf_smap_table");
    else if ((cpu.rflags & RFLAGS_AC) === 0n)
        raise(fault(), "memory.pf_smap");
    else
        absent("memory.smap_ac_allows", () => raise(fault(), "memory.pf_smap"));
}
function bytesAt({ memory }, linear, size) {
    let value = 0n;
    for (let index = size - 1; index >= 0; index--) {
        value = (value << 8n) | BigInt(memory.byteAt(BigInt.asUintN(64, linear + BigInt(index))));
    }
    return value;
}
/** The low `size` bytes of a value in the order of memory. */
export function littleEndian(value, size) {
    return Uint8Array.from({ length: size }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
}
