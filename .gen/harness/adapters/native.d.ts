import type { Adapter } from "../adapter.ts";
import { type NativeProgramOptions } from "./native-program.ts";
/** How to start it. */
export interface NativeOptions extends NativeProgramOptions {
    /** The compiled program; it is compiled on first use unless given. */
    readonly program?: string;
    /** Milliseconds that one case may take before the processor counts as hung; 3000 unless given. */
    readonly timeLimit?: number;
    /** Milliseconds beyond it that a program which is stopped altogether may be silent; 60,000 unless given. */
    readonly patience?: number;
}
/** An adapter that can also name its process, and the CPU. */
export interface NativeAdapter extends Adapter {
    /** The program's process id, or undefined while none runs. */
    readonly pid: number | undefined;
    readonly cpu: NativeCpu;
    close(): Promise<void>;
}
/** Which silicon this is. */
export interface NativeCpu {
    readonly family: number;
    readonly model: number;
    readonly stepping: number;
    /** As the kernel tells it; behind a hypervisor it may be anything. */
    readonly microcode: string;
    /** CPUID tells of a hypervisor, which may answer in the CPU's place. */
    readonly hypervisor: boolean;
}
/** Compiles the program if need be and starts it. Errors: `start-failed`, with a hint. */
export declare function startNative(options?: NativeOptions): Promise<NativeAdapter>;
