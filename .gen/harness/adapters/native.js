/** The CPU that this runs on as a processor: a C program runs the cases at CPL 3 of a Linux process. */
import { readFileSync } from "node:fs";
import { GPR_NAMES } from "../../spec/fields.js";
import { AdapterError } from "../errors.js";
import { nativeWay } from "./native-limits.js";
import { NativeEnd, NativeProcess } from "./native-process.js";
import { UNSEEN_AFTER_SYSCALL, USER_CODE_32, USER_CODE_64, nativeFields, nativeProfile, } from "./native-profile.js";
import { nativeProgram } from "./native-program.js";
import { NativeEncoder } from "./native-record.js";
const BATCH = 4000;
const VECTORS_WITH_ERROR_CODE = new Set([8, 10, 11, 12, 13, 14, 17, 21]);
const PAGE_FAULT = 14;
const RF = 1n << 16n;
/** Compiles the program if need be and starts it. Errors: `start-failed`, with a hint. */
export async function startNative(options = {}) {
    const program = options.program ?? (await nativeProgram(options));
    const runner = new NativeRunner(program, { timeLimit: 3000, patience: 60_000, ...options });
    const hello = await runner.greet();
    const profile = profileOf(hello, runner);
    const cpu = cpuOf(hello);
    const machine = {
        vendor: profile.vendor,
        seccomp: hello.seccomp,
        width: hello.la57 ? 57 : 48,
    };
    return {
        name: "native",
        version: `microcode ${cpu.microcode}`,
        model: `family ${cpu.family} model ${cpu.model} stepping ${cpu.stepping}`,
        profile,
        capabilities: { fields: nativeFields(), noOpinion: new Map(), batch: BATCH },
        cpu,
        get pid() {
            return runner.pid;
        },
        run: (cases) => runner.run(cases, machine),
        close: async () => runner.close(),
    };
}
function profileOf(hello, runner) {
    try {
        return nativeProfile(hello);
    }
    catch (cause) {
        runner.close();
        const { message } = cause;
        throw new AdapterError({ code: "start-failed", message: `native: ${message}`, cause });
    }
}
/** Family, model and stepping as both vendors compose them from CPUID.1. */
function cpuOf({ leaf }) {
    const { eax, ecx } = leaf(1);
    const base = (eax >>> 8) & 15;
    return {
        family: base === 15 ? base + ((eax >>> 20) & 0xff) : base,
        model: ((eax >>> 4) & 15) | (base === 15 || base === 6 ? (eax >>> 12) & 0xf0 : 0),
        stepping: eax & 15,
        microcode: microcode(),
        hypervisor: ecx >>> 31 === 1,
    };
}
function microcode() {
    try {
        return /^microcode\s*:\s*(\S+)/m.exec(readFileSync("/proc/cpuinfo", "latin1"))?.[1] ?? "unknown";
    }
    catch {
        return "unknown";
    }
}
/** Runs one call after the other on one program after the other: one that fails is replaced. */
class NativeRunner {
    #program;
    #timeLimit;
    #patience;
    #encoder = new NativeEncoder();
    #process;
    #last = Promise.resolve();
    #closed = false;
    constructor(program, { timeLimit, patience }) {
        this.#program = program;
        this.#timeLimit = timeLimit;
        this.#patience = patience;
    }
    get pid() {
        return this.#process?.pid;
    }
    /** Errors: `start-failed`. */
    async greet() {
        return (await this.#started([])).hello;
    }
    async run(cases, machine) {
        const turn = this.#last.then(() => this.#runAll(cases, machine));
        // The next one takes its turn whatever became of this one.
        this.#last = turn.catch(() => { });
        return turn;
    }
    close() {
        this.#closed = true;
        this.#drop();
    }
    async #runAll(cases, machine) {
        const answers = [];
        while (answers.length < cases.length)
            await this.#runSome(cases, machine, answers);
        return answers;
    }
    /** Runs as many of the cases that have no answer yet as fit into one batch. */
    async #runSome(cases, machine, answers) {
        const ways = [];
        this.#encoder.reset();
        for (const testCase of cases.slice(answers.length)) {
            const way = nativeWay(testCase, machine);
            if (typeof way === "string" && !this.#encoder.add(testCase))
                break;
            ways.push(way);
        }
        if (this.#encoder.count === 0) {
            answers.push(...ways.filter((way) => typeof way !== "string"));
            return;
        }
        const batch = this.#encoder.finish(this.#timeLimit);
        const process = await this.#started(answers);
        const { outcome, signal, count, results } = await this.#answered(process, batch, answers);
        let record = 0;
        for (const way of ways) {
            if (typeof way !== "string") {
                answers.push(way);
            }
            else {
                if (record === count)
                    break;
                answers.push(observation(cases[answers.length], results.read(record), way));
                record += 1;
            }
        }
        if (outcome === "complete")
            return;
        if (outcome === "hung") {
            throw this.#error("timeout", `a case made no progress for ${this.#timeLimit} ms`, answers);
        }
        if (outcome === "died") {
            throw this.#error("crashed", `a case ended the process that ran it (signal ${signal})`, answers);
        }
        throw this.#error("invalid-response", "the program found its batch damaged", answers);
    }
    async #answered(process, batch, answers) {
        try {
            return await process.run(batch, this.#timeLimit + this.#patience);
        }
        catch (cause) {
            this.#drop();
            const isSilent = cause instanceof NativeEnd && cause.silent;
            throw this.#error(isSilent ? "timeout" : "crashed", cause.message, answers);
        }
    }
    async #started(answers) {
        if (this.#closed)
            throw this.#error("crashed", "the adapter is closed", answers);
        if (this.#process !== undefined)
            return this.#process;
        try {
            this.#process = await NativeProcess.start(this.#program);
            return this.#process;
        }
        catch (cause) {
            throw this.#error("start-failed", cause.message, answers);
        }
    }
    #error(code, message, answers) {
        const hint = code === "start-failed" ? "" : "the next run starts a new process";
        return new AdapterError({ code, message: `native: ${message}`, hint, answers: [...answers] });
    }
    #drop() {
        this.#process?.kill();
        this.#process = undefined;
    }
}
function observation(testCase, result, way) {
    const { before } = testCase;
    if (result.status === "no page")
        return { unsupported: "Linux has something else where the case has a page" };
    if (result.status === "no descriptor")
        return { unsupported: "modify_ldt refuses the code segment" };
    const { vector, errorCode, address, selectors } = result;
    const after = {
        ...before,
        cpl: selectors.cs & 3,
        rip: result.rip,
        // RF is 1 in the image of every fault; nothing tells what it was before.
        rflags: (result.rflags & ~RF) | (before.rflags & RF),
        cs: codeSegment(before.cs, selectors.cs),
        fs: { ...before.fs, selector: selectors.fs, base: result.fsBase },
        gs: { ...before.gs, selector: selectors.gs, base: result.gsBase },
    };
    GPR_NAMES.forEach((name, index) => {
        after[name] = result.gprs[index];
    });
    for (const name of ["ss", "ds", "es"]) {
        if (before[name].selector !== selectors[name])
            after[name] = { ...before[name], selector: selectors[name] };
    }
    const end = {
        kind: "exception",
        vector,
        ...(VECTORS_WITH_ERROR_CODE.has(vector) && { errorCode }),
        ...(vector === PAGE_FAULT && { address }),
    };
    if (way !== "through the kernel")
        return { end, after, writes: [] };
    // Whatever else stopped the program did so before it came back, and is judged as it is.
    if (vector !== PAGE_FAULT || address !== result.rip) {
        return result.rip === before.rip
            ? { end, after, writes: [] }
            : { unsupported: "a trap came on the way back from the kernel" };
    }
    return { end, after, writes: [], unseen: UNSEEN_AFTER_SYSCALL };
}
/** The hidden part follows from Linux's selectors. */
function codeSegment(before, selector) {
    if (selector === before.selector)
        return before;
    if (selector === USER_CODE_64.selector)
        return USER_CODE_64;
    return selector === USER_CODE_32.selector ? USER_CODE_32 : { ...before, selector };
}
