/** The oracle after the Intel SDM. */
import { readBase, writeBase } from "../common/fsgsbase.ts";
import { clts, lmsw } from "../common/msw.ts";
import { rdmsr } from "../common/rdmsr.ts";
import { swapgs } from "../common/swapgs.ts";
import type { VendorOracle } from "../vendor.ts";
import { movfromcr, movtocr, smsw } from "./control.ts";
import { syscall } from "./syscall.ts";
import { sysenter } from "./sysenter.ts";
import { sysexit } from "./sysexit.ts";
import { sysret } from "./sysret.ts";
import { wrmsr } from "./wrmsr.ts";

export const intel: VendorOracle = {
  syscall,
  sysret,
  sysenter,
  sysexit,
  swapgs,
  movfromcr,
  movtocr,
  clts,
  lmsw,
  smsw,
  rdmsr,
  wrmsr,
  rdfsbase: readBase("fs"),
  rdgsbase: readBase("gs"),
  wrfsbase: writeBase("fs"),
  wrgsbase: writeBase("gs"),
};
