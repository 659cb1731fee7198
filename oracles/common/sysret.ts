/** What the SYSRET of both vendors does alike. */
import type { CpuState } from "../../spec/model.ts";
import type { OperationContext } from "../operation.ts";
import { GP } from "./exceptions.ts";
import { BIT_1, FROM_R11, RESERVED, RF, VIF_VIP, VM } from "./rflags.ts";

const UPPER_HALF = 0xffff_ffff_0000_0000n;

/** STAR[63:48]: the base of SYSRET's selectors. */
export function selectorBase(cpu: CpuState): bigint {
  return cpu.star >> 48n;
}

/** RFLAGS from R11, for SYSRET in 64-bit mode. */
export function loadUserRflags({ cpu, setBits }: OperationContext): void {
  setBits("rflags", FROM_R11, cpu.r11, "sysret.rflags_from_r11");
  setBits("rflags", VIF_VIP, cpu.r11, "sysret.vif_vip_from_r11");
  setBits("rflags", RF, 0n, "sysret.rf_cleared");
  setBits("rflags", VM, 0n, "sysret.vm_cleared");
  setBits("rflags", RESERVED, 0n, "sysret.rflags_reserved_zero");
  setBits("rflags", BIT_1, BIT_1, "sysret.rflags_bit_1_set");
}

/** CS for code of `operandSize` bits: a fixed descriptor, and a selector that nothing looks up. */
export function loadUserCs(context: OperationContext, operandSize: 32 | 64): void {
  const { cpu, setBits, load, unspecified, absent, raise } = context;
  const selector = selectorBase(cpu) + (operandSize === 64 ? 16n : 0n);
  if (operandSize === 64) {
    setBits("cs.selector", 0xfffcn, selector, "sysret.cs_selector_plus_16");
    load("cs", { l: 1, db: 0 }, "sysret.cs_64bit");
  } else {
    setBits("cs.selector", 0xfffcn, selector, "sysret.o32_cs_selector");
    load("cs", { l: 0, db: 1 }, "sysret.o32_cs_32bit");
  }
  setBits("cs.selector", 3n, 3n, "sysret.cs_rpl_forced");
  load("cs", { base: 0n, limit: 0xffff_ffff, g: 1 }, "sysret.cs_flat");
  load("cs", { type: 0xb, s: 1, dpl: 3, p: 1 }, "sysret.cs_attributes");
  unspecified("cs.avl", 1n, "sysret.hidden_bits_unspecified");
  if (Number(selector & 0xfff8n) + 7 > cpu.gdtr.limit) {
    absent("sysret.no_descriptor_table_read", () =>
      raise(GP(Number(selector & 0xfffcn)), "sysret.cs_attributes"),
    );
  }
}

/** Entering compatibility mode may clear RSP[63:32]; no manual says whether SYSRET does. */
export function rspUpperHalf({ cpu, setBits, variant }: OperationContext): void {
  if ((cpu.rsp & UPPER_HALF) === 0n) return;
  const alternative = variant("sysret.rsp_upper_in_compat", ["kept", "cleared"]);
  if (alternative === "cleared") setBits("rsp", UPPER_HALF, 0n, "sysret.rsp_upper_in_compat");
}
