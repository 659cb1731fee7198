/** The oracle after the Intel SDM. */
import { retireToNext } from "../common/boundary.ts";
import { readBase } from "../common/fsgsbase.ts";
import { rdmsrWith } from "../common/rdmsr.ts";
import { swapgs } from "../common/swapgs.ts";
import type { VendorOracle } from "../vendor.ts";
import { wrfsbase, wrgsbase } from "./fsgsbase.ts";
import { syscall } from "./syscall.ts";
import { sysret } from "./sysret.ts";
import { wrmsr } from "./wrmsr.ts";

export const intel: VendorOracle = {
  syscall,
  sysret,
  swapgs,
  rdmsr: rdmsrWith(retireToNext),
  wrmsr,
  rdfsbase: readBase("fs"),
  rdgsbase: readBase("gs"),
  wrfsbase,
  wrgsbase,
};
