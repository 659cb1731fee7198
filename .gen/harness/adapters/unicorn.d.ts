import type { Adapter } from "../adapter.ts";
/** The models that serve both vendors, and Intel in both address widths; no AMD model has 57 bits. */
export declare const UNICORN_MODELS: readonly string[];
/** The library's file names, the preferred one first. */
export declare const UNICORN_LIBRARIES: readonly string[];
/** How to start Unicorn. */
export interface UnicornOptions {
    /** The library; `libunicorn.so.2`, which the system finds, unless given. */
    readonly sharedObject?: string;
    /** A CPU model of QEMU that Unicorn has; the first of UNICORN_MODELS unless given. */
    readonly cpu?: string;
    /** Milliseconds that one case may take before the processor counts as hung; 3000 unless given. */
    readonly timeLimit?: number;
}
/** An adapter that can also name its process, for tests and messages. */
export interface UnicornAdapter extends Adapter {
    /** The child's process id, or undefined while none runs. */
    readonly pid: number | undefined;
    close(): Promise<void>;
}
/** Starts Unicorn. Errors: `start-failed`, with a hint. */
export declare function startUnicorn(options?: UnicornOptions): Promise<UnicornAdapter>;
