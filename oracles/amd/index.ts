/** The oracle after the AMD APM. */
import { readBase } from "../common/fsgsbase.ts";
import { rdmsrWith } from "../common/rdmsr.ts";
import { swapgs } from "../common/swapgs.ts";
import type { VendorOracle } from "../vendor.ts";
import { retireToNext } from "./boundary.ts";
import { wrfsbase, wrgsbase } from "./fsgsbase.ts";
import { syscall } from "./syscall.ts";
import { sysret } from "./sysret.ts";
import { wrmsr } from "./wrmsr.ts";

export const amd: VendorOracle = {
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
