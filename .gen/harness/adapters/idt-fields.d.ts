import type { FieldName } from "../../spec/model.ts";
import type { FieldCapability } from "../adapter.ts";
/** The limits by field. */
export declare const IDT_FIELDS: ReadonlyMap<FieldName, FieldCapability>;
