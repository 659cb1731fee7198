/** Measuring on a machine that may be busy with other things. */
/** The least microseconds per item of several rounds, each over `count` items. */
export declare function microseconds(count: number, round: () => void, rounds?: number): number;
/** Time spent in a method, summed up over every call. */
export interface MethodTime {
    milliseconds: number;
    calls: number;
}
/** Times every call of a method from now on. It adds some 0.1 us to each. */
export declare function timeMethod<Name extends string>(prototype: {
    [name in Name]: (...parameters: never[]) => unknown;
}, name: Name): MethodTime;
