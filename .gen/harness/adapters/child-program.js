/** A program of somebody else as a child: its lines, its death, and that it never stays behind. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { AdapterError } from "../errors.js";
import { LineSplitter, Tail } from "./json-lines.js";
/** How long a child may take to obey SIGTERM, or the end of its input, before SIGKILL. */
const GRACE = 500;
/** How long output may still come in after the child ended or closed one of its two ways out. */
const SETTLE = 250;
const LAST_WORDS = 5;
/** A running child. `close` and `kill` end it with everything that it started in its process group. */
export class ChildProgram {
    #child;
    #exited;
    #errors = new Tail();
    #listener;
    #silent = false;
    constructor(child, listener) {
        this.#child = child;
        this.#listener = listener;
        const atExit = () => this.#signal("SIGKILL");
        process.once("exit", atExit);
        this.#exited = new Promise((resolve) => {
            child.once("exit", () => {
                process.off("exit", atExit);
                // What it started lives in its group; nobody needs that any more.
                this.#signal("SIGKILL");
                resolve();
            });
        });
        this.#listen();
    }
    /** Errors: `AdapterError` with `start-failed` when the system cannot start the program. */
    static async start(options, listener) {
        const child = spawned(options);
        return new Promise((resolve, reject) => {
            child.on("error", (error) => reject(startError(options, error)));
            child.once("spawn", () => resolve(new ChildProgram(child, listener)));
        });
    }
    /** Queues text for the child's standard input. */
    write(text) {
        if (this.#child.stdin.writable)
            this.#child.stdin.write(text);
    }
    /** Ends the input, waits `patience` milliseconds for the child to leave, then kills it. */
    async close(patience) {
        this.#silent = true;
        this.#child.stdin.end();
        if (!(await this.#leaves(patience)))
            await this.kill();
    }
    /** Ends the child: SIGTERM, then SIGKILL. Resolves when it is gone. */
    async kill() {
        this.#silent = true;
        this.#signal("SIGTERM");
        if (await this.#leaves(GRACE))
            return;
        this.#signal("SIGKILL");
        await this.#exited;
    }
    /** The last lines that the child wrote to standard error, as the end of a message. */
    lastWords() {
        const lines = this.#errors.lines(LAST_WORDS);
        return lines.length === 0 ? "" : `; its last words: ${lines.join(" | ")}`;
    }
    #listen() {
        const { stdin, stdout, stderr } = this.#child;
        const splitter = new LineSplitter();
        // A child that is gone breaks the pipe; its end is reported once, below.
        stdin.on("error", () => { });
        stderr.setEncoding("utf8").on("data", (text) => this.#errors.push(text));
        stdout.setEncoding("utf8").on("data", (text) => {
            let lines;
            try {
                lines = splitter.push(text);
            }
            catch (error) {
                this.#tell((listener) => listener.broken(error.message), true);
                return;
            }
            for (const line of lines)
                this.#tell((listener) => listener.line(line));
        });
        const ended = (reason) => {
            const cut = splitter.rest === ""
                ? ""
                : `, in the middle of the line ${JSON.stringify(splitter.rest.slice(0, 60))}`;
            this.#tell((listener) => listener.ended(reason + cut + this.lastWords()), true);
        };
        stdout.once("end", () => {
            setTimeout(() => ended("closed its standard output"), SETTLE).unref();
        });
        this.#child.once("exit", (code, signal) => {
            const reason = signal === null ? `exited with code ${code}` : `was ended by ${signal}`;
            // Output is read to its end first, unless a grandchild holds the pipe open.
            const timer = setTimeout(() => ended(reason), SETTLE);
            this.#child.once("close", () => {
                clearTimeout(timer);
                ended(reason);
            });
        });
    }
    #tell(message, last = false) {
        if (this.#silent)
            return;
        this.#silent = last;
        message(this.#listener);
    }
    async #leaves(patience) {
        let timer;
        const late = new Promise((resolve) => {
            timer = setTimeout(() => resolve(false), patience);
        });
        const left = await Promise.race([this.#exited.then(() => true), late]);
        clearTimeout(timer);
        return left;
    }
    #signal(signal) {
        const { pid } = this.#child;
        if (pid === undefined)
            return;
        try {
            process.kill(HAS_GROUPS ? -pid : pid, signal);
        }
        catch {
            // It is gone already, which is what was wanted.
        }
    }
}
const HAS_GROUPS = process.platform !== "win32";
function spawned(options) {
    const { command, args = [], cwd, env } = options;
    try {
        return spawn(command, args, {
            stdio: "pipe",
            // A group of its own, so that a wrapper script ends together with what it started.
            detached: HAS_GROUPS,
            ...(cwd === undefined ? {} : { cwd }),
            ...(env === undefined ? {} : { env: { ...process.env, ...env } }),
        });
    }
    catch (error) {
        // Some failures of the system are thrown, others are events.
        throw startError(options, error);
    }
}
function startError({ command, cwd }, error) {
    const isPath = command.includes("/");
    const hints = {
        ENOENT: isPath
            ? existsSync(command)
                ? "the file exists: is the interpreter that its first line names installed?"
                : "is the path right?"
            : `there is no ${command} on the PATH; a program in the current folder is ./${command}`,
        EACCES: `may it be executed? chmod +x ${command}`,
        ENOEXEC: "a script needs a first line that names its interpreter, such as #!/usr/bin/env python3",
    };
    const where = cwd === undefined ? "" : ` in ${cwd}`;
    return new AdapterError({
        code: "start-failed",
        message: `cannot start ${command}${where}: ${error.code ?? error.message}`,
        hint: hints[error.code ?? ""] ?? "",
        cause: error,
    });
}
