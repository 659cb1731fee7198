/** Choices with stated weights. */
import type { RandomBits } from "./random-bits.ts";

/** How often each alternative is drawn, relative to the others; whole numbers. */
export type Weights<Name extends string> = { readonly [name in Name]: number };

/** Draws one of several alternatives by weight. */
export class Weighted<Choice> {
  private readonly slots: readonly Choice[];

  /** Errors: a plain `Error` when no alternative has a positive weight. */
  constructor(entries: readonly (readonly [Choice, number])[]) {
    this.slots = entries.flatMap(([choice, weight]) => Array<Choice>(weight).fill(choice));
    if (this.slots.length === 0) throw new Error("expected an alternative with a positive weight");
  }

  pick(bits: RandomBits): Choice {
    return this.slots[bits.below(this.slots.length)] as Choice;
  }
}

/** A `Weighted` over names, restricted to `admitted` when that is given. */
export function weighted<Name extends string>(
  weights: Weights<Name>,
  admitted?: readonly Name[],
): Weighted<Name> {
  const entries = Object.entries(weights) as [Name, number][];
  return new Weighted(admitted === undefined ? entries : entries.filter(([name]) => admitted.includes(name)));
}
