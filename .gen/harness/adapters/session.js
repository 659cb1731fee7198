import { encodeTestCase, observationFromDocument } from "../../spec/codec.js";
import { AdapterError } from "../errors.js";
import { encodeMemoryImage, renderMemory } from "../memory-image.js";
import { ChildProgram } from "./child-program.js";
import { PROTOCOL_VERSION, decodeMessage, encodeMessage, introduction, } from "./protocol.js";
export class Session {
    #options;
    #child;
    #introduction;
    #ready;
    #waiting;
    /** What went wrong while nobody waited. */
    #trouble;
    #nextId = 0;
    constructor(options) {
        this.#options = options;
    }
    /** Errors: `AdapterError`; the program is gone then. */
    static async start(options) {
        const session = new Session(options);
        session.#child = await ChildProgram.start(options, session.#listener());
        try {
            session.#ready = await session.#introduce();
            session.#introduction = introduction(session.#ready);
            return session;
        }
        catch (error) {
            await session.#child.kill();
            throw session.#named(error);
        }
    }
    get introduction() {
        return this.#introduction;
    }
    /** The introduction as it came, to compare it with that of another life. */
    get ready() {
        return this.#ready;
    }
    /** Errors: `AdapterError` with the answers so far; the program is gone then. */
    async run(cases) {
        const answers = [];
        try {
            if (this.#trouble !== undefined)
                throw this.#trouble;
            if (cases.length > 0)
                await this.#exchange(cases, answers);
            return answers;
        }
        catch (error) {
            await this.#child?.kill();
            throw this.#named(error, answers);
        }
    }
    /** Ends the program. Errors: `AdapterError` when it had said something that nobody asked for. */
    async close() {
        this.#child?.write(encodeMessage({ kind: "stop" }));
        await this.#child?.close(this.#options.stopTimeLimit);
        if (this.#trouble?.code === "invalid-response")
            throw this.#named(this.#trouble);
    }
    async #introduce() {
        const { startTimeLimit, vendor } = this.#options;
        let timer;
        try {
            return await new Promise((resolve, reject) => {
                timer = setTimeout(() => {
                    const message = `it did not answer the start message within ${startTimeLimit} ms${this.#lastWords()}`;
                    reject(new AdapterError({ code: "start-failed", message, hint: FLUSH_HINT }));
                }, startTimeLimit);
                const accept = (message) => {
                    if (message.kind === "ready")
                        resolve(message);
                    else if (message.kind === "error")
                        reject(ownError(message.message, "start-failed"));
                    else
                        reject(invalid(`it answered the start message with ${message.kind} instead of ready`));
                };
                this.#waiting = { accept, fail: reject, deathCode: "start-failed" };
                const wish = vendor === undefined ? {} : { vendor };
                this.#child?.write(encodeMessage({ kind: "start", protocol: PROTOCOL_VERSION, ...wish }));
            });
        }
        finally {
            clearTimeout(timer);
            this.#waiting = undefined;
        }
    }
    /** Keeps a window of cases on their way, and fills `answers` as they come. */
    async #exchange(cases, answers) {
        const { caseTimeLimit } = this.#options;
        const { window } = this.introduction;
        const firstId = this.#nextId;
        this.#nextId += cases.length;
        let sent = 0;
        const send = () => {
            const until = Math.min(cases.length, answers.length + window);
            let text = "";
            for (; sent < until; sent++)
                text += this.#runLine(firstId + sent, cases[sent]);
            if (text !== "")
                this.#child?.write(text);
        };
        let timer;
        try {
            await new Promise((resolve, reject) => {
                timer = setTimeout(() => {
                    const answered = answers.length;
                    // When this process was busy, answers may lie unread: they are read before it judges.
                    setImmediate(() => setImmediate(() => {
                        if (answers.length > answered)
                            return;
                        reject(this.#late(firstId + answered));
                    }));
                }, caseTimeLimit);
                const accept = (message) => {
                    const id = firstId + answers.length;
                    answers.push(answer(message, id, cases[answers.length]));
                    timer?.refresh();
                    if (answers.length === cases.length) {
                        // Set here and not behind the await: the next line may stand in the same piece of output.
                        this.#waiting = undefined;
                        resolve();
                    }
                    else if (sent - answers.length <= window / 2)
                        send();
                };
                this.#waiting = { accept, fail: reject, deathCode: "crashed" };
                send();
            });
        }
        finally {
            clearTimeout(timer);
            this.#waiting = undefined;
        }
    }
    #runLine(id, testCase) {
        const image = this.introduction.wantsImage ? { memory: encodeMemoryImage(renderMemory(testCase)) } : {};
        return encodeMessage({ kind: "run", id, case: encodeTestCase(testCase), ...image });
    }
    #late(id) {
        const message = `it gave no answer to case ${id} within ${this.#options.caseTimeLimit} ms${this.#lastWords()}`;
        return new AdapterError({ code: "timeout", message, hint: FLUSH_HINT });
    }
    #listener() {
        return {
            line: (text) => {
                if (this.#trouble !== undefined)
                    return;
                try {
                    const message = decodeMessage(text);
                    if (this.#waiting === undefined)
                        throw unasked(message, this.#nextId - 1);
                    this.#waiting.accept(message);
                }
                catch (error) {
                    this.#fail(error);
                }
            },
            ended: (reason) => {
                const code = this.#waiting?.deathCode ?? "crashed";
                const when = this.#waiting === undefined ? " while nothing was asked of it" : "";
                this.#fail(new AdapterError({ code, message: `it ${reason}${when}` }));
            },
            broken: (reason) => this.#fail(invalid(`it wrote ${reason}`)),
        };
    }
    #fail(error) {
        this.#trouble ??= error;
        this.#waiting?.fail(error);
    }
    #lastWords() {
        return this.#child?.lastWords() ?? "";
    }
    /** The error with the program's name before its message, and the answers that came before it. */
    #named(error, answers = []) {
        const { code, message, hint } = error;
        return new AdapterError({
            code,
            message: `${this.#options.command}: ${message}`,
            hint,
            answers,
            cause: error,
        });
    }
}
const FLUSH_HINT = "does it flush its standard output after every line?";
/** The answer to case `id`, if `message` is one. */
function answer(message, id, testCase) {
    if (message.kind === "error") {
        // Without a number it is about whatever is at work.
        if (message.id === undefined || message.id === id)
            throw ownError(message.message, "crashed");
    }
    else if (message.kind === "ready")
        throw invalid("it sent ready a second time");
    if (message.id !== id)
        throw misplaced(message.id, id);
    if (message.kind === "unsupported")
        return { unsupported: message.reason };
    return observationFromDocument(message.observation, testCase.before);
}
function misplaced(id, expected) {
    const what = id < expected ? `it answered case ${id} a second time` : `it answered case ${id} before case ${expected}`;
    return invalid(what, "answers come once per case, in the order of the cases");
}
function unasked(message, lastId) {
    if (message.kind === "error")
        return ownError(message.message, "crashed");
    if (message.kind === "ready")
        return invalid("it sent ready a second time");
    return invalid(message.id <= lastId
        ? `it answered case ${message.id} a second time`
        : `it answered case ${message.id}, which it was never sent`, "answers come once per case, in the order of the cases");
}
function ownError(message, code) {
    return new AdapterError({ code, message: `it reports an error of its own: ${message}` });
}
function invalid(message, hint = "") {
    return new AdapterError({ code: "invalid-response", message, hint });
}
