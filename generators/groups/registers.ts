/** Groups of general, control and model-specific registers and of RFLAGS. */
import { GPR_NAMES, MSR_NAMES, type ScalarName } from "../../spec/fields.ts";
import { UNKNOWN_MSR_INDICES, msrOfIndex } from "../msr-values.ts";
import type { Parts } from "../parts.ts";
import { fromWords, highWord, lowWord } from "../random-bits.ts";
import { RFLAGS_GROUPS } from "../rflags.ts";
import { simplerValues } from "../simplify.ts";
import type { Group } from "./group.ts";

/** Simpler contents of ECX for RDMSR and WRMSR: the same MSR, or another unknown one, never any number. */
function* simplerMsrIndices(rcx: bigint): Generator<bigint> {
  const low = lowWord(rcx);
  if (msrOfIndex(low) === undefined) {
    for (const index of UNKNOWN_MSR_INDICES) {
      if (index === low) break;
      yield BigInt(index);
    }
  }
  if (highWord(rcx) === 0) return;
  for (const high of simplerValues(BigInt(highWord(rcx)))) yield fromWords(lowWord(high), low);
}

function scalar(name: ScalarName): Group {
  return {
    name,
    differs: ({ state }, boring) => state[name] !== boring.state[name],
    reset: ({ state }, boring) => {
      state[name] = boring.state[name];
    },
    *simpler({ state, instruction }) {
      const holdsIndex = name === "rcx" && (instruction.name === "rdmsr" || instruction.name === "wrmsr");
      for (const value of holdsIndex ? simplerMsrIndices(state.rcx) : simplerValues(state[name])) {
        yield (parts: Parts) => {
          parts.state[name] = value;
        };
      }
    },
  };
}

function flags(name: string, mask: bigint): Group {
  return {
    name: `rflags.${name}`,
    differs: ({ state }, boring) => ((state.rflags ^ boring.state.rflags) & mask) !== 0n,
    reset: ({ state }, boring) => {
      state.rflags = (state.rflags & ~mask) | (boring.state.rflags & mask);
    },
    *simpler({ state }) {
      for (const value of simplerValues(state.rflags & mask)) {
        if ((value & ~mask) !== 0n) continue;
        yield (parts: Parts) => {
          parts.state.rflags = (parts.state.rflags & ~mask) | value;
        };
      }
    },
  };
}

export const GPR_GROUPS: readonly Group[] = GPR_NAMES.map(scalar);
export const MSR_GROUPS: readonly Group[] = MSR_NAMES.map(scalar);
export const CONTROL_GROUPS: readonly Group[] = (["cr0", "cr4", "dr6", "dr7"] as const).map(scalar);
export const FLAG_GROUPS: readonly Group[] = Object.entries(RFLAGS_GROUPS).map(([name, mask]) =>
  flags(name, mask),
);
