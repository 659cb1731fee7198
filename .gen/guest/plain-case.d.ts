/** The plainest case: one NOP in 64-bit mode at CPL 0. */
import type { Profile, TestCase } from "../spec/model.ts";
/** A case that retires on every processor with SVM, with `efer` and otherwise as little as possible. */
export declare function plainCase(profile: Profile, efer: bigint): TestCase;
