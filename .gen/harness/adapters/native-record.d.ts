/** What crosses the pipes to native/processor.c, which has the other half of these layouts. */
import { type Leaf } from "../../guest/hello.ts";
import type { TestCase } from "../../spec/model.ts";
/** Cases in one batch, at most, and the bytes of their records. */
export declare const MAX_CASES = 8192;
export declare const MAX_BATCH_BYTES: number;
/** Pages that one case may have. */
export declare const MAX_PAGES = 8;
/** Bytes of the records of fixed size. */
export declare const HELLO_SIZE: number;
export declare const DONE_SIZE = 16;
export declare const RESULT_SIZE = 200;
/** What the program says of the machine when it starts. */
export interface NativeHello {
    /** `modify_ldt` works. */
    readonly ldt: boolean;
    /** The kernel filters system calls, so that SYSCALL takes another way through it. */
    readonly seccomp: boolean;
    /** The kernel runs with CR4.LA57=1. */
    readonly la57: boolean;
    readonly leaf: (number: number) => Leaf;
}
/** Errors: a record of another program or version. */
export declare function readNativeHello(bytes: Buffer): NativeHello;
/** Collects the records of one batch in one buffer, its head included. */
export declare class NativeEncoder {
    #private;
    constructor();
    /** Starts a batch. */
    reset(): void;
    get count(): number;
    /** The batch so far, as a copy: the pipe may take its time. `limit` is in milliseconds per case. */
    finish(limit: number): Buffer;
    /** Appends a record. False: there is no room, nothing was written. */
    add(testCase: TestCase): boolean;
}
/** How a batch ended, and how many results follow. */
export interface NativeDone {
    readonly outcome: "complete" | "died" | "hung" | "damaged";
    /** The signal by which the worker died. */
    readonly signal: number;
    readonly count: number;
}
/** Errors: a record that is none. */
export declare function readNativeDone(bytes: Buffer): NativeDone;
/** What happened to a case. */
export interface NativeResult {
    readonly status: "ran" | "no page" | "no descriptor";
    readonly vector: number;
    readonly errorCode: number;
    readonly address: bigint;
    /** In the order of GPR_NAMES. */
    readonly gprs: BigUint64Array;
    readonly rip: bigint;
    readonly rflags: bigint;
    readonly fsBase: bigint;
    readonly gsBase: bigint;
    readonly selectors: {
        readonly [name in "cs" | "ss" | "ds" | "es" | "fs" | "gs"]: number;
    };
}
/** Reads result `index` of `count` results, which begin at offset 0 of an aligned buffer. */
export declare class NativeResults {
    #private;
    constructor(bytes: Buffer);
    read(index: number): NativeResult;
}
