/** Any program as a processor, over JSON Lines; docs/adding-an-adapter.md is its other half. */
import { isDeepStrictEqual } from "node:util";
import { AdapterError } from "../errors.js";
import { Session } from "./session.js";
/**
 * Starts the program and waits for its introduction.
 * Errors: `AdapterError` when it cannot be started, dies, stays silent or talks nonsense.
 */
export async function startProcess(options) {
    const limits = { startTimeLimit: 10_000, caseTimeLimit: 5_000, stopTimeLimit: 2_000 };
    const complete = { ...limits, ...options };
    return new ProcessAdapter(complete, await Session.start(complete));
}
class ProcessAdapter {
    name;
    version;
    model;
    profile;
    capabilities;
    #options;
    #ready;
    /** Undefined after an error, until the next run. */
    #session;
    /** Runs are worked off one after the other. */
    #last = Promise.resolve();
    #closed = false;
    constructor(options, session) {
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
    async run(cases) {
        return this.#inTurn(async () => {
            if (this.#closed)
                throw new Error(`${this.name} is closed`);
            const session = this.#session ?? (await this.#restart());
            this.#session = undefined;
            const answers = await session.run(cases);
            this.#session = session;
            return answers;
        });
    }
    async close() {
        return this.#inTurn(async () => {
            this.#closed = true;
            const session = this.#session;
            this.#session = undefined;
            await session?.close();
        });
    }
    /** Errors: also when the program now introduces itself as something else. */
    async #restart() {
        const session = await Session.start(this.#options);
        if (isDeepStrictEqual(session.ready, this.#ready))
            return session;
        await session.close();
        throw new AdapterError({
            code: "invalid-response",
            message: `${this.#options.command}: started again, it introduces itself as something else than before`,
            hint: "name, version, model, profile and capabilities must not change between two starts",
        });
    }
    async #inTurn(action) {
        const turn = this.#last.then(action);
        // The next one takes its turn whatever became of this one.
        this.#last = turn.catch(() => { });
        return turn;
    }
}
