/**
 * Where the saved context of an engine holds what. The context is Unicorn's own structure and its shape
 * belongs to one build, so each place is found by experiment: a value goes in through the documented
 * interface or comes out of an instruction, and the context is searched for it. What the interface
 * cannot write (CPL, hidden parts of segments, EFER, error codes) is written into the context.
 */
import type { MsrName, SegmentName } from "../../../spec/model.ts";
import type { Engine } from "./engine.ts";
/** Offsets in the context. Segments and tables are {selector 32, base 64 at 8, limit 32 at 16, flags 32 at 20}. */
export interface ContextLayout {
    readonly size: number;
    readonly gprs: readonly number[];
    readonly rip: number;
    /** RFLAGS. While code runs the status flags and DF are elsewhere, but the end of a run puts them back. */
    readonly eflags: number;
    /** CPL and what else translation depends on. */
    readonly hflags: number;
    readonly segments: {
        readonly [name in SegmentName | "gdtr" | "idtr"]: number;
    };
    readonly cr: {
        readonly [name in "cr0" | "cr2" | "cr3" | "cr4"]: number;
    };
    readonly dr: {
        readonly [name in "dr6" | "dr7"]: number;
    };
    readonly msrs: {
        readonly [name in MsrName]: number;
    };
    readonly errorCode: number;
    /** Whether the last event was a software interrupt. */
    readonly isInterrupt: number;
    /** The exception that was being delivered: -1 for none. */
    readonly oldException: number;
}
/** Finds the layout on a fresh engine, whose state is lost. Errors: a value in no place, or in several. */
export declare function findLayout(engine: Engine): ContextLayout;
