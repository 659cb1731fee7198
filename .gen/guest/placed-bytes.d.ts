/** Which bytes a case puts where: the pages' data first, the step's bytes over it. */
import type { TestCase } from "../spec/model.ts";
/**
 * Calls `place` for every stretch of bytes in the order in which they overlay each other. Stops at the
 * first reason that `place` returns, or gives its own: bytes that no page holds.
 */
export declare function placedBytes(testCase: TestCase, place: (page: number, offset: number, bytes: Uint8Array) => string | undefined): string | undefined;
/** The whole content of page `index` of a case. */
export declare function pageContent(testCase: TestCase, index: number): Uint8Array;
