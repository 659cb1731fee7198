/** One of the groups in which a case can differ from its boring machine. */
import { type Parts } from "../parts.ts";
/** `boring` is the boring machine of the case, taken apart. */
export interface Group {
    /** As reports print it: `rcx`, `cs`, `rflags.tf`, `gdt`, `code`, `prefix 66h`. */
    readonly name: string;
    readonly differs: (parts: Parts, boring: Parts) => boolean;
    /** Gives the group its boring content; other groups keep theirs as far as that is possible. */
    readonly reset: (parts: Parts, boring: Parts) => void;
    /** Simpler contents of this group, each as a change of `parts`, the simplest first. */
    readonly simpler: (parts: Parts, boring: Parts) => Iterable<(parts: Parts) => void>;
}
/** A copy of `parts` after `change`. */
export declare function changed(parts: Parts, change: (parts: Parts) => void): Parts;
/** For groups of one bit: there is nothing between set and clear. */
export declare function nothingSimpler(): readonly never[];
