/** QEMU's TCG as a processor: cases run in the bare-metal guest, under a VMCB or under its own IDT. */
import type { ObserverName } from "../../guest/layout.ts";
import type { Adapter } from "../adapter.ts";
/** The models that serve both vendors in both address widths. */
export declare const QEMU_MODELS: readonly string[];
/** How to start QEMU. */
export interface QemuOptions {
    /** Program to run; `qemu-system-x86_64` unless given. */
    readonly binary?: string;
    /** QEMU's `-cpu`; the first of QEMU_MODELS unless given. Under the observer `svm` it must offer SVM. */
    readonly cpu?: string;
    /** How the state is seen; `svm` unless given. */
    readonly observer?: ObserverName;
    /** QEMU's `-accel`: what runs the guest; `tcg`, its translator, unless given. */
    readonly accelerator?: string;
    /** Milliseconds that one case may take before the processor counts as hung; 3000 unless given. */
    readonly timeLimit?: number;
    /**
     * Seconds after which an idle QEMU ends itself, so that none outlives a parent that was killed; 600
     * unless given. The next `run` starts a new one.
     */
    readonly idleLimit?: number;
}
/** An adapter that can also name its process, for tests and messages. */
export interface QemuAdapter extends Adapter {
    /** The emulator's process id, or undefined while none runs. */
    readonly pid: number | undefined;
    close(): Promise<void>;
}
/** Starts QEMU. Errors: `start-failed`, with a hint. */
export declare function startQemu(options?: QemuOptions): Promise<QemuAdapter>;
