/** What a generator must hit, as data that a test measures. */
/** A class of values and the least share of the values of `among` that must lie in it. */
export interface ReachClass<T> {
    readonly name: string;
    /** Between 0 and 1. */
    readonly least: number;
    readonly matches: (value: T) => boolean;
    /** The values that count; all when it is absent. */
    readonly among?: (value: T) => boolean;
}
/** The share of `values` in each class, in the order of `classes`; 0 when no value counts. */
export declare function measureReach<T>(classes: readonly ReachClass<T>[], values: readonly T[]): readonly number[];
