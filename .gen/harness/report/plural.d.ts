/** A whole number with its thousands apart. */
export declare function formatCount(count: number): string;
/** `1 finding`, `2 findings`. */
export declare function counted(count: number, noun: string): string;
