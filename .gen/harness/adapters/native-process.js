/** The running C program: its pipes, its answers, its end. */
import { spawn } from "node:child_process";
import { onExit } from "./exit-guard.js";
import { DONE_SIZE, HELLO_SIZE, NativeResults, RESULT_SIZE, readNativeDone, readNativeHello, } from "./native-record.js";
/** Milliseconds until the program's first word. */
const HELLO_LIMIT = 20_000;
/** The program ended or said nothing; the message says which. */
export class NativeEnd extends Error {
    silent;
    constructor(message, options) {
        super(message);
        this.silent = options.silent;
    }
}
/** One run of the program. */
export class NativeProcess {
    hello;
    #pipe;
    constructor(pipe, hello) {
        this.#pipe = pipe;
        this.hello = hello;
    }
    /** Starts the program and hears what it says of the machine. Errors: an Error that says why it does not. */
    static async start(program) {
        const pipe = new Pipe(program);
        try {
            const hello = readNativeHello(await pipe.read(HELLO_SIZE, HELLO_LIMIT));
            return new NativeProcess(pipe, hello);
        }
        catch (error) {
            pipe.kill();
            throw error;
        }
    }
    /** The operating system's id of the process. */
    get pid() {
        return this.#pipe.pid;
    }
    /** Runs one batch. Errors: `NativeEnd`. */
    async run(batch, limit) {
        this.#pipe.write(batch);
        const done = readNativeDone(await this.#pipe.read(DONE_SIZE, limit));
        const results = new NativeResults(await this.#pipe.read(done.count * RESULT_SIZE, limit));
        return { ...done, results };
    }
    kill() {
        this.#pipe.kill();
    }
}
/** A child whose output is read in stretches of known length. */
class Pipe {
    #child;
    #forget;
    #parts = [];
    #length = 0;
    #expected;
    #end;
    constructor(program) {
        const child = spawn(program, [], { stdio: ["pipe", "pipe", "pipe"] });
        this.#child = child;
        this.#forget = onExit(() => child.kill("SIGKILL"));
        let words = "";
        // A pipe to a dead process breaks; its end is reported by "close".
        child.stdin.on("error", () => { });
        child.stderr.on("data", (chunk) => {
            words = (words + chunk.toString("utf8")).slice(-2000);
        });
        child.stdout.on("data", (chunk) => {
            this.#parts.push(chunk);
            this.#length += chunk.length;
            this.#serve();
        });
        child.on("error", (error) => this.#finish(error.message));
        child.on("close", (code, signal) => {
            const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
            this.#finish(words === "" ? `the program ended with ${how}` : words.trim());
        });
        this.#hold(false);
    }
    get pid() {
        return this.#child.pid;
    }
    write(bytes) {
        if (this.#child.stdin.writable)
            this.#child.stdin.write(bytes);
    }
    /** The next `length` bytes. Errors: `NativeEnd`; one reader at a time. */
    async read(length, limit) {
        let timer;
        this.#hold(true);
        try {
            return await new Promise((resolve, reject) => {
                timer = setTimeout(() => {
                    reject(new NativeEnd(`the program said nothing for ${limit / 1000} s`, { silent: true }));
                }, limit);
                this.#expected = { length, resolve, reject };
                this.#serve();
            });
        }
        finally {
            clearTimeout(timer);
            this.#expected = undefined;
            this.#hold(false);
        }
    }
    kill() {
        this.#child.kill("SIGKILL");
        this.#forget();
    }
    #serve() {
        const expected = this.#expected;
        if (expected === undefined)
            return;
        if (this.#length >= expected.length) {
            const all = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
            const rest = all.subarray(expected.length);
            this.#parts = rest.length === 0 ? [] : [rest];
            this.#length = rest.length;
            this.#expected = undefined;
            expected.resolve(all.subarray(0, expected.length));
        }
        else if (this.#end !== undefined) {
            this.#expected = undefined;
            expected.reject(new NativeEnd(this.#end, { silent: false }));
        }
    }
    #finish(reason) {
        this.#forget();
        this.#end ??= reason;
        this.#serve();
    }
    /** Whether a waiting process keeps Node from exiting. */
    #hold(held) {
        const change = held ? "ref" : "unref";
        this.#child[change]();
        for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
            stream[change]();
        }
    }
}
