import type { FieldName, Profile, Segment } from "../../spec/model.ts";
import type { FieldCapability } from "../adapter.ts";
import type { NativeHello } from "./native-record.ts";
/** Linux's segments for programs. */
export declare const USER_CODE_64: Segment;
export declare const USER_CODE_32: Segment;
/** The profile of the machine behind `hello`. Errors: a vendor that no oracle models. */
export declare function nativeProfile({ leaf, la57, ldt }: NativeHello): Profile;
/** What is settable and seen of each field that is not both in full. */
export declare function nativeFields(): ReadonlyMap<FieldName, FieldCapability>;
/** What one completed SYSCALL says nothing of, since the kernel has run and come back. */
export declare const UNSEEN_AFTER_SYSCALL: readonly FieldName[];
