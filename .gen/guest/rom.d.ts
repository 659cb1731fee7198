/** The ROM's bytes. Cases read and write the MSRs in `passThrough` directly; all others are intercepted. */
export declare function assembleRom(passThrough: readonly number[]): Uint8Array;
