/** LDS, LES, LFS, LGS and LSS. */
import type { Mode, Page } from "../../spec/model.ts";
import { encode, operandSizeOf } from "../instruction.ts";
import type { InstructionName } from "../instruction-name.ts";
import { chooseSelector, giveMemory } from "../loaded-selector.ts";
import { MEMORY_MAP, PAGE_SIZE } from "../memory-map.ts";
import { leaveNulls } from "../null-leftovers.ts";
import { withMemoryOperand } from "../operand.ts";
import type { RandomBits } from "../random-bits.ts";
import { begin, placeTables } from "../segment-case.ts";
import type { Weights } from "../weighted.ts";
import { CPL_OF_SEGMENT_LOADS, FAR_REGISTER, MODE_OF_SEGMENT_LOADS } from "../weights.ts";
import type { Drawn, Family, Placed } from "./family.ts";

const PAGE = BigInt(PAGE_SIZE);
const MOST_PREFIXES = 4;
/** User data. */
const DATA_SELECTOR = 0x2b;
/** In 64-bit mode, and with a register as the operand, their opcodes are prefixes. */
const OUTSIDE_64: readonly InstructionName[] = ["lds", "les"];

/** A pointer: an offset of the size with its selector, which lies as well where another size would have it. */
function pointer(bits: RandomBits, size: 16 | 32 | 64, selector: number): Uint8Array {
  const bytes = Uint8Array.from({ length: 10 }, () => bits.word() & 0xff);
  for (const at of size === 16 ? [2] : [4, 8]) bytes.set([selector & 0xff, selector >> 8], at);
  return bytes;
}

function draw(bits: RandomBits, drawn: Drawn): Placed {
  const { context, draft } = drawn;
  const { mode } = context;
  const { state } = draft;
  begin(bits, drawn);
  leaveNulls(bits, state, context.profile);
  const { name, prefixes } = drawn.instruction;
  // An instruction that is long already stays within what a case may hold.
  const long = prefixes.length > MOST_PREFIXES;
  const isRegister = !OUTSIDE_64.includes(name) && (long || bits.chance(FAR_REGISTER));
  const short = long && !isRegister ? { ...drawn.instruction, prefixes: [] } : drawn.instruction;
  const form = isRegister ? short : withMemoryOperand(bits, short, { mode, db: state.cs.db });
  const chosen = chooseSelector(bits, { isStack: name === "lss", draft });
  const pages = placeTables(bits, drawn, { gdt: chosen.gdt, length: encode(form).length });
  if (isRegister) return { instruction: form, pages };
  const code = (pages[0] as Page).linear;
  const next = mode === "64" ? BigInt.asUintN(64, code + PAGE) : 0n;
  const size = operandSizeOf(form, mode, state.cs.db);
  // One that ignores REX.W, or wrongly does not, looks at other bytes: which of them fault first, no rule says.
  const span = size === 64 ? 0 : size / 8 + 2;
  const { instruction, page } = giveMemory(bits, form, {
    operand: { state, mode, pages, code, next, lowest: context.profile.memory?.lowest, span },
    content: pointer(bits, size, chosen.selector),
  });
  if (page !== undefined) pages.push(page);
  return { instruction, pages };
}

const DATA_PAGE: Page = {
  linear: MEMORY_MAP.data,
  user: true,
  write: true,
  execute: false,
  data: [{ offset: 0, bytes: Uint8Array.of(0, 0, 0, 0, DATA_SELECTOR, 0, 0, 0, DATA_SELECTOR, 0) }],
};

function family(names: readonly InstructionName[], modes: Weights<Mode>): Family {
  return {
    names,
    modes,
    cpls: CPL_OF_SEGMENT_LOADS,
    draw,
    boringCpl: 3,
    // Through [RAX].
    boring: ({ state, instruction }) => {
      state.rax = MEMORY_MAP.data;
      return {
        instruction: { ...instruction, tail: [(instruction.tail[0] as number) & 0x38] },
        pages: [DATA_PAGE],
      };
    },
  };
}

export const LOAD_FAR: Family = family(["lfs", "lgs", "lss"], MODE_OF_SEGMENT_LOADS);
export const LOAD_FAR_32: Family = family(OUTSIDE_64, { ...MODE_OF_SEGMENT_LOADS, "64": 0 });
