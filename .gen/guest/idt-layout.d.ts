/**
 * Where observer B, the agent with its own IDT, keeps what the processor must reach while a case runs.
 * Its pages are mapped for the supervisor at one linear stretch of every case's address space.
 */
import type { CpuState } from "../spec/model.ts";
/** First linear address; a page-table of its own, far from every address that generators gather at. */
export declare const TRAMPOLINE_LINEAR: bigint;
/** Page numbers in the stretch. The tables have room for every selector. */
export declare const TRAMPOLINE_PAGE: {
    readonly gdt: 0;
    readonly ldt: 16;
    readonly idt: 32;
    readonly code: 33;
    readonly data: 34;
    readonly count: 35;
};
/** Physical addresses. */
export declare const IDT_MEMORY: {
    readonly gdt: 3670016;
    readonly ldt: 3735552;
    readonly idt: 3801088;
    readonly code: 3805184;
    readonly data: 3809280;
    /** The tables of the stretch, from the one above the leaves up to the one that only five levels have. */
    readonly table: 3813376;
    readonly directory: 3817472;
    readonly pointers: 3821568;
    readonly level4: 3825664;
    /** The agent's own root under five levels. */
    readonly agentRoot5: 3829760;
};
/** Which entry of each table leads to the stretch. */
export declare const TRAMPOLINE_INDEX: {
    readonly directory: number;
    readonly pointers: number;
};
/** Offsets in the data page. */
export declare const TRAMPOLINE_DATA: {
    /** Registers and the frame of IRETQ: PLAIN_GPRS, RAX, RIP, CS, RFLAGS, RSP, SS. */
    readonly entry: 0;
    /** CR3 of the agent. */
    readonly agentRoot: 256;
    /** Where the agent goes on after an exception. */
    readonly landed: 264;
    /** What the agent is doing, one of STAGE. */
    readonly stage: 272;
    readonly tss: 512;
    /** Operand of a far jump. */
    readonly farPointer: 640;
    /** End of the stack of every exception. */
    readonly stackEnd: 3840;
    /** Below it, upwards: CR3, PLAIN_GPRS, RAX, vector, error code, RIP, CS, RFLAGS, RSP, SS. */
    readonly exit: 3656;
};
/** Order of the quadwords at TRAMPOLINE_DATA.exit. */
export declare const EXIT_FRAME: {
    readonly cr3: 0;
    readonly gprs: 1;
    readonly rax: 15;
    readonly vector: 16;
    readonly errorCode: 17;
    readonly rip: 18;
    readonly cs: 19;
    readonly rflags: 20;
    readonly rsp: 21;
    readonly ss: 22;
};
/** The agent's code segments: the last slots of the scratch GDT, since not every KVM delivers into an LDT's segment. */
export declare const AGENT_SELECTOR: {
    readonly code64: 65528;
    readonly code32: 65520;
};
/** What the agent does when an exception comes; everything but `running` is a refusal of the state. */
export declare const STAGE: {
    readonly running: 0;
    readonly ds: 1;
    readonly es: 2;
    readonly fs: 3;
    readonly gs: 4;
    readonly msrs: 5;
    readonly debug: 6;
    readonly control: 7;
    readonly enter: 8;
    readonly verifyEfer: 9;
    readonly verifyCr4: 10;
    readonly verifyCr0: 11;
    readonly verifyDr6: 12;
    readonly verifyDr7: 13;
};
/** What each stage of the setup means when it fails, for messages. */
export declare const REFUSALS: ReadonlyMap<number, string>;
/** MSRs that the agent writes before and reads after a case: index, and the field's place in its record. */
export declare const AGENT_MSRS: readonly (readonly [msr: number, name: keyof CpuState | "fsBase" | "gsBase"])[];
