import type { OpenProcessor } from "./open-processor.ts";
/** Closes processors, without waiting for one that does not end. */
export declare function closeAll(processors: readonly OpenProcessor[]): Promise<void>;
