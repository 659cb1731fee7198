/** Software interrupts and exceptions through the case's IDT, example by example. */
import { packGate, type GateFields } from "../../../generators/idt-gate.ts";
import type { DescriptorFields } from "../../../generators/descriptor.ts";
import type { Page } from "../../../spec/model.ts";
import type { Example } from "../example.ts";
import type { MachineOptions } from "../machine.ts";
import { GDT, table } from "../pages.ts";

const IDT = 0x62_0000n;
const TSS = 0x63_0000n;
/** The page below the machine's RSP, and the page that the TSS points into. */
const STACK = 0x4f_f000n;
const INNER = 0x50_7000n;
const HANDLER = 0x70_0000n;
const EDGE = 0x8000_0000_0000n;
const INT_40 = [0xcd, 0x40];
const UD2 = [0x0f, 0x0b];

const CODE: Partial<DescriptorFields> = { type: 0xb, l: 1, db: 0 };

function gate(vector: number, fields: Partial<GateFields> = {}): readonly bigint[] {
  return packGate({
    handler: HANDLER + BigInt(vector) * 0x1000n,
    selector: 0x28,
    ist: 0,
    type: 0xe,
    s: 0,
    dpl: 3,
    p: 1,
    upper: 0,
    ...fields,
  });
}

/** The gates of vectors 1, 3, 4, 6 and 40h; `fields` change them all, but a handler of its own is that of 40h. */
function idt({ handler, ...fields }: Partial<GateFields>): Page {
  const data = [1, 3, 4, 6, 0x40].map((vector) => {
    const bytes = new Uint8Array(16);
    gate(vector, vector === 0x40 && handler !== undefined ? { ...fields, handler } : fields).forEach(
      (word, index) => new DataView(bytes.buffer).setBigUint64(8 * index, word, true),
    );
    return { offset: 16 * vector, bytes };
  });
  return { linear: IDT, user: false, write: true, execute: false, data };
}

function stackPage(linear: bigint, page: Partial<Page> = {}): Page {
  return { linear, user: true, write: true, execute: false, data: [], ...page };
}

/** Stack pointers of the TSS by their offset. */
function tss(pointers: { readonly [offset: number]: bigint }): Page {
  const bytes = new Uint8Array(0x68);
  for (const [offset, pointer] of Object.entries(pointers)) {
    new DataView(bytes.buffer).setBigUint64(Number(offset), pointer, true);
  }
  return { linear: TSS, user: false, write: true, execute: false, data: [{ offset: 0, bytes }] };
}

interface Options extends Omit<MachineOptions, "vendor" | "pages"> {
  readonly gate?: Partial<GateFields>;
  readonly code?: Partial<DescriptorFields>;
  /** Entries of the GDT besides that of 28h. */
  readonly entries?: { readonly [index: number]: Partial<DescriptorFields> };
  readonly pointers?: { readonly [offset: number]: bigint };
  readonly stack?: Page;
}

/** A machine whose IDT delivers. */
function delivering(options: Options): Omit<MachineOptions, "vendor"> {
  const { gate: fields = {}, code = {}, entries = {}, pointers, stack, ...rest } = options;
  return {
    ...rest,
    delivery: "execute",
    pages: [
      table(GDT, { ...entries, 5: { ...CODE, ...code } }),
      idt(fields),
      tss({ 4: INNER + 0x1000n, 0x24: INNER + 0x400n, ...pointers }),
      stack ?? stackPage(STACK),
      stackPage(INNER, { user: false }),
    ],
  };
}

/** A fault of the delivery at CPL 3, where the gate would be good without it. */
const fault = (
  title: string,
  rules: Example["rules"],
  end: Example["end"],
  options: Omit<Options, "bytes"> & { readonly bytes?: readonly number[] },
  more: Partial<Example> = {},
): Example => ({ title, rules, on: delivering({ bytes: INT_40, cpl: 3, ...options }), end, ...more });

export const eventsExamples: readonly Example[] = [
  {
    title: "INT n pushes five slots on the current stack and comes to the handler",
    rules: [
      "events.completes",
      "events.unchanged",
      "events.frame_ss",
      "events.frame_rsp",
      "events.frame_rflags",
      "events.frame_cs",
      "events.frame_rip",
      "events.cs_from_gate",
      "events.cs_hidden_from_descriptor",
      "events.rsp_at_frame",
      "events.rip_from_gate",
      "events.flags_cleared",
      "events.if_cleared_by_interrupt_gate",
      "events.no_single_step",
    ],
    on: delivering({ bytes: INT_40, set: { rflags: 0x4303n } }),
    end: "handler 64",
    after: {
      rip: 0x74_0000n,
      rsp: 0x4f_ffd8n,
      rflags: 3n,
      "cs.selector": 0x28,
      "cs.base": 0n,
      "cs.limit": 0xffff_ffff,
      "cs.type": 0xb,
      "ss.selector": 0x60,
      cpl: 0,
    },
    writes: {
      "4ffff8h": "6000000000000000",
      "4ffff0h": "0000500000000000",
      "4fffe8h": "0343000000000000",
      "4fffe0h": "5800000000000000",
      "4fffd8h": "021f400000000000",
    },
  },
  {
    title: "silicon.5: INT3 pushes the address after it, with RF = 0",
    rules: ["events.frame_rip", "events.frame_rf_clear"],
    on: delivering({ bytes: [0xcc], set: { rflags: 0x1_0003n } }),
    end: "handler 3",
    writes: {
      "4ffff8h": "6000000000000000",
      "4ffff0h": "0000500000000000",
      "4fffe8h": "0300010000000000",
      "4fffeah": "00",
      "4fffe0h": "5800000000000000",
      "4fffd8h": "011f400000000000",
    },
  },
  {
    title: "silicon.6: UD2 pushes its own address, with RF = 1, through a gate of DPL 0",
    rules: ["events.ud_ud2", "events.frame_rip", "events.frame_rf_set", "events.gate_dpl_not_checked"],
    on: delivering({ bytes: UD2, cpl: 3, gate: { dpl: 0 } }),
    end: "handler 6",
    after: { rip: 0x70_6000n, rsp: INNER + 0xfd8n, cpl: 0 },
    writes: {
      "507ff8h": "6300000000000000",
      "507ff0h": "0000500000000000",
      "507fe8h": "0302000000000000",
      "507feah": "01",
      "507fe0h": "5b00000000000000",
      "507fd8h": "001f400000000000",
    },
  },
  {
    title: "INT1 delivers vector 1 whatever DPL of the gate is",
    rules: ["events.gate_dpl_not_checked"],
    on: delivering({ bytes: [0xf1], cpl: 3, gate: { dpl: 0 } }),
    end: "handler 1",
    after: { rip: 0x70_1000n, dr6: 0xffff_0ff0n },
  },
  {
    title: "a single step is delivered as a trap, with the state after the instruction",
    rules: ["debug.dr6_bs_set", "events.frame_rip"],
    on: delivering({ bytes: [0x0f, 0x01, 0xf8], set: { rflags: 0x103n } }),
    end: "handler 1",
    after: { rip: 0x70_1000n, dr6: 0xffff_4ff0n, rflags: 3n },
    writes: {
      "4ffff8h": "6000000000000000",
      "4ffff0h": "0000500000000000",
      "4fffe8h": "0301000000000000",
      "4fffe0h": "5800000000000000",
      "4fffd8h": "031f400000000000",
    },
  },
  {
    title: "silicon.5: INTO raises #UD in 64-bit mode",
    rules: ["events.ud_into_64bit"],
    on: delivering({ bytes: [0xce], set: { rflags: 0x803n } }),
    end: "handler 6",
  },
  {
    title: "INTO delivers vector 4 with OF, from compatibility mode through a 64-bit gate",
    rules: ["events.completes", "events.rip_from_gate"],
    on: delivering({ bytes: [0xce], mode: "compat", set: { rflags: 0x803n } }),
    end: "handler 4",
    after: { rip: 0x70_4000n, "cs.l": 1 },
  },
  {
    title: "INTO goes on without OF",
    rules: ["events.into_without_overflow"],
    on: delivering({ bytes: [0xce], mode: "compat", set: { rflags: 3n } }),
    end: "retired",
    after: { rip: 0x40_1f01n },
    writes: {},
  },
  {
    title: "an inner privilege level takes RSP from the TSS and leaves SS null",
    rules: [
      "events.outer_stack_left",
      "events.cpl_from_dpl",
      "events.ss_null",
      "events.null_ss_hidden_unspecified",
      "events.cs_from_gate",
    ],
    on: delivering({
      bytes: INT_40,
      cpl: 3,
      code: { dpl: 1 },
      gate: { selector: 0x2a },
      pointers: { 0xc: INNER + 0x800n },
    }),
    end: "handler 64",
    after: { cpl: 1, rsp: INNER + 0x7d8n, "ss.selector": 1, "ss.p": 0, "ss.dpl": 1, "cs.selector": 0x29 },
  },
  {
    title: "an IST index takes RSP from its entry, also without a change of CPL",
    rules: ["events.ist_not_ignored", "events.ist_ss"],
    on: delivering({ bytes: INT_40, gate: { ist: 1 } }),
    end: "handler 64",
    after: { rsp: INNER + 0x3d8n, "ss.selector": 0x60, "ss.p": 1 },
    otherwise: {
      "events.ist_ss=null": { end: "handler 64", after: { "ss.selector": 0, "ss.p": 0 } },
    },
  },
  {
    title: "an IST index wins over the stack of the privilege level",
    rules: ["events.ist_not_ignored", "events.ss_null"],
    on: delivering({ bytes: INT_40, cpl: 3, gate: { ist: 1 } }),
    end: "handler 64",
    after: { rsp: INNER + 0x3d8n, "ss.selector": 0, "ss.p": 0 },
  },
  {
    title: "a frame begins at a multiple of 16",
    rules: ["events.frame_not_unaligned"],
    on: delivering({ bytes: INT_40, set: { rsp: 0x4f_ff0fn } }),
    end: "handler 64",
    after: { rsp: 0x4f_fed8n },
  },
  {
    title: "a trap gate leaves IF alone",
    rules: ["events.if_kept_by_trap_gate"],
    on: delivering({ bytes: INT_40, gate: { type: 0xf } }),
    end: "handler 64",
    after: { rflags: 0x203n },
  },
  {
    title: "a trap gate leaves IF clear too",
    rules: ["events.flags_cleared"],
    on: delivering({ bytes: INT_40, gate: { type: 0xf }, set: { rflags: 0x103n } }),
    end: "handler 64",
    after: { rflags: 3n },
  },
  {
    title: "sets the accessed bit of the handler's segment",
    rules: ["events.accessed_written", "events.cs_hidden_from_descriptor"],
    on: delivering({ bytes: INT_40, code: { type: 0xa } }),
    end: "handler 64",
    after: { "cs.type": 0xb },
    writes: {
      "4ffff8h": "6000000000000000",
      "4ffff0h": "0000500000000000",
      "4fffe8h": "0302000000000000",
      "4fffe0h": "5800000000000000",
      "4fffd8h": "021f400000000000",
      "60002dh": "9b",
    },
  },
  {
    title: "takes a gate that ends at the limit of the IDT",
    rules: ["events.completes"],
    on: delivering({ bytes: INT_40, set: { "idtr.limit": 0x40f } }),
    end: "handler 64",
  },
  fault("refuses a gate beyond the limit of the IDT", ["events.gp_idt_limit"], "#GP(202h)", {
    set: { "idtr.limit": 0x40e },
  }),
  fault("tells with EXT that no INT n asked", ["events.gp_idt_limit"], "#GP(33h)", {
    bytes: UD2,
    set: { "idtr.limit": 0x6e },
  }),
  {
    title: "refuses an IDT whose gate runs into the hole between the halves",
    rules: ["events.gp_idt_limit"],
    on: {
      ...delivering({ bytes: INT_40, set: { "idtr.base": EDGE - 0x408n }, features: { la57: true } }),
    },
    end: "#GP(202h)",
  },
  fault("refuses other types of gates", ["events.gp_gate_type"], "#GP(202h)", { gate: { type: 0xc } }),
  {
    title: "leaves bits 12:8 of the last doubleword open",
    rules: ["events.gate_upper_type"],
    on: delivering({ bytes: INT_40, gate: { upper: 0x100 } }),
    end: "handler 64",
    otherwise: { "events.gate_upper_type=gp": { end: "#GP(202h)" } },
  },
  fault(
    "silicon.5: refuses INT n to a gate of DPL 0 at CPL 3, with RIP at the instruction",
    ["events.gp_gate_dpl"],
    "#GP(202h)",
    { gate: { dpl: 0 } },
  ),
  fault("refuses a gate that is not present", ["events.np_gate", "events.fault_unchanged"], "#NP(202h)", {
    gate: { p: 0 },
  }),
  fault("checks DPL of the gate before its presence", ["events.gp_before_np_gate"], "#GP(202h)", {
    gate: { p: 0, dpl: 2 },
  }),
  fault("refuses a null selector", ["events.gp_cs_null"], "#GP(0)", {
    gate: { selector: 3 },
    entries: { 0: CODE },
  }),
  fault("refuses a null selector with EXT", ["events.gp_cs_null"], "#GP(1h)", {
    bytes: UD2,
    gate: { selector: 3 },
    entries: { 0: CODE },
  }),
  fault("refuses a selector beyond the table", ["events.gp_cs_limit"], "#GP(81h)", {
    bytes: UD2,
    gate: { selector: 0x83 },
  }),
  fault("refuses data", ["events.gp_cs_type"], "#GP(28h)", { code: { type: 3, l: 1 } }),
  {
    title: "refuses code of a lower privilege",
    rules: ["events.gp_cs_dpl"],
    on: delivering({ bytes: UD2, code: { dpl: 3 } }),
    end: "#GP(29h)",
  },
  fault(
    "refuses code that is not 64-bit, with either error code",
    ["events.gp_cs_not_64bit", "events.cs_not_64bit_code"],
    "#GP(28h)",
    { code: { l: 0, db: 1 } },
    { otherwise: { "events.cs_not_64bit_code=vector": { end: "#GP(202h)" } } },
  ),
  fault("refuses code with L and D", ["events.gp_cs_not_64bit"], "#GP(28h)", { code: { l: 1, db: 1 } }),
  fault("refuses code that is not present", ["events.np_cs"], "#NP(29h)", { bytes: UD2, code: { p: 0 } }),
  fault("checks the type before presence", ["events.gp_before_np_cs"], "#GP(28h)", {
    code: { p: 0, type: 3, l: 1 },
  }),
  fault(
    "raises #TS where the TSS ends before the stack pointer",
    ["tss.ts_limit", "events.accessed_time"],
    "#TS(41h)",
    { bytes: UD2, set: { "tr.limit": 0xa }, code: { type: 0xa } },
    {
      otherwise: { "events.accessed_time=first": { end: "#TS(41h)", writes: { "60002dh": "9b" } } },
      writes: {},
    },
  ),
  fault("takes a stack pointer that ends with the TSS", ["events.completes"], "handler 64", {
    set: { "tr.limit": 0xb },
  }),
  fault("raises #SS for a stack pointer that is not canonical", ["memory.ss_noncanonical"], "#SS(1h)", {
    bytes: UD2,
    pointers: { 4: EDGE + 0x100n },
  }),
  fault(
    "leaves a stack pointer just past the lower half open",
    ["tss.rsp_past_edge"],
    "#SS(0)",
    { pointers: { 4: EDGE }, stack: stackPage(EDGE - 0x1000n) },
    { otherwise: { "tss.rsp_past_edge=accepted": { end: "handler 64" } } },
  ),
  {
    title: "takes the current RSP just past the lower half",
    rules: ["events.completes"],
    on: delivering({ bytes: INT_40, set: { rsp: EDGE }, stack: stackPage(EDGE - 0x1000n) }),
    end: "handler 64",
    after: { rsp: EDGE - 0x28n },
  },
  {
    title: "refuses a handler whose address is not canonical, before or after the frame",
    rules: ["events.gp_rip_noncanonical", "events.rip_check_time"],
    on: delivering({ bytes: INT_40, gate: { handler: EDGE } }),
    end: "#GP(0)",
    writes: {},
    otherwise: {
      "events.rip_check_time=last": {
        end: "#GP(0)",
        writes: {
          "4ffff8h": "6000000000000000",
          "4ffff0h": "0000500000000000",
          "4fffe8h": "0302000000000000",
          "4fffe0h": "5800000000000000",
          "4fffd8h": "021f400000000000",
        },
      },
    },
  },
  {
    title: "may have written the part of a frame that comes before a fault",
    rules: ["events.frame_in_part"],
    on: delivering({ bytes: INT_40, set: { rsp: 0x50_0010n }, stack: stackPage(0x50_0000n) }),
    end: "#PF(2h) at 4ffff8h",
    writes: { "500008h": "6000000000000000", "500000h": "1000500000000000" },
    otherwise: { "events.frame_in_part=not_written": { end: "#PF(2h) at 4ffff8h", writes: {} } },
  },
  {
    title: "may push as user or as supervisor where conforming code stays at CPL 3",
    rules: ["events.frame_privilege"],
    on: delivering({
      bytes: INT_40,
      cpl: 3,
      code: { type: 0xf, dpl: 0 },
      stack: stackPage(STACK, { user: false }),
    }),
    end: "#PF(7h) at 4ffff8h",
    otherwise: {
      "events.frame_privilege=supervisor": { end: "handler 64", after: { cpl: 3 } },
      "events.frame_privilege=dpl": { end: "handler 64", after: { cpl: 3 } },
    },
  },
];
