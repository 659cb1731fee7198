/** The flags that TCG translates code by; they follow from the rest of the state and are part of the context. */
/** CPL, the two lowest bits. */
export declare const HFLAGS_CPL = 3;
/** Lower halves of registers, and what counts of segments. */
export interface TranslationState {
    readonly cpl: number;
    readonly cr0: number;
    readonly cr4: number;
    readonly efer: number;
    /** L and D of CS, B of SS. */
    readonly csL: number;
    readonly csD: number;
    readonly ssB: number;
    /** Whether DS, ES and SS all begin at 0. */
    readonly isFlat: boolean;
}
/**
 * The flags for a state. The shadow of an interrupt is always in force: nothing interrupts here, and it
 * makes the translator stop behind one instruction. Without it, translation runs on into the next page,
 * and a fault of that fetch is raised before the instruction under test was executed.
 */
export declare function hiddenFlags(state: TranslationState): number;
