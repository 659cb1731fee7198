import type { CpuState, Mode, Profile, TestCase } from "../spec/model.ts";
import type { InstructionName } from "./instruction-name.ts";
import { type MsrChoice } from "./msr-values.ts";
/** Which boring machine. */
export interface BoringOptions {
    readonly profile: Profile;
    readonly instruction: InstructionName;
    readonly mode: Mode;
    /** The form with REX.W of SYSRET and RD/WRxSBASE; the default is true in 64-bit mode. */
    readonly wide?: boolean;
    /** ModRM.reg of an instruction that has one; DS by default. */
    readonly reg?: number;
    /** The MSR of RDMSR and WRMSR; STAR, which takes any value, by default. */
    readonly msr?: Exclude<MsrChoice, "unknown">;
}
/**
 * The plain case in which the instruction completes, if it does so at all in this mode: CPL 0 for SYSRET, SYSEXIT,
 * SWAPGS, RDMSR and WRMSR, CPL 3 for the others; flat segments; the GDT, STAR and FMASK of Linux; no point of variance.
 */
export declare function boringCase(options: BoringOptions): TestCase;
/** The MSR under test that RDMSR or WRMSR names in ECX; undefined for another instruction or MSR. */
export declare function namedMsr(state: CpuState, name: InstructionName): Exclude<MsrChoice, "unknown"> | undefined;
