/** What can be asked of Unicorn 2.0, and why not all. Each limit was seen and then found in its source. */
import type { Capabilities } from "../adapter.ts";

const CALLS_HOOK =
  "Unicorn calls a hook of its user and goes on behind the instruction: it does not execute it";

/** One table for every model. */
export const UNICORN_CAPABILITIES: Capabilities = {
  fields: new Map(),
  noOpinion: new Map([
    ["syscall", CALLS_HOOK],
    ["sysenter", CALLS_HOOK],
  ]),
  batch: 1000,
};
