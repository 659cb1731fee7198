/** Any program as a processor, over JSON Lines; docs/adding-an-adapter.md is its other half. */
import { isDeepStrictEqual } from "node:util";
import type { Observation, Profile, TestCase, Unsupported, Vendor } from "../../spec/model.ts";
import type { Adapter, Capabilities } from "../adapter.ts";
import { AdapterError } from "../errors.ts";
import type { ChildOptions } from "./child-program.ts";
import { Session, type SessionOptions } from "./session.ts";

/** Which program to run, and how patient to be; limits are in milliseconds. */
export interface ProcessOptions extends ChildOptions {
  /** The vendor that the user asked for; a program that knows only one ignores it. */
  readonly vendor?: Vendor;
  /** From the start of the program to its `ready`; 10,000 unless told. */
  readonly startTimeLimit?: number;
  /** For each case; 5,000 unless told. */
  readonly caseTimeLimit?: number;
  /** From `stop` to the end of the program, before it is killed; 2,000 unless told. */
  readonly stopTimeLimit?: number;
}

/**
 * Starts the program and waits for its introduction.
 * Errors: `AdapterError` when it cannot be started, dies, stays silent or talks nonsense.
 */
export async function startProcess(options: ProcessOptions): Promise<Adapter> {
  const limits = { startTimeLimit: 10_000, caseTimeLimit: 5_000, stopTimeLimit: 2_000 };
  const complete: SessionOptions = { ...limits, ...options };
  return new ProcessAdapter(complete, await Session.start(complete));
}

class ProcessAdapter implements Adapter {
  readonly name: string;
  readonly version: string;
  readonly model: string;
  readonly profile: Profile;
  readonly capabilities: Capabilities;
  readonly #options: SessionOptions;
  readonly #ready: Session["ready"];
  /** Undefined after an error, until the next run. */
  #session: Session | undefined;
  /** Runs are worked off one after the other. */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: SessionOptions, session: Session) {
    const { name, version, model, profile, capabilities } = session.introduction;
    this.name = name;
    this.version = version;
    this.model = model;
    this.profile = profile;
    this.capabilities = capabilities;
    this.#options = options;
    this.#ready = session.ready;
    this.#session = session;
  }

  async run(cases: readonly TestCase[]): Promise<readonly (Observation | Unsupported)[]> {
    return this.#inTurn(async () => {
      if (this.#closed) throw new Error(`${this.name} is closed`);
      const session = this.#session ?? (await this.#restart());
      this.#session = undefined;
      const answers = await session.run(cases);
      this.#session = session;
      return answers;
    });
  }

  async close(): Promise<void> {
    return this.#inTurn(async () => {
      this.#closed = true;
      const session = this.#session;
      this.#session = undefined;
      await session?.close();
    });
  }

  /** Errors: also when the program now introduces itself as something else. */
  async #restart(): Promise<Session> {
    const session = await Session.start(this.#options);
    if (isDeepStrictEqual(session.ready, this.#ready)) return session;
    await session.close();
    throw new AdapterError({
      code: "invalid-response",
      message: `${this.#options.command}: started again, it introduces itself as something else than before`,
      hint: "name, version, model, profile and capabilities must not change between two starts",
    });
  }

  async #inTurn<Result>(action: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(action);
    // The next one takes its turn whatever became of this one.
    this.#last = turn.catch(() => {});
    return turn;
  }
}
