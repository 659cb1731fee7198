/**
 * The names most like `typed`, best first, at most three: a few edits away, or containing it.
 */
export declare function suggestions(typed: string, names: Iterable<string>): readonly string[];
/** `did you mean a, b or c?`, or the empty string when nothing is near. */
export declare function didYouMean(typed: string, names: Iterable<string>): string;
