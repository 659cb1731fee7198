import type { Adapter } from "../adapter.ts";
/**
 * The adapter whose answers are those of `first`, which sees more, wherever `second` has nothing against them. Cases
 * that `second` cannot run are answered by `first` alone. Its `run` throws, besides what theirs throw, `harness` when
 * the observers differ: then one of them is wrong, and nothing is said of the processor.
 */
export declare function bothObservers(first: Adapter, second: Adapter): Adapter;
