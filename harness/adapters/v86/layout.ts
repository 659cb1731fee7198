/**
 * Where v86 keeps the state of its CPU: byte offsets in the memory of its WebAssembly module, fixed in its source
 * (src/rust/cpu/global_pointers.rs). The adapter's control cases refuse a build that has them elsewhere.
 */
import type { GprName, SegmentName } from "../../../spec/model.ts";

/** General registers, 32 bits each, in this order. */
export const GPRS: readonly GprName[] = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi"];

/** Segment registers in v86's numbering. */
export const SEGMENTS: readonly SegmentName[] = ["es", "cs", "ss", "ds", "fs", "gs", "tr", "ldtr"];

/** Offsets. Segments are arrays over SEGMENTS. */
export const PLACE = {
  gprs: 64,
  /** Which of the arithmetic flags are to be worked out from the last result. */
  lazyFlags: 100,
  flags: 120,
  /** One byte each: the descriptor's byte 5. */
  access: 512,
  /** The linear address of the next instruction. */
  instruction: 556,
  idtLimit: 564,
  idtBase: 568,
  gdtLimit: 572,
  gdtBase: 576,
  /** CR0 to CR7, 32 bits each. */
  cr: 580,
  cpl: 612,
  halted: 616,
  sysenterCs: 636,
  sysenterEsp: 640,
  sysenterEip: 644,
  prefixes: 648,
  /** 16 bits each. */
  selectors: 668,
  /** DR0 to DR7, 32 bits each. */
  dr: 684,
  /** One byte each: a null selector was loaded. */
  nulls: 724,
  bases: 736,
  limits: 768,
  isProtected: 800,
  code32: 804,
  stack32: 808,
  memorySize: 812,
  tss32: 1128,
} as const;
