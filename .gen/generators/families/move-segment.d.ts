import type { Family } from "./family.ts";
export declare const MOVE_SEGMENT: Family;
