import { type Group } from "./group.ts";
/** CPL before CS and SS, which depend on it. */
export declare const SEGMENT_GROUPS: readonly Group[];
