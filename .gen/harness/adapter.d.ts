/** The interface through which the harness drives one processor. */
import type { FieldName, Observation, Profile, TestCase, Unsupported } from "../spec/model.ts";
/** What an adapter can set and see of one field, and why not all of it. */
export interface FieldCapability {
    readonly settable: boolean;
    /** Bits that observations report; 0 when the field is not seen. */
    readonly seen: bigint;
    readonly reason?: string;
}
/** What an adapter can do. A field that `fields` does not mention is settable and fully seen. */
export interface Capabilities {
    readonly fields: ReadonlyMap<FieldName, FieldCapability>;
    /** Instructions that the processor cannot be asked about, with the reason. */
    readonly noOpinion: ReadonlyMap<string, string>;
    /** The number of cases per `run` call that serves the processor best. */
    readonly batch: number;
}
/** Drives one processor. `run` answers every case, in order. */
export interface Adapter {
    /** What the user typed: `qemu`, `bochs`, or the name that a stranger's adapter gives itself. */
    readonly name: string;
    readonly version: string;
    /** Which CPU the processor poses as, e.g. `Skylake-Server,+la57`. */
    readonly model: string;
    readonly profile: Profile;
    readonly capabilities: Capabilities;
    /**
     * Errors: `AdapterError` when the processor or its adapter breaks. The next `run` after one
     * starts the processor anew.
     */
    run(cases: readonly TestCase[]): Promise<readonly (Observation | Unsupported)[]>;
    close?(): Promise<void>;
}
