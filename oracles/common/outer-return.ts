/**
 * What a return does that leaves its stack or its privilege level: the checks and the load of SS, and the data segments
 * that the new level may not have. Intel SDM Vol. 2A, "IRET", Vol. 2B, "RET", and Vol. 3A, 5.8.6; AMD APM Vol. 2, 4.5.1
 * and 4.11.3, and Vol. 3, "IRET" and "RET (Far)".
 */
import { field } from "../../spec/fields.ts";
import type { Segment } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
import { isNull, needDescriptor, selectorError, type Descriptor } from "./descriptor.ts";
import { GP, SS } from "./exceptions.ts";
import { is64BitCode, type CodeTarget } from "./far.ts";
import { setTableBits } from "./memory.ts";

/** SS and RSP as they were popped. */
export interface StackImage {
  readonly selector: number;
  readonly rsp: bigint;
}

/** A stack segment that passed its checks; without descriptor for a null selector. */
export interface NewStack {
  readonly selector: number;
  readonly descriptor: Descriptor | undefined;
}

const HIDDEN = ["limit", "type", "s", "avl", "l", "db", "g"] as const;

/** Checks the popped selector of SS for a return to `code`. */
export function checkNewStack(context: OperationContext, code: CodeTarget, selector: number): NewStack {
  if (isNull(selector)) {
    checkNull(context, code, selector);
    return { selector, descriptor: undefined };
  }
  const descriptor = needDescriptor(context, selector, "return.gp_ss_limit");
  if (descriptor !== undefined) checkDescriptor(context, code, { selector, descriptor });
  return { selector, descriptor };
}

function checkNull(context: OperationContext, code: CodeTarget, selector: number): void {
  const { cpu, raise, variant } = context;
  const rpl = code.selector & 3;
  if (!is64BitCode(cpu, code.descriptor)) raise(GP(0), "return.gp_ss_null_not_64bit");
  if (rpl === 3) raise(GP(0), "return.gp_ss_null_cpl_3");
  if ((selector & 3) !== rpl && variant("return.ss_null_rpl", ["gp", "accepted"]) === "gp") {
    raise(GP(0), "return.ss_null_rpl");
  }
}

function checkDescriptor(
  { raise, order }: OperationContext,
  code: CodeTarget,
  { selector, descriptor }: { readonly selector: number; readonly descriptor: Descriptor },
): void {
  const { s, type, dpl, p } = descriptor;
  const rpl = code.selector & 3;
  const error = selectorError(selector);
  order(
    "return.ss_gp_before_not_present",
    () => {
      if ((selector & 3) !== rpl) raise(GP(error), "return.gp_ss_rpl");
      if (s === 0 || (type & 0xa) !== 2) raise(GP(error), "return.gp_ss_type");
      if (dpl !== rpl) raise(GP(error), "return.gp_ss_dpl");
    },
    () => {
      if (p === 0) raise(SS(error), "return.ss_not_present");
    },
  );
}

/** Loads SS for code at CPL `rpl`, and sets the accessed bit in the table. */
export function loadNewStack(
  context: OperationContext,
  { selector, descriptor }: NewStack,
  rpl: number,
): void {
  const { load, unspecified } = context;
  load("ss", { selector }, "return.ss_selector");
  if (descriptor === undefined) {
    load("ss", { p: 0, dpl: rpl }, "return.ss_null_unusable");
    for (const part of ["base", ...HIDDEN] as const) {
      unspecified(`ss.${part}`, field(`ss.${part}`).mask, "return.null_hidden_unspecified");
    }
    return;
  }
  const { linear, base, limit, type, s, dpl, p, avl, db, g } = descriptor;
  if ((type & 1) === 0) setTableBits(context, linear + 5n, 1, "return.ss_accessed_written");
  load("ss", { base, limit, g }, "return.ss_base_and_limit");
  load("ss", { type: type | 1, s, dpl, p, avl, db }, "return.ss_attributes");
  unspecified("ss.l", 1n, "return.ss_l_unspecified");
}

/** What the vendors do with DS, ES, FS or GS that hold a null selector other than 0. */
export type NullSelector = (context: OperationContext, name: "es" | "ds" | "fs" | "gs") => void;

/** Whether one of DS, ES, FS and GS holds what CPL `rpl` may not have, or DS or ES a null selector other than 0. */
export function holdsInner({ cpu }: OperationContext, rpl: number): boolean {
  const isInner = ({ p, type, dpl }: Segment): boolean => p === 1 && dpl < rpl && (type & 0xc) !== 0xc;
  const isNull = ({ p, selector }: Segment): boolean => p === 0 && selector !== 0 && rpl > 0;
  return [cpu.es, cpu.ds, cpu.fs, cpu.gs].some(isInner) || isNull(cpu.es) || isNull(cpu.ds);
}

/** As `nullDataSegments`, as a processor does it that should not: null selectors in FS and GS stay. */
export function nullWrongly(context: OperationContext, rpl: number): void {
  nullDataSegments(context, rpl, ({ load }, name) => {
    if (name === "es" || name === "ds") load(name, { selector: 0 }, "return.data_selector_nulled");
  });
}

/** Takes from DS, ES, FS and GS what CPL `rpl` may not have. */
export function nullDataSegments(context: OperationContext, rpl: number, nullSelector: NullSelector): void {
  const { cpu, absent } = context;
  for (const name of ["es", "ds", "fs", "gs"] as const) {
    const { selector, p, type, dpl } = cpu[name];
    if (p === 0) {
      if (selector !== 0) nullSelector(context, name);
    } else if (dpl < rpl) {
      if ((type & 0xc) === 0xc) absent("return.conforming_kept", () => makeNull(context, name));
      else makeNull(context, name);
    }
  }
}

function makeNull(context: OperationContext, name: "es" | "ds" | "fs" | "gs"): void {
  const { load, ignore, unspecified } = context;
  load(name, { selector: 0 }, "return.data_selector_nulled");
  load(name, { p: 0 }, "return.data_unusable");
  const open = [...HIDDEN, "dpl", ...(name === "es" || name === "ds" ? (["base"] as const) : [])] as const;
  for (const part of open) {
    unspecified(`${name}.${part}`, field(`${name}.${part}`).mask, "return.null_hidden_unspecified");
  }
  if (name === "fs" || name === "gs") {
    ignore(`${name}.base`, field(`${name}.base`).mask, 0n, "return.data_base_kept");
  }
}
