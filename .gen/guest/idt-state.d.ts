/** Fills in what observer B does not see, so that its states have the shape of all others. */
import { type MutableCpuState } from "../spec/fields.ts";
import type { CpuState } from "../spec/model.ts";
/**
 * Gives every part of `after` that no register shows its value before. CS.L is not seen either, but where a fetch
 * faults (`faultAddress`, of a #PF) says which mode it was in.
 */
export declare function completeIdtState(after: MutableCpuState, before: CpuState, faultAddress?: bigint): void;
