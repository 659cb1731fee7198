/** The MSRs under test, as RDMSR and WRMSR number them. */
import type { FieldName } from "../../spec/model.ts";

/** An MSR's name in rule ids. */
export type MsrKey =
  | "efer"
  | "star"
  | "lstar"
  | "cstar"
  | "fmask"
  | "fs_base"
  | "gs_base"
  | "kernel_gs_base"
  | "sysenter_cs"
  | "sysenter_esp"
  | "sysenter_eip";

/** One MSR: its name in rule ids and the field that holds it. */
export interface Msr {
  readonly key: MsrKey;
  readonly field: FieldName;
}

const MSRS: ReadonlyMap<bigint, Msr> = new Map<bigint, Msr>([
  [0x174n, { key: "sysenter_cs", field: "sysenterCs" }],
  [0x175n, { key: "sysenter_esp", field: "sysenterEsp" }],
  [0x176n, { key: "sysenter_eip", field: "sysenterEip" }],
  [0xc000_0080n, { key: "efer", field: "efer" }],
  [0xc000_0081n, { key: "star", field: "star" }],
  [0xc000_0082n, { key: "lstar", field: "lstar" }],
  [0xc000_0083n, { key: "cstar", field: "cstar" }],
  [0xc000_0084n, { key: "fmask", field: "fmask" }],
  [0xc000_0100n, { key: "fs_base", field: "fs.base" }],
  [0xc000_0101n, { key: "gs_base", field: "gs.base" }],
  [0xc000_0102n, { key: "kernel_gs_base", field: "kernelGsBase" }],
]);

/** The MSR that RCX selects: only ECX counts. Undefined where no manual defines one. */
export function msrAt(rcx: bigint): Msr | undefined {
  return MSRS.get(BigInt.asUintN(32, rcx));
}
