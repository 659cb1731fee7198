/** Gives states what the observer forces, fast: a processor may force nearly everything. */
import { type MutableCpuState } from "../spec/fields.ts";
import type { FieldName, Mode, Profile } from "../spec/model.ts";
/** Gives the forced fields of a state their value. */
export type Impose = (state: MutableCpuState) => void;
/** What `profile` forces in one mode. */
export declare function imposer({ imposed }: Profile, mode: Mode): Impose;
/** The value of a field that `profile` forces with all its bits in `mode`; undefined for any other. */
export declare function forcedValue({ imposed }: Profile, mode: Mode, name: FieldName): bigint | undefined;
