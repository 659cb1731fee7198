/** Draws one of several alternatives by weight. */
export class Weighted {
    slots;
    /** Errors: a plain `Error` when no alternative has a positive weight. */
    constructor(entries) {
        this.slots = entries.flatMap(([choice, weight]) => Array(weight).fill(choice));
        if (this.slots.length === 0)
            throw new Error("expected an alternative with a positive weight");
    }
    pick(bits) {
        return this.slots[bits.below(this.slots.length)];
    }
}
/** A `Weighted` over names, restricted to `admitted` when that is given. */
export function weighted(weights, admitted) {
    const entries = Object.entries(weights);
    return new Weighted(admitted === undefined ? entries : entries.filter(([name]) => admitted.includes(name)));
}
