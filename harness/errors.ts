/** What can break between the harness and a processor. */
import type { Observation, Unsupported } from "../spec/model.ts";

/** `start-failed`: never answered; `timeout`: stopped answering; `crashed`: ended; `invalid-response`: answered
 * nonsense; `harness`: two observers contradict each other; `unavailable`: the machine does not have the processor, which is no failure. */
export type AdapterErrorCode =
  "start-failed" | "timeout" | "crashed" | "invalid-response" | "harness" | "unavailable";

/** A processor or its adapter broke. `hint` says what to do about it. */
export class AdapterError extends Error {
  override readonly name = "AdapterError";
  readonly code: AdapterErrorCode;
  readonly hint: string;
  /** Answers that arrived before the failure; the first case without one is the suspect. */
  readonly answers: readonly (Observation | Unsupported)[];

  constructor(options: {
    code: AdapterErrorCode;
    message: string;
    hint?: string;
    answers?: readonly (Observation | Unsupported)[];
    cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.code = options.code;
    this.hint = options.hint ?? "";
    this.answers = options.answers ?? [];
  }
}
