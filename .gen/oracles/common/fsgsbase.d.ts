/** Intel SDM Vol. 2B and 2D, Vol. 3A, 4.5.3, and AMD APM Vol. 3: "RDFSBASE", "RDGSBASE", "WRFSBASE", "WRGSBASE". */
import { type Operation } from "../operation.ts";
/** The segment register whose base the instruction moves. */
export type BaseSegment = "fs" | "gs";
/** RDFSBASE or RDGSBASE. */
export declare function readBase(segment: BaseSegment): Operation;
/** WRFSBASE or WRGSBASE. */
export declare function writeBase(segment: BaseSegment): Operation;
