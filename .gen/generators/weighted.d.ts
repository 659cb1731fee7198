/** Choices with stated weights. */
import type { RandomBits } from "./random-bits.ts";
/** How often each alternative is drawn, relative to the others; whole numbers. */
export type Weights<Name extends string> = {
    readonly [name in Name]: number;
};
/** Draws one of several alternatives by weight. */
export declare class Weighted<Choice> {
    private readonly slots;
    /** Errors: a plain `Error` when no alternative has a positive weight. */
    constructor(entries: readonly (readonly [Choice, number])[]);
    pick(bits: RandomBits): Choice;
}
/** A `Weighted` over names, restricted to `admitted` when that is given. */
export declare function weighted<Name extends string>(weights: Weights<Name>, admitted?: readonly Name[]): Weighted<Name>;
