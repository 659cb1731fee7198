/** Every worked example by the family of rules that it belongs to. */
import type { Example } from "../example.ts";
import { debugExamples, decodeExamples, fetchExamples, retireExamples } from "./boundary.ts";
import { farcallExamples, farExamples, farjmpExamples } from "./far.ts";
import { fargateExamples } from "./fargate.ts";
import { cltsExamples, lmswExamples, movcrExamples, smswExamples } from "./control.ts";
import { movdrExamples } from "./debug-registers.ts";
import { fsgsbaseExamples } from "./fsgsbase.ts";
import { rdmsrExamples, wrmsrExamples } from "./msr.ts";
import { inspectExamples } from "./inspect.ts";
import { memoryExamples } from "./memory.ts";
import { movsregExamples } from "./movsreg.ts";
import { iretExamples, retfExamples, returnExamples } from "./returns.ts";
import { nearExamples } from "./near.ts";
import { segloadExamples } from "./segload.ts";
import { eventsExamples } from "./events.ts";
import { siliconExamples } from "./silicon.ts";
import { loadfarExamples, popsregExamples, pushsregExamples } from "./stack-segments.ts";
import { swapgsExamples } from "./swapgs.ts";
import { syscallExamples } from "./syscall.ts";
import { lgdtExamples, lldtExamples } from "./system-tables.ts";
import { sysenterExamples } from "./sysenter.ts";
import { sysexitExamples } from "./sysexit.ts";
import { sysretExamples } from "./sysret.ts";

export const EXAMPLES: { readonly [family: string]: readonly Example[] } = {
  syscall: syscallExamples,
  sysret: sysretExamples,
  sysenter: sysenterExamples,
  sysexit: sysexitExamples,
  movcr: movcrExamples,
  movdr: movdrExamples,
  clts: cltsExamples,
  lmsw: lmswExamples,
  smsw: smswExamples,
  swapgs: swapgsExamples,
  rdmsr: rdmsrExamples,
  wrmsr: wrmsrExamples,
  fsgsbase: fsgsbaseExamples,
  movsreg: movsregExamples,
  near: nearExamples,
  segload: segloadExamples,
  pushsreg: pushsregExamples,
  popsreg: popsregExamples,
  loadfar: loadfarExamples,
  return: returnExamples,
  retf: retfExamples,
  iret: iretExamples,
  far: farExamples,
  farjmp: farjmpExamples,
  farcall: farcallExamples,
  fargate: fargateExamples,
  memory: memoryExamples,
  inspect: Object.values(inspectExamples).flat(),
  lldt: lldtExamples,
  lgdt: lgdtExamples,
  decode: decodeExamples,
  retire: retireExamples,
  debug: debugExamples,
  fetch: fetchExamples,
  events: eventsExamples,
  silicon: siliconExamples,
};
