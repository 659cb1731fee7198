import type { ObserverName } from "../../guest/layout.ts";
/** How to start it and whom to tell. */
export interface QemuProcessOptions {
    readonly binary: string;
    readonly cpu: string;
    readonly rom: string;
    readonly observer: ObserverName;
    /** QEMU's `-accel`. */
    readonly accelerator: string;
    /** Seconds without work after which the guest ends QEMU. */
    readonly idleLimit: number;
    /** Slot `slot` is done. */
    readonly onDone: (slot: number) => void;
    /** The process ended, with what it said last. Not called after `kill`. */
    readonly onEnd: (message: string) => void;
}
/** A QEMU whose guest has said hello. */
export declare class QemuProcess {
    #private;
    private constructor();
    /** Starts QEMU and waits for the hello. Errors: an Error that says why there is no hello. */
    static start(options: QemuProcessOptions): Promise<QemuProcess>;
    /** The operating system's id of the process. */
    get pid(): number;
    /** Whether a waiting process keeps Node from exiting. */
    hold(held: boolean): void;
    /** Copies `bytes` to physical `address`. */
    write(address: number, bytes: Uint8Array): void;
    /** Fills `target` from physical `address`. */
    read(address: number, target: Uint8Array): void;
    /** Describes a batch in `slot` and rings the doorbell. */
    ring(slot: number, batch: {
        nonce: number;
        count: number;
        cases: number;
        results: number;
    }): void;
    /** Index of the case that `slot` is running, and the nonce of the batch if it is complete. */
    progress(slot: number): {
        readonly running: number;
        readonly done: number;
    };
    /** Ends the process. RAM stays readable until `release`. */
    kill(): void;
    /** Ends the process and lets go of everything. */
    release(): void;
}
