/** Simpler contents of segment registers, for shrinking. */
import type { Segment } from "../spec/model.ts";
/** Segments with fewer parts that differ from `plain`, `plain` first; not all need be valid. */
export declare function simplerSegments(value: Segment, plain: Segment): Generator<Segment>;
