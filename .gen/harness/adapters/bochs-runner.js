/** Keeps Bochs busy: one process per batch, the next batch running while Node handles the last. */
import { ResultDecoder } from "../../guest/decode.js";
import { CaseEncoder } from "../../guest/encode.js";
import { readHello } from "../../guest/hello.js";
import { romPath } from "../../guest/package-root.js";
import { AdapterError } from "../errors.js";
import { withBochsUnseen } from "./bochs-limits.js";
import { BOCHS_CASES_CAPACITY, runBochsBatch } from "./bochs-process.js";
import { Job } from "./job.js";
/** Cases per sign of life: one each would cost a third of the speed. */
const STRIDE = 64;
const PROCESS_COUNT = 2;
/** Runs jobs on Bochs processes. */
export class BochsRunner {
    #options;
    #encoder;
    #decoder;
    #running = new Set();
    #jobs = [];
    #nonce = 1;
    #closed = false;
    constructor(options) {
        this.#options = options;
        this.#encoder = new CaseEncoder(BOCHS_CASES_CAPACITY, options.observer);
        this.#decoder = new ResultDecoder(options.batch, options.observer);
    }
    /** The processes that run now. */
    get pids() {
        return [...this.#running].flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
    }
    /** Runs an empty batch to learn the profile. Errors: `start-failed`. */
    async greet() {
        const { binary, model, hint } = this.#options;
        const where = `${binary} with cpu model ${model}`;
        const { kind, control, message } = await this.#process({ nonce: 0, indices: [] }, STRIDE);
        if (kind !== "done") {
            throw new AdapterError({
                code: "start-failed",
                message: `${where} did not start: ${message}`,
                hint: /\bcpu\b/i.test(message) ? `\`${binary} --help cpu\` lists the models of this build` : hint,
            });
        }
        try {
            return readHello(control, this.#options.observer);
        }
        catch (cause) {
            throw new AdapterError({
                code: "start-failed",
                message: `${where}: ${cause.message}`,
                hint: "choose a model with SVM, for instance ryzen",
                cause,
            });
        }
    }
    /** As `Adapter.run`. A process is under way when it returns, unless enough are already. */
    run(cases) {
        const job = new Job(cases);
        if (this.#closed) {
            job.fail({ code: "crashed", message: "the adapter is closed", hint: "start another one" });
        }
        else {
            this.#jobs.push(job);
            this.#pump();
        }
        return job.done;
    }
    /** Ends the processes and fails what is under way. */
    close() {
        this.#closed = true;
        for (const run of this.#running)
            run.kill();
        for (const job of this.#jobs.splice(0)) {
            job.fail({ code: "crashed", message: "the adapter was closed", hint: "wait for `run` before `close`" });
        }
    }
    #pump() {
        for (const job of this.#jobs) {
            while (!job.encoded) {
                if (this.#running.size >= PROCESS_COUNT)
                    return;
                const batch = job.encode(this.#encoder, this.#nonce, this.#options.batch);
                if (batch.indices.length > 0)
                    void this.#follow(job, batch);
            }
        }
        this.#jobs = this.#jobs.filter((job) => !job.settle());
    }
    /** Runs what the encoder holds. */
    async #process({ nonce, indices }, stride) {
        const { binary, model, observer = "svm", timeLimit } = this.#options;
        const count = indices.length;
        this.#nonce = (this.#nonce + count) >>> 0;
        const records = this.#encoder.bytes;
        const run = runBochsBatch({
            binary,
            model,
            observer,
            timeLimit,
            nonce,
            count,
            records,
            stride,
            rom: romPath(),
        });
        this.#running.add(run);
        try {
            return await run.outcome;
        }
        finally {
            this.#running.delete(run);
        }
    }
    async #follow(job, batch) {
        const outcome = await this.#process(batch, STRIDE);
        if (this.#closed || !this.#jobs.includes(job))
            return;
        try {
            if (outcome.kind === "done") {
                this.#collect(job, batch, outcome, batch.indices.length);
            }
            else {
                if (outcome.kind !== "missing")
                    await this.#recover(job, batch.indices, outcome.started);
                this.#fail(job, outcome.kind === "missing" ? "start-failed" : outcome.kind, outcome.message);
            }
        }
        catch (cause) {
            this.#fail(job, "invalid-response", cause.message);
        }
        this.#pump();
        this.#jobs = this.#jobs.filter((other) => !other.settle());
    }
    #collect(job, batch, { results }, count) {
        const target = this.#decoder.target(count);
        target.set(results.subarray(0, target.length));
        // What the VMCB of Bochs does not show, its own registers do.
        const refine = this.#options.observer === "idt" ? (answer) => answer : withBochsUnseen;
        job.collect(this.#decoder, batch, count, refine);
    }
    /**
     * A crash or a hang takes the results with it: the debugger reads memory through the paging of the case. The
     * batch runs again with a sign of life per case, so that the last one names the suspect, and then the cases
     * before the suspect run for their answers.
     */
    async #recover(job, indices, started) {
        const slow = job.encodeAgain(this.#encoder, this.#nonce, indices);
        const outcome = await this.#process(slow, 1);
        if (outcome.kind === "done") {
            // Not reproduced: what the first run had surely left behind is answered, no more.
            this.#collect(job, slow, outcome, Math.max(started - 1, 0));
            return;
        }
        const before = indices.slice(0, Math.max(outcome.started - 1, 0));
        if (before.length === 0)
            return;
        const rest = job.encodeAgain(this.#encoder, this.#nonce, before);
        const answers = await this.#process(rest, STRIDE);
        if (answers.kind === "done")
            this.#collect(job, rest, answers, before.length);
    }
    #fail(job, code, message) {
        this.#jobs = this.#jobs.filter((other) => other !== job);
        job.fail({
            code,
            message: `bochs with cpu model ${this.#options.model}: ${message}`,
            hint: code === "start-failed" ? this.#options.hint : "the next run starts a new process",
        });
    }
}
