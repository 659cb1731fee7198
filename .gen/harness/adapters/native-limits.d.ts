import type { TestCase, Vendor } from "../../spec/model.ts";
/** What decides besides the case. */
export interface NativeMachine {
    readonly vendor: Vendor;
    /** The kernel filters system calls. */
    readonly seccomp: boolean;
    /** Bits of the addresses that paging translates. */
    readonly width: 48 | 57;
}
/** How a case runs: by itself, or through the kernel and back; or why it cannot. */
export type NativeWay = "plain" | "through the kernel" | {
    readonly unsupported: string;
};
/** How `testCase` can be run on `machine`. */
export declare function nativeWay(testCase: TestCase, machine: NativeMachine): NativeWay;
