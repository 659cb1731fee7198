/** The oracle after the Intel SDM. */
import { readBase, writeBase } from "../common/fsgsbase.ts";
import { rdmsr } from "../common/rdmsr.ts";
import { swapgs } from "../common/swapgs.ts";
import type { VendorOracle } from "../vendor.ts";
import { syscall } from "./syscall.ts";
import { sysret } from "./sysret.ts";
import { wrmsr } from "./wrmsr.ts";

export const intel: VendorOracle = {
  syscall,
  sysret,
  swapgs,
  rdmsr,
  wrmsr,
  rdfsbase: readBase("fs"),
  rdgsbase: readBase("gs"),
  wrfsbase: writeBase("fs"),
  wrgsbase: writeBase("gs"),
};
