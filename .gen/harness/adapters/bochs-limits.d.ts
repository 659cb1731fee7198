import type { FieldName, Observation, Unsupported } from "../../spec/model.ts";
import type { FieldCapability } from "../adapter.ts";
/** Limits that hold in every case. */
export declare const BOCHS_FIELDS: ReadonlyMap<FieldName, FieldCapability>;
/** The answer with the fields that this one does not show. An intercepted #DB comes before Bochs updates DR6. */
export declare function withBochsUnseen(answer: Observation | Unsupported): Observation | Unsupported;
