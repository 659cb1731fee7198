/** The oracle after the AMD APM. */
import { int, int1, int3, into, ud2 } from "../common/events.ts";
import { readBase, writeBase } from "../common/fsgsbase.ts";
import { loadFar } from "../common/loadfar.ts";
import { loadTable } from "../common/lgdt.ts";
import { lldt, ltr } from "../common/lldt.ts";
import { clts, lmsw } from "../common/msw.ts";
import { movFromSreg, movToSreg } from "../common/movsreg.ts";
import { popSreg } from "../common/popsreg.ts";
import { pushSreg } from "../common/pushsreg.ts";
import { rdmsr } from "../common/rdmsr.ts";
import { swapgs } from "../common/swapgs.ts";
import { verr, verw } from "../common/verify.ts";
import type { VendorOracle } from "../vendor.ts";
import { near } from "./near.ts";
import { far } from "./farjump.ts";
import { returns } from "./farreturn.ts";
import { movFromControl, movFromDebug, movToControl, movToDebug, smsw } from "./control.ts";
import { lar, lsl } from "./inspect.ts";
import { loadSegment } from "./segload.ts";
import { farLoads, readOf, slotOf } from "./stack-segments.ts";
import { syscall } from "./syscall.ts";
import { sysenter } from "./sysenter.ts";
import { sysexit } from "./sysexit.ts";
import { sysret } from "./sysret.ts";
import { wrmsr } from "./wrmsr.ts";

export const amd: VendorOracle = {
  syscall,
  sysret,
  sysenter,
  sysexit,
  swapgs,
  rdmsr,
  wrmsr,
  rdfsbase: readBase("fs"),
  rdgsbase: readBase("gs"),
  wrfsbase: writeBase("fs"),
  wrgsbase: writeBase("gs"),
  mov_to_sreg: movToSreg(loadSegment),
  mov_from_sreg: movFromSreg,
  int,
  int3,
  int1,
  into,
  ud2,
  push_es: pushSreg("es", slotOf),
  push_cs: pushSreg("cs", slotOf),
  push_ss: pushSreg("ss", slotOf),
  push_ds: pushSreg("ds", slotOf),
  push_fs: pushSreg("fs", slotOf),
  push_gs: pushSreg("gs", slotOf),
  pop_es: popSreg("es", { load: loadSegment, readOf }),
  pop_ss: popSreg("ss", { load: loadSegment, readOf }),
  pop_ds: popSreg("ds", { load: loadSegment, readOf }),
  pop_fs: popSreg("fs", { load: loadSegment, readOf }),
  pop_gs: popSreg("gs", { load: loadSegment, readOf }),
  lds: loadFar("ds", farLoads),
  les: loadFar("es", farLoads),
  lfs: loadFar("fs", farLoads),
  lgs: loadFar("gs", farLoads),
  lss: loadFar("ss", farLoads),
  ...near,
  ...far,
  ...returns,
  mov_from_cr: movFromControl,
  mov_to_cr: movToControl,
  mov_from_dr: movFromDebug,
  mov_to_dr: movToDebug,
  clts,
  lmsw,
  smsw,
  lar,
  lsl,
  verr,
  verw,
  lldt,
  ltr,
  lgdt: loadTable("gdtr"),
  lidt: loadTable("idtr"),
};
