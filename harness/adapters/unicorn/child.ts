/**
 * The process in which Unicorn runs: `node child.js LIBRARY MODEL-NUMBER`. It writes one line of JSON, and
 * then one result record for each case record of the batches that it reads. All reads and writes block,
 * so that every result is on its way before the next case can bring the process down.
 */
import { CPUID_LEAVES } from "../../../guest/layout.ts";
import type { Leaf } from "../../../guest/hello.ts";
import { CaseRunner } from "./case-runner.ts";
import { findLayout } from "./context-layout.ts";
import { Engine, EngineMemory, RAM } from "./engine.ts";
import { sayHello, serveRecords } from "../records/serve.ts";
import { GPR_NUMBERS } from "./registers.ts";

// What a list of processes shows.
process.title = "unicorn-cases";

const [path = "", model = "0"] = process.argv.slice(2);
const runner = await prepare();
if (runner === undefined) process.exitCode = 1;
else serveRecords(runner);

/** Says hello. Undefined when there is nothing to run cases on. */
async function prepare(): Promise<CaseRunner | undefined> {
  try {
    const { dieWithParent, loadUnicorn } = await import("./library.ts");
    dieWithParent();
    const library = loadUnicorn(path);
    const memory = new EngineMemory(library);
    const number = Number(model);
    const first = new Engine(library, memory, number);
    const cpuid = CPUID_LEAVES.map(([leaf, subleaf]) => [leaf, readCpuid(first, leaf, subleaf)] as const);
    first.close();
    const second = new Engine(library, memory, number);
    const layout = findLayout(second);
    second.close();
    const result = new CaseRunner(library, memory, { layout, model: number });
    sayHello({ version: library.version, cpuid });
    return result;
  } catch (error) {
    sayHello({ error: (error as Error).message });
    return undefined;
  }
}

/** Runs CPUID and an INT3 behind it. */
function readCpuid(engine: Engine, leaf: number, subleaf: number): Leaf {
  const [rax, rcx, rdx, rbx] = GPR_NUMBERS.map(([, number]) => number) as [number, number, number, number];
  const code = RAM.base;
  engine.page(code)?.set([0x0f, 0xa2, 0xcc]);
  engine.write(rax, BigInt(leaf));
  engine.write(rcx, BigInt(subleaf));
  engine.run(code);
  const [eax, ebx, ecx, edx] = [rax, rbx, rcx, rdx].map((register) => Number(engine.read(register))) as [
    number,
    number,
    number,
    number,
  ];
  return { eax, ebx, ecx, edx };
}
