import type { ProcessorIdentity } from "../finding.ts";
/** `qemu 7.2.22, EPYC,+la57 (amd)`; a model that says no more than the vendor is left out. */
export declare function processorText({ name, version, model, vendor }: ProcessorIdentity): string;
/** Two runs on the same processor have the same key. */
export declare function processorKey({ name, version, model, vendor }: ProcessorIdentity): string;
