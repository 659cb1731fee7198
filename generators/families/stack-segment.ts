/** PUSH and POP of segment registers. */
import type { Page } from "../../spec/model.ts";
import { encode, type Instruction } from "../instruction.ts";
import type { InstructionName } from "../instruction-name.ts";
import { chooseSelector } from "../loaded-selector.ts";
import { MEMORY_MAP, PAGE_SIZE } from "../memory-map.ts";
import { leaveNulls } from "../null-leftovers.ts";
import type { RandomBits } from "../random-bits.ts";
import { begin, placeTables } from "../segment-case.ts";
import { placeStack } from "../stack.ts";
import {
  CPL_OF_SEGMENT_LOADS,
  HIGH_GARBAGE,
  MODE_OF_SEGMENT_LOADS,
  OPERAND_SIZE_PREFIX,
} from "../weights.ts";
import type { Drawn, Family, Placed } from "./family.ts";

const PUSHES: readonly InstructionName[] = ["push_es", "push_cs", "push_ss", "push_ds", "push_fs", "push_gs"];
const POPS: readonly InstructionName[] = ["pop_es", "pop_ss", "pop_ds", "pop_fs", "pop_gs"];
/** Bytes of the largest slot. */
const SLOT = 8;
/** An instruction with more is long already. */
const MOST_PREFIXES = 8;
const TOP = 0xffff_ffff_ffff_ffffn;
/** User data. */
const DATA_SELECTOR = 0x2b;

/** The instruction with 66h, which chooses the slot, more often than a prefix without effect. */
function sized(bits: RandomBits, instruction: Instruction): Instruction {
  const { prefixes } = instruction;
  if (prefixes.length > MOST_PREFIXES || !bits.chance(OPERAND_SIZE_PREFIX)) return instruction;
  return { ...instruction, prefixes: [0x66, ...prefixes] };
}

function draw(bits: RandomBits, drawn: Drawn): Placed {
  const { context, draft } = drawn;
  const { state } = draft;
  const { mode } = context;
  let instruction = sized(bits, drawn.instruction);
  begin(bits, drawn);
  leaveNulls(bits, state, context.profile);
  const pops = POPS.includes(instruction.name);
  const chosen = chooseSelector(bits, { isStack: instruction.name === "pop_ss", draft });
  const gdt = pops ? chosen.gdt : draft.gdt;
  const pages = placeTables(bits, drawn, { gdt, length: encode(instruction).length });
  // A byte that is no instruction in 64-bit mode ends QEMU 7.2 when it is the last one of the address space.
  if (state.rip === TOP) {
    state.rip -= 1n;
    instruction = { ...instruction, prefixes: [0x66] };
  }
  const content = new Uint8Array(pops ? SLOT : 0);
  if (pops) {
    if (bits.chance(HIGH_GARBAGE)) for (let at = 0; at < SLOT; at++) content[at] = bits.word() & 0xff;
    content.set([chosen.selector & 0xff, chosen.selector >> 8]);
  }
  const code = (pages[0] as Page).linear;
  pages.push(...placeStack(bits, { state, mode, pages, code, content, pushes: pops ? 0 : SLOT }));
  return { instruction, pages };
}

/** The page below the default stack pointer. */
const STACK_PAGE: Page = {
  linear: MEMORY_MAP.stack - BigInt(PAGE_SIZE),
  user: true,
  write: true,
  execute: false,
  data: [{ offset: PAGE_SIZE - SLOT, bytes: Uint8Array.of(DATA_SELECTOR, 0, 0, 0, 0, 0, 0, 0) }],
};

export const STACK_SEGMENT: Family = {
  names: [...PUSHES, ...POPS],
  modes: MODE_OF_SEGMENT_LOADS,
  cpls: CPL_OF_SEGMENT_LOADS,
  draw,
  boringCpl: 3,
  boring: ({ state, instruction }) => {
    if (POPS.includes(instruction.name)) state.rsp = MEMORY_MAP.stack - BigInt(SLOT);
    return { instruction, pages: [STACK_PAGE] };
  },
};
