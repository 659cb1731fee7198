/**
 * Delivering an interrupt or exception through a 64-bit IDT. Intel SDM Vol. 2A, "INT n/INTO/INT3/INT1", Operation
 * (IA-32e mode), and Vol. 3A, 6.12 to 6.14; AMD APM Vol. 2, 8.9, and Vol. 3, "INT".
 */
import { field } from "../../spec/fields.ts";
import type { CpuState } from "../../spec/model.ts";
import type { Deliver, OperationContext } from "../operation.ts";
import { isCanonical, pagingWidth } from "./canonical.ts";
import { isNull, needDescriptor, selectorError, type Descriptor } from "./descriptor.ts";
import { GP, NP } from "./exceptions.ts";
import { checkData, isCanonicalRange, readTable, setTableBits } from "./memory.ts";
import { IF, RF, TF, VM } from "./rflags.ts";
import { push, stackLinear, type Stack } from "./stack.ts";
import { innerStackOffset, istOffset, stackFromTss } from "./tss.ts";

const NT = 1n << 14n;
const DB = 1;
const SLOT = 8;
const SLOTS = 5;
const MASK_64 = 0xffff_ffff_ffff_ffffn;

/** What is delivered. */
export interface Event {
  readonly vector: number;
  /** By INT n, INT3 or INTO: the gate's DPL counts, and EXT of error codes is 0. */
  readonly asked: boolean;
  /** A fault, in whose image RF is 1; otherwise RF is 0 there. */
  readonly fault: boolean;
  /** RIP of the frame. */
  readonly rip: bigint;
}

interface Gate {
  readonly handler: bigint;
  readonly selector: number;
  readonly ist: number;
  readonly isTrap: boolean;
}

/** An exception that an instruction raised; #DB is a trap, all others that are delivered are faults. */
export const deliverException: Deliver = (context, { vector }) => {
  deliver(context, { vector, asked: false, fault: vector !== DB, rip: context.cpu.rip });
};

/** Checks the gate, the handler's segment and the stack, pushes the frame, and comes to the handler. */
export function deliver(context: OperationContext, event: Event): void {
  const { cpu, raise, variant, absent } = context;
  const external = event.asked ? 0 : 1;
  const gate = readGate(context, event);
  const code = readHandlerSegment(context, event, gate);
  const cpl = (code.type & 4) !== 0 ? cpu.cpl : code.dpl;
  const isClear = (code.type & 1) === 0;
  const early = isClear && variant("events.accessed_time", ["last", "first"]) === "first";
  if (early) setAccessed(context, code);
  const top = stackTop(context, { gate, cpl, external });
  const isBad = !isCanonical(gate.handler, pagingWidth(cpu));
  const isBadFirst = isBad && variant("events.rip_check_time", ["first", "last"]) === "first";
  if (isBadFirst) raise(GP(external), "events.gp_rip_noncanonical");
  let pointer = top - (top % 16n);
  if (top % 16n !== 0n) absent("events.frame_not_unaligned", () => (pointer = top));
  const pusher = cpl === 3 ? pushPrivilege(context, code) : cpl;
  const stack: Stack = { pointer, width: 64, segment: cpu.ss, cpl: pusher, errorCode: external };
  pushFrame(context, stack, event);
  if (isBad && !isBadFirst) raise(GP(external), "events.gp_rip_noncanonical");
  if (isClear && !early) setAccessed(context, code);
  enter(context, { gate, code, cpl, pointer: stack.pointer });
  context.arrive(event.vector);
}

/** Conforming code, and code of DPL 3, stay at CPL 3. */
function pushPrivilege({ variant }: OperationContext, { dpl }: Descriptor): number {
  const by = variant("events.frame_privilege", ["cpl", "supervisor", "dpl"]);
  return by === "cpl" ? 3 : by === "supervisor" ? 0 : dpl;
}

/** Error code of a fault about the gate itself. */
function gateError({ vector, asked }: Event): number {
  return vector * 8 + 2 + (asked ? 0 : 1);
}

function readGate(context: OperationContext, event: Event): Gate {
  const { cpu, raise, order, absent, variant } = context;
  const { base, limit } = cpu.idtr;
  const error = gateError(event);
  const offset = event.vector * 16;
  const linear = BigInt.asUintN(64, base + BigInt(offset));
  if (offset + 15 > limit || !isCanonicalRange(context, linear, 16)) raise(GP(error), "events.gp_idt_limit");
  const low = readTable(context, linear, 8);
  const high = readTable(context, BigInt.asUintN(64, linear + 8n), 8);
  const access = Number((low >> 40n) & 0xffn);
  const type = access & 0x1f;
  const dpl = (access >> 5) & 3;
  order(
    "events.gp_before_np_gate",
    () => {
      if (type !== 0xe && type !== 0xf) raise(GP(error), "events.gp_gate_type");
      const hasUpperType = ((high >> 40n) & 0x1fn) !== 0n;
      if (hasUpperType && variant("events.gate_upper_type", ["ignored", "gp"]) === "gp") {
        raise(GP(error), "events.gate_upper_type");
      }
      if (dpl >= cpu.cpl) return;
      if (event.asked) raise(GP(error), "events.gp_gate_dpl");
      else absent("events.gate_dpl_not_checked", () => raise(GP(error), "events.gp_gate_dpl"));
    },
    () => {
      if ((access & 0x80) === 0) raise(NP(error), "events.np_gate");
    },
  );
  return {
    handler: (low & 0xffffn) | ((low >> 32n) & 0xffff_0000n) | ((high & 0xffff_ffffn) << 32n),
    selector: Number((low >> 16n) & 0xffffn),
    ist: Number((low >> 32n) & 7n),
    isTrap: type === 0xf,
  };
}

function readHandlerSegment(context: OperationContext, event: Event, { selector }: Gate): Descriptor {
  const { cpu, raise, order, variant } = context;
  const external = event.asked ? 0 : 1;
  const error = selectorError(selector) | external;
  if (isNull(selector)) raise(GP(external), "events.gp_cs_null");
  const descriptor = needDescriptor(context, selector, "events.gp_cs_limit", external);
  if (descriptor === undefined) return NO_SEGMENT;
  const { s, type, dpl, l, db, p } = descriptor;
  order(
    "events.gp_before_np_cs",
    () => {
      if (s === 0 || (type & 8) === 0) raise(GP(error), "events.gp_cs_type");
      if (dpl > cpu.cpl) raise(GP(error), "events.gp_cs_dpl");
      if (l === 1 && db === 0) return;
      const code = variant("events.cs_not_64bit_code", ["selector", "vector"]);
      raise(GP(code === "selector" ? error : gateError(event)), "events.gp_cs_not_64bit");
    },
    () => {
      if (p === 0) raise(NP(error), "events.np_cs");
    },
  );
  return descriptor;
}

/** What a processor goes on with that does not notice that there is no descriptor. */
const NO_SEGMENT: Descriptor = {
  linear: 0n,
  high: 0,
  base: 0n,
  limit: 0,
  type: 0xb,
  s: 1,
  dpl: 0,
  p: 1,
  avl: 0,
  l: 1,
  db: 0,
  g: 0,
};

/** The stack pointer from which the frame goes down, before it is aligned. */
function stackTop(
  context: OperationContext,
  { gate, cpl, external }: { readonly gate: Gate; readonly cpl: number; readonly external: 0 | 1 },
): bigint {
  const { cpu, absent } = context;
  let offset: number | undefined;
  if (cpl < cpu.cpl) {
    offset = innerStackOffset(cpl);
    absent("events.outer_stack_left", () => (offset = undefined));
  }
  if (gate.ist !== 0) {
    const other = offset;
    offset = istOffset(gate.ist);
    absent("events.ist_not_ignored", () => (offset = other));
  }
  if (offset === undefined) return cpu.rsp;
  return stackFromTss(context, { offset, external, frame: SLOT * SLOTS, alignment: 16 });
}

function pushFrame(context: OperationContext, stack: Stack, { fault, rip }: Event): void {
  const { cpu, variant } = context;
  const top = stack.pointer;
  const spans = top >> 12n !== (top - BigInt(SLOT * SLOTS)) >> 12n;
  if (spans && variant("events.frame_in_part", ["written", "not_written"]) === "not_written") {
    for (let slot = 1; slot <= SLOTS; slot++) {
      const pointer = BigInt.asUintN(64, top - BigInt(SLOT * slot));
      const linear = stackLinear(context, stack, { pointer, size: SLOT, writes: true });
      checkData(context, linear, { size: SLOT, writes: true, cpl: stack.cpl });
    }
  }
  push(context, stack, { size: SLOT, value: BigInt(cpu.ss.selector) }, "events.frame_ss");
  push(context, stack, { size: SLOT, value: cpu.rsp }, "events.frame_rsp");
  push(context, stack, { size: SLOT, value: cpu.rflags }, "events.frame_rflags");
  // The byte that holds RF is stored once more, so that RF has a rule of its own.
  const image = fault ? cpu.rflags | RF : cpu.rflags & ~RF;
  if (image !== cpu.rflags) {
    const byte = Uint8Array.of(Number((image >> 16n) & 0xffn));
    const linear = BigInt.asUintN(64, stack.pointer + 2n);
    context.store(linear, byte, fault ? "events.frame_rf_set" : "events.frame_rf_clear");
  }
  push(context, stack, { size: SLOT, value: BigInt(cpu.cs.selector) }, "events.frame_cs");
  push(context, stack, { size: SLOT, value: rip }, "events.frame_rip");
}

function setAccessed(context: OperationContext, { linear }: Descriptor): void {
  setTableBits(context, linear + 5n, 1, "events.accessed_written");
}

/** Where the processor goes, and as what. */
interface Entry {
  readonly gate: Gate;
  readonly code: Descriptor;
  readonly cpl: number;
  readonly pointer: bigint;
}

function enter(context: OperationContext, { gate, code, cpl, pointer }: Entry): void {
  const { cpu, set, setBits, load, variant, absent } = context;
  if (cpl !== cpu.cpl) {
    set({ cpl, "ss.dpl": cpl }, "events.cpl_from_dpl");
    load("ss", { selector: cpl, p: 0 }, "events.ss_null");
    maskNullStack(context);
  } else if (gate.ist !== 0 && variant("events.ist_ss", ["kept", "null"]) === "null") {
    load("ss", { selector: cpl, p: 0 }, "events.ist_ss");
    maskNullStack(context);
  }
  const { base, limit, type, s, dpl, p, avl, l, db, g } = code;
  load("cs", { selector: (gate.selector & 0xfffc) | cpl }, "events.cs_from_gate");
  load("cs", { base, limit, type: type | 1, s, dpl, p, avl, l, db, g }, "events.cs_hidden_from_descriptor");
  set({ rsp: pointer }, "events.rsp_at_frame");
  set({ rip: gate.handler }, "events.rip_from_gate");
  setBits("rflags", TF | NT | RF | VM, 0n, "events.flags_cleared");
  if (!gate.isTrap) setBits("rflags", IF, 0n, "events.if_cleared_by_interrupt_gate");
  else if (isSet(cpu, IF)) {
    absent("events.if_kept_by_trap_gate", () =>
      setBits("rflags", IF, 0n, "events.if_cleared_by_interrupt_gate"),
    );
  }
}

function isSet({ rflags }: CpuState, flag: bigint): boolean {
  return (rflags & flag) !== 0n;
}

/** What the hidden part of a null SS holds besides DPL. */
function maskNullStack({ unspecified }: OperationContext): void {
  for (const part of ["base", "limit", "type", "s", "avl", "l", "db", "g"] as const) {
    unspecified(`ss.${part}`, field(`ss.${part}`).mask & MASK_64, "events.null_ss_hidden_unspecified");
  }
}
