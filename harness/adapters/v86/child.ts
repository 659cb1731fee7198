/** The process in which v86's CPU runs: `node child.js MODULE VERSION`. It answers case records. */
import { readFileSync } from "node:fs";
import { CPUID_LEAVES } from "../../../guest/layout.ts";
import { sayHello, serveRecords } from "../records/serve.ts";
import { CaseRunner } from "./case-runner.ts";
import { readCpuid } from "./read-cpuid.ts";
import { WASM } from "./web-assembly.ts";

// What a list of processes shows.
process.title = "v86-cases";

const [path = "", version = ""] = process.argv.slice(2);
const parent = process.ppid;
const runner = prepare();
if (runner === undefined) process.exitCode = 1;
else serveRecords(runner);

/** Says hello. Undefined when there is nothing to run cases on. */
function prepare(): CaseRunner | undefined {
  try {
    const module = new WASM.Module(readFileSync(path));
    const cpuid = CPUID_LEAVES.map(([leaf, subleaf]) => [leaf, readCpuid(module, leaf, subleaf)] as const);
    const result = new CaseRunner(module, dieWithParent);
    sayHello({ version, cpuid });
    return result;
  } catch (error) {
    sayHello({ error: (error as Error).message });
    return undefined;
  }
}

/** An endless case does not see that its input ended. */
function dieWithParent(): void {
  if (process.ppid !== parent) process.exit();
}
