/** An emulator that the suite starts by itself. */
export type EmulatorName = "qemu" | "bochs" | "unicorn";
/** How an emulator's state is seen: through a VMCB, through the guest's own IDT, or through both, which must agree. */
export type ObserverChoice = "svm" | "idt" | "both";
/** Every observer that can be chosen. */
export declare const OBSERVERS: readonly ObserverChoice[];
/** A processor as named on the command line; `text` is what was typed and names it again. */
export type ProcessorName = {
    readonly text: string;
} & ({
    readonly kind: "emulator";
    readonly emulator: EmulatorName;
    /** `svm` when absent, unless the run chooses another. */
    readonly observer?: ObserverChoice;
    /** The program to start instead of the one found on PATH. */
    readonly program?: string;
    /** Which CPU it poses as, in the emulator's own words; its default models when absent. */
    readonly model?: string;
} | {
    readonly kind: "native";
} | {
    readonly kind: "kvm";
} | {
    readonly kind: "oracle";
} | {
    readonly kind: "mutant";
    readonly rule: string;
    readonly group?: string;
} | {
    readonly kind: "process";
    readonly command: string;
    readonly args: readonly string[];
});
/** One line per form, for help texts. */
export declare const PROCESSOR_FORMS: readonly (readonly [form: string, meaning: string])[];
/** Reads one processor. Errors: `UsageError` when `text` names nothing. */
export declare function parseProcessorName(text: string): ProcessorName;
