/**
 * The process in which Unicorn runs: `node child.js LIBRARY MODEL-NUMBER`. It writes one line of JSON, and
 * then one result record for each case record of the batches that it reads. All reads and writes block,
 * so that every result is on its way before the next case can bring the process down.
 */
import { readSync, writeSync } from "node:fs";
import { CPUID_LEAVES, CASE } from "../../../guest/layout.js";
import { CaseRunner } from "./case-runner.js";
import { findLayout } from "./context-layout.js";
import { Engine, EngineMemory, RAM } from "./engine.js";
import { BATCH_HEADER } from "./messages.js";
import { GPR_NUMBERS } from "./registers.js";
// What a list of processes shows.
process.title = "unicorn-cases";
const [path = "", model = "0"] = process.argv.slice(2);
const runner = await prepare();
if (runner === undefined)
    process.exitCode = 1;
else
    while (serve(runner))
        ;
/** Says hello. Undefined when there is nothing to run cases on. */
async function prepare() {
    try {
        const { dieWithParent, loadUnicorn } = await import("./library.js");
        dieWithParent();
        const library = loadUnicorn(path);
        const memory = new EngineMemory(library);
        const number = Number(model);
        const first = new Engine(library, memory, number);
        const cpuid = CPUID_LEAVES.map(([leaf, subleaf]) => [leaf, readCpuid(first, leaf, subleaf)]);
        first.close();
        const second = new Engine(library, memory, number);
        const layout = findLayout(second);
        second.close();
        const result = new CaseRunner(library, memory, { layout, model: number });
        hello({ version: library.version, cpuid });
        return result;
    }
    catch (error) {
        hello({ error: error.message });
        return undefined;
    }
}
function hello(message) {
    writeAll(Buffer.from(`${JSON.stringify(message)}\n`));
}
/** Runs CPUID and an INT3 behind it. */
function readCpuid(engine, leaf, subleaf) {
    const [rax, rcx, rdx, rbx] = GPR_NUMBERS.map(([, number]) => number);
    const code = RAM.base;
    engine.page(code)?.set([0x0f, 0xa2, 0xcc]);
    engine.write(rax, BigInt(leaf));
    engine.write(rcx, BigInt(subleaf));
    engine.run(code);
    const [eax, ebx, ecx, edx] = [rax, rbx, rcx, rdx].map((register) => Number(engine.read(register)));
    return { eax, ebx, ecx, edx };
}
/** Runs one batch. Returns false at the end of the input. */
function serve(runner) {
    const header = readAll(BATCH_HEADER.size);
    if (header === undefined)
        return false;
    const words = new DataView(header.buffer);
    const records = readAll(words.getUint32(BATCH_HEADER.bytes, true));
    if (records === undefined)
        return false;
    const view = new DataView(records.buffer);
    let at = 0;
    for (let count = words.getUint32(BATCH_HEADER.count, true); count > 0; count -= 1) {
        writeAll(runner.run(records, at));
        at += view.getUint32(at + CASE.length, true);
    }
    return true;
}
/** Undefined when the input ends first. */
function readAll(size) {
    const bytes = new Uint8Array(size);
    for (let done = 0; done < size;) {
        const got = readSync(0, bytes, done, size - done, null);
        if (got === 0)
            return undefined;
        done += got;
    }
    return bytes;
}
function writeAll(bytes) {
    for (let done = 0; done < bytes.length;)
        done += writeSync(1, bytes, done, bytes.length - done);
}
