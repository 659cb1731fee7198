/** Offsets in what precedes the case records of a batch; 32 bits each. */
export const BATCH_HEADER = { count: 0, bytes: 4, size: 8 };
