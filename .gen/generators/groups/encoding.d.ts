import type { Parts } from "../parts.ts";
import { type Group } from "./group.ts";
/** The general register operand, or what takes its place; its value moves to rAX. */
export declare const OPERAND: Group;
/** Bits of REX without effect. */
export declare const REX: Group;
/**
 * Each prefix that the instruction would not miss. The first one comes first: when it goes, the distances of the
 * others from the end stay right.
 */
export declare function prefixes({ instruction }: Parts): readonly Group[];
