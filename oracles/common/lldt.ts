/** Intel SDM Vol. 2A and AMD APM Vol. 3, "LLDT" and "LTR"; AMD APM Vol. 2, 4.8.3. */
import { field } from "../../spec/fields.ts";
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { cpuWidth, isCanonical, pagingWidth } from "./canonical.ts";
import { entryInTable, isNull, needDescriptor, selectorError, type Descriptor } from "./descriptor.ts";
import { GP, NP } from "./exceptions.ts";
import { setTableBits } from "./memory.ts";
import { in64BitMode, lma } from "./mode.ts";
import type { Operand } from "./modrm.ts";
import { readWord } from "./movsreg.ts";
import { readUpperHalf, type UpperHalf } from "./wide-descriptor.ts";

const LDT = 2;
const TSS = 9;
const TSS_16 = 1;
const BUSY = 2;
const NO_UPPER_HALF: UpperHalf = { high: 0n, type: 0 };

/** LLDT. */
export const lldt: Operation = operation("lldt", (context) => {
  const { cpu, instruction, raise } = context;
  if (cpu.cpl !== 0) raise(GP(0), "lldt.gp_cpl_nonzero");
  const selector = readWord(context, instruction.operand as Operand);
  if (isNull(selector)) loadNull(context, selector);
  else {
    const found = look(context, selector, ({ s, type }) => {
      if (s === 1 || type !== LDT) raise(GP(selectorError(selector)), "lldt.gp_not_ldt");
    });
    if (found !== undefined) load(context, "ldtr", selector, found);
  }
  retireToNext(context);
});

/** LTR. */
export const ltr: Operation = operation("lldt", (context) => {
  const { cpu, instruction, raise } = context;
  if (cpu.cpl !== 0) raise(GP(0), "lldt.gp_cpl_nonzero");
  const selector = readWord(context, instruction.operand as Operand);
  if (isNull(selector)) raise(GP(0), "lldt.gp_tr_null");
  const code = selectorError(selector);
  const found = look(context, selector, ({ s, type }) => {
    const available = type === TSS || (type === TSS_16 && !lma(cpu));
    if (s === 0 && (type === (TSS | BUSY) || (type === (TSS_16 | BUSY) && !lma(cpu)))) {
      raise(GP(code), "lldt.gp_tr_busy");
    } else if (s === 1 || !available) {
      raise(GP(code), "lldt.gp_not_tss");
    }
  });
  if (found !== undefined) {
    setTableBits(context, found.linear + 5n, BUSY, "lldt.busy_written");
    load(context, "tr", selector, found);
  }
  retireToNext(context);
});

function loadNull({ load, unspecified }: OperationContext, selector: number): void {
  load("ldtr", { selector }, "lldt.null_selector_kept");
  load("ldtr", { p: 0 }, "lldt.null_unusable");
  for (const part of ["base", "limit", "type", "s", "dpl", "avl", "l", "db", "g"] as const) {
    const path = `ldtr.${part}` as const;
    unspecified(path, field(path).mask, "lldt.null_hidden_unspecified");
  }
}

/** The descriptor in the GDT with all of its base, once everything but P is as it must be, and then P. */
function look(
  context: OperationContext,
  selector: number,
  checkType: (descriptor: Descriptor) => void,
): Descriptor | undefined {
  const { raise } = context;
  const code = selectorError(selector);
  if ((selector & 4) !== 0) raise(GP(code), "lldt.gp_local");
  const wide = isWide(context);
  if (wide && entryInTable(context, selector, 16) === undefined) {
    raise(GP(code), "lldt.gp_limit");
  }
  const descriptor = needDescriptor(context, selector, "lldt.gp_limit");
  if (descriptor === undefined) return undefined;
  checkType(descriptor);
  const upper = (wide && readUpperHalf(context, selector)) || NO_UPPER_HALF;
  const base = descriptor.base | (in64BitMode(context.cpu) ? upper.high << 32n : 0n);
  const canonical = isCanonical(base, cpuWidth(context.profile));
  if (descriptor.p === 0) {
    if (upper.type !== 0) typeOrNotPresent(context, code);
    else if (!canonical) baseOrNotPresent(context, code);
    raise(NP(code), "lldt.np_not_present");
  }
  if (upper.type !== 0) raise(GP(code), "lldt.gp_upper_type");
  if (!canonical) raise(GP(code), "lldt.gp_base_noncanonical");
  else if (!isCanonical(base, pagingWidth(context.cpu))) {
    context.absent("lldt.canonical_by_cpu_width", () => raise(GP(code), "lldt.gp_base_noncanonical"));
  }
  return { ...descriptor, base };
}

/** Whether the descriptor has 16 bytes: in 64-bit mode; in compatibility mode that is open. */
function isWide({ cpu, variant }: OperationContext): boolean {
  if (!lma(cpu) || in64BitMode(cpu)) return lma(cpu);
  return variant("lldt.compat_size", ["8 bytes", "16 bytes"]) === "16 bytes";
}

/** The descriptor is not present, and there is something where the type of its upper half is. */
function typeOrNotPresent({ raise, variant }: OperationContext, code: number): void {
  if (variant("lldt.not_present_or_upper_type", ["np", "gp"]) === "gp") {
    raise(GP(code), "lldt.not_present_or_upper_type");
  }
}

/** The descriptor is not present, and its base is not canonical. */
function baseOrNotPresent({ raise, variant }: OperationContext, code: number): void {
  if (variant("lldt.not_present_or_base", ["np", "gp"]) === "gp") {
    raise(GP(code), "lldt.not_present_or_base");
  }
}

function load(
  { load, force, unspecified }: OperationContext,
  name: "ldtr" | "tr",
  selector: number,
  { base, limit, g, type, s, dpl, p, avl }: Descriptor,
): void {
  load(name, { selector }, "lldt.selector");
  load(name, { base }, "lldt.base_from_descriptor");
  load(name, { limit, g }, "lldt.limit_from_descriptor");
  load(name, { s, dpl, p, avl }, "lldt.attributes_from_descriptor");
  if (name === "ldtr") load(name, { type }, "lldt.attributes_from_descriptor");
  else force("tr.type", 0xfn, { value: BigInt(type | BUSY), otherwise: BigInt(type) }, "lldt.tr_busy");
  unspecified(`${name}.l`, 1n, "lldt.reserved_bits_unspecified");
  unspecified(`${name}.db`, 1n, "lldt.reserved_bits_unspecified");
}
