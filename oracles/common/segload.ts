/**
 * Loading ES, SS, DS, FS and GS from a selector: Intel SDM Vol. 2B, "MOV", Operation, and Vol. 3A, 3.4.2 and 5.6; AMD
 * APM Vol. 2, 4.5, 4.8 and 4.12, and Vol. 3, "MOV" and "POP".
 */
import { field } from "../../spec/fields.ts";
import type { OperationContext } from "../operation.ts";
import { isNull, needDescriptor, selectorError, type Descriptor } from "./descriptor.ts";
import { GP, NP, SS } from "./exceptions.ts";
import { setTableBits } from "./memory.ts";
import { in64BitMode } from "./mode.ts";

/** A segment register that a selector can be loaded into without a transfer of control. */
export type LoadableSegment = "es" | "ss" | "ds" | "fs" | "gs";

/** What the manuals state differently about null selectors. */
export interface NullLoads {
  /** SS takes a null selector whose RPL is not CPL, in 64-bit mode below CPL 3. */
  readonly otherRpl: (context: OperationContext) => void;
  /** The base that a null selector leaves in FS or GS. */
  readonly base: (context: OperationContext, name: "fs" | "gs") => void;
}

/** Loads a segment register, or raises what forbids it; nothing is set when it raises. */
export type SegmentLoad = (context: OperationContext, name: LoadableSegment, selector: number) => void;

/** The segment loads of a vendor. */
export function segmentLoad(nulls: NullLoads): SegmentLoad {
  return (context, name, selector) => {
    if (isNull(selector)) {
      if (name === "ss") checkNullSs(context, selector, nulls);
      loadNull(context, name, selector, nulls);
      return;
    }
    const descriptor = needDescriptor(context, selector, "segload.gp_limit");
    if (descriptor === undefined) return;
    if (name === "ss") checkSs(context, selector, descriptor);
    else checkData(context, selector, descriptor);
    loadFrom(context, name, selector, descriptor);
  };
}

function checkNullSs(context: OperationContext, selector: number, nulls: NullLoads): void {
  const { cpu, raise } = context;
  if (!in64BitMode(cpu)) raise(GP(0), "segload.gp_ss_null_not_64bit");
  if (cpu.cpl === 3) raise(GP(0), "segload.gp_ss_null_cpl_3");
  if ((selector & 3) !== cpu.cpl) nulls.otherRpl(context);
}

function loadNull(
  context: OperationContext,
  name: LoadableSegment,
  selector: number,
  nulls: NullLoads,
): void {
  const { cpu, load, ignore, unspecified } = context;
  load(name, { selector }, "segload.null_selector_kept");
  load(name, { p: 0 }, "segload.null_unusable");
  if (name === "ss" && cpu.cpl !== 0) {
    ignore("cpl", 3n, 0n, "segload.null_ss_cpl_kept");
    ignore("ss.dpl", 3n, 0n, "segload.null_ss_cpl_kept");
  }
  // DPL of SS is CPL, which does not change.
  const parts = ["limit", "type", "s", "avl", "l", "db", "g", ...(name === "ss" ? [] : ["dpl"])] as const;
  for (const part of parts) {
    const path = `${name}.${part as "limit"}` as const;
    unspecified(path, field(path).mask, "segload.null_hidden_unspecified");
  }
  if (name === "fs" || name === "gs") nulls.base(context, name);
  else unspecified(`${name}.base`, field(`${name}.base`).mask, "segload.null_hidden_unspecified");
}

function checkSs({ cpu, raise, order }: OperationContext, selector: number, descriptor: Descriptor): void {
  const { s, type, dpl, p } = descriptor;
  const code = selectorError(selector);
  order(
    "segload.gp_before_not_present",
    () => {
      if ((selector & 3) !== cpu.cpl) raise(GP(code), "segload.gp_ss_rpl");
      if (s === 0 || (type & 0xa) !== 2) raise(GP(code), "segload.gp_ss_type");
      if (dpl !== cpu.cpl) raise(GP(code), "segload.gp_ss_dpl");
    },
    () => {
      if (p === 0) raise(SS(code), "segload.ss_not_present");
    },
  );
}

function checkData(context: OperationContext, selector: number, descriptor: Descriptor): void {
  const { cpu, raise, order, absent } = context;
  const { s, type, dpl, p } = descriptor;
  const code = selectorError(selector);
  const checkPrivilege = (): void => {
    if ((selector & 3) > dpl) raise(GP(code), "segload.gp_data_rpl");
    if (cpu.cpl > dpl) raise(GP(code), "segload.gp_data_cpl");
  };
  order(
    "segload.gp_before_not_present",
    () => {
      if (s === 0 || (type & 0xa) === 8) raise(GP(code), "segload.gp_data_type");
      if (s === 0 || (type & 0xc) !== 0xc) checkPrivilege();
      else if (Math.max(selector & 3, cpu.cpl) > dpl) {
        absent("segload.conforming_not_checked", checkPrivilege);
      }
    },
    () => {
      if (p === 0) raise(NP(code), "segload.np_not_present");
    },
  );
}

function loadFrom(
  context: OperationContext,
  name: LoadableSegment,
  selector: number,
  descriptor: Descriptor,
): void {
  const { load, unspecified } = context;
  const { linear, base, limit, type, s, dpl, p, avl, l, db, g } = descriptor;
  if ((type & 1) === 0) setTableBits(context, linear + 5n, 1, "segload.accessed_written");
  load(name, { selector }, "segload.selector");
  load(name, { base }, "segload.base_from_descriptor");
  load(name, { limit, g }, "segload.limit_from_descriptor");
  load(name, { type: type | 1, s, dpl, p, avl, db }, "segload.attributes_from_descriptor");
  if (type < 8) unspecified(`${name}.l`, 1n, "segload.data_l_unspecified");
  else load(name, { l }, "segload.attributes_from_descriptor");
}
