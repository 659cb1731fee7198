/** Lines that fit a terminal. */
/**
 * The lines with their words wrapped at `columns`; what continues stands under the start of the line's
 * text, or `hang` farther in. A word that is longer than the rest of its line stays whole.
 */
export declare function wrapped(lines: readonly string[], columns: number, hang?: number): readonly string[];
/**
 * Rows in aligned columns, the last of which is wrapped; where that would leave it less than a third of
 * the width, it stands below the others.
 */
export declare function hanging(rows: readonly (readonly string[])[], columns: number): readonly string[];
