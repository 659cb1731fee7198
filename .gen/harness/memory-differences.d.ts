import type { Outcome, Page, Write } from "../spec/model.ts";
import type { MemoryDifference } from "./verdict.ts";
/** Whether memory changed as `outcome` says; `writes` are the bytes that differ from the case's pages. */
export declare function memoryFits(pages: readonly Page[], outcome: Outcome, writes: readonly Write[]): boolean;
/** One difference per rule whose bytes differ, in the order of their addresses. */
export declare function memoryDifferences(pages: readonly Page[], outcome: Outcome, writes: readonly Write[]): readonly MemoryDifference[];
