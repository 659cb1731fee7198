import { type SegmentLoad } from "../common/segload.ts";
export declare const loadSegment: SegmentLoad;
