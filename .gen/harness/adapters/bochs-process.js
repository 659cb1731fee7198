/** One Bochs process: the batch lies in its RAM at the start, its debugger saves the results at the end. */
import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTROL, MEMORY, OBSERVER, PROGRESS_BYTE, RAM_MEGABYTES, RESULT_SIZE, SLOT, } from "../../guest/layout.js";
import { onExit } from "./exit-guard.js";
import { makeRamDirectory } from "./ram-directory.js";
/** Where the batch and the results lie. */
const CASES = MEMORY.slots;
export const BOCHS_CASES_CAPACITY = 0x140_0000;
const RESULTS = CASES + BOCHS_CASES_CAPACITY;
const CONTROL_SIZE = 0x1000;
/** Starts one process for `batch`. It never throws: what is wrong is in the outcome. */
export function runBochsBatch(batch) {
    const directory = makeRamDirectory();
    const remove = () => rmSync(directory, { recursive: true, force: true });
    try {
        writeFiles(directory, batch);
    }
    catch (error) {
        remove();
        return { pid: undefined, kill: () => { }, outcome: Promise.resolve(missing(error.message)) };
    }
    const child = spawn(batch.binary, ["-q", "-f", "rc", "-rc", "debugger"], {
        cwd: directory,
        stdio: ["ignore", "pipe", "pipe"],
        // Its terminal display needs a terminal type, and messages in one language.
        env: { ...process.env, TERM: "dumb", LC_ALL: "C" },
    });
    // While it emulates, Bochs ignores SIGTERM.
    const kill = () => {
        child.kill("SIGKILL");
    };
    const forget = onExit(() => {
        kill();
        remove();
    });
    let signs = 0;
    let stderr = "";
    let hung = false;
    let failure;
    let limit;
    const patience = () => {
        clearTimeout(limit);
        limit = setTimeout(() => {
            hung = true;
            kill();
        }, batch.timeLimit);
    };
    patience();
    child.stdout.on("data", (chunk) => {
        let begun = 0;
        for (const byte of chunk)
            if (byte === PROGRESS_BYTE)
                begun += 1;
        signs += begun;
        if (begun > 0)
            patience();
    });
    child.stderr.on("data", (chunk) => {
        stderr = (stderr + chunk.toString("latin1")).slice(-4000);
    });
    const outcome = new Promise((resolve) => {
        child.on("error", (error) => {
            failure = error;
        });
        child.on("close", (code, signal) => {
            clearTimeout(limit);
            const saved = readFiles(directory, batch);
            forget();
            remove();
            const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
            const words = exitMessage(stderr);
            resolve({
                ...saved,
                kind: failure !== undefined ? "missing" : hung ? "timeout" : saved.finished ? "done" : "crashed",
                started: signs === 0 ? 0 : (signs - 1) * batch.stride + 1,
                message: failure?.message ??
                    (hung ? `no progress for ${batch.timeLimit} ms` : `Bochs ended with ${how}${words}`),
            });
        });
    });
    return { pid: child.pid, outcome, kill };
}
function missing(message) {
    const none = new Uint8Array(0);
    return { kind: "missing", started: 0, control: none, results: none, message };
}
/** What Bochs says between its last two lines of equals signs, which is why it stops. */
function exitMessage(stderr) {
    const found = /Bochs is exiting with the following message:\n([^\n]*)/.exec(stderr)?.[1];
    return found === undefined ? "" : `: ${found.trim()}`;
}
function writeFiles(directory, batch) {
    const control = new Uint8Array(CONTROL_SIZE);
    const view = new DataView(control.buffer);
    view.setUint32(CONTROL.transport, 1, true);
    view.setUint32(CONTROL.observer, OBSERVER[batch.observer], true);
    view.setUint32(CONTROL.progressMask, batch.stride - 1, true);
    view.setUint32(CONTROL.slots + SLOT.nonce, batch.nonce, true);
    view.setUint32(CONTROL.slots + SLOT.count, batch.count, true);
    view.setUint32(CONTROL.slots + SLOT.cases, CASES, true);
    view.setUint32(CONTROL.slots + SLOT.results, RESULTS, true);
    view.setUint32(CONTROL.slots + SLOT.done, ~batch.nonce, true);
    writeFileSync(join(directory, "control"), control);
    if (batch.count > 0)
        writeFileSync(join(directory, "cases"), batch.records);
    writeFileSync(join(directory, "rc"), configuration(batch));
    const save = [`writemem "saved-control" ${MEMORY.control} ${CONTROL_SIZE}`];
    if (batch.count > 0)
        save.push(`writemem "saved-results" ${RESULTS} ${batch.count * RESULT_SIZE}`);
    writeFileSync(join(directory, "debugger"), ["c", ...save, "quit", ""].join("\n"));
}
function configuration(batch) {
    const [model, ...cpuid] = batch.model.split(",");
    return [
        `romimage: file="${batch.rom}"`,
        // Bochs insists on a VGA BIOS; nothing runs it, so any image will do.
        `vgaromimage: file="${batch.rom}"`,
        `megs: ${RAM_MEGABYTES}`,
        `cpu: model=${model}, ips=200000000, reset_on_triple_fault=0, ignore_bad_msrs=0`,
        ...(cpuid.length > 0 ? [`cpuid: ${cpuid.join(", ")}`] : []),
        "optramimage1: file=control, address=0x50000",
        ...(batch.count > 0 ? [`optramimage2: file=cases, address=0x${CASES.toString(16)}`] : []),
        "display_library: term",
        "config_interface: textconfig",
        "port_e9_hack: enabled=1",
        "ata0: enabled=0",
        "ata1: enabled=0",
        "sound: waveoutdrv=dummy, waveindrv=dummy, midioutdrv=dummy",
        "speaker: enabled=0",
        "log: /dev/null",
        "panic: action=fatal",
        "error: action=ignore",
        "info: action=ignore",
        "debug: action=ignore",
        "",
    ].join("\n");
}
function readFiles(directory, batch) {
    const nothing = { control: new Uint8Array(0), results: new Uint8Array(0), finished: false };
    try {
        const control = readFileSync(join(directory, "saved-control"));
        const results = batch.count > 0 ? readFileSync(join(directory, "saved-results")) : new Uint8Array(0);
        if (control.length < CONTROL_SIZE || results.length < batch.count * RESULT_SIZE)
            return nothing;
        const done = control.readUInt32LE(CONTROL.slots + SLOT.done) === batch.nonce;
        return {
            control,
            results,
            finished: done || batch.count === 0,
        };
    }
    catch {
        return nothing;
    }
}
