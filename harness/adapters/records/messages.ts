/** What a process that answers case records and its adapter say to each other besides records. */
import type { Leaf } from "../../../guest/hello.ts";

/** The first line of the child. */
export type ChildHello =
  | { readonly version: string; readonly cpuid: readonly (readonly [leaf: number, answer: Leaf])[] }
  | {
      /** Why there is no processor. */
      readonly error: string;
    };

/** Offsets in what precedes the case records of a batch; 32 bits each. */
export const BATCH_HEADER = { count: 0, bytes: 4, size: 8 } as const;
