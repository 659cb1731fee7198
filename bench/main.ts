/**
 * Prints what the suite costs and what it notices. Times are ratios to a plain loop in the same
 * run, since absolute ones say more about the machine. Exit codes: 0; 5 when the oracle disagrees
 * with itself.
 */
import { emulatorProgram } from "../cli/emulators.ts";
import { oracleProfile } from "../cli/oracle-profile.ts";
import { caseSource } from "../generators/case-source.ts";
import { INSTRUCTION_NAMES } from "../generators/instruction-name.ts";
import { oracleAdapter } from "../harness/adapters/oracle.ts";
import { startQemu } from "../harness/adapters/qemu.ts";
import { startUnicorn } from "../harness/adapters/unicorn.ts";
import { startV86 } from "../harness/adapters/v86.ts";
import type { Adapter } from "../harness/adapter.ts";
import { AdapterError } from "../harness/errors.ts";
import { runProcessor } from "../harness/run.ts";
import { predict } from "../oracles/index.ts";
import type { Vendor } from "../spec/model.ts";
import { scoreMutants } from "./mutants.ts";
import { measureNative } from "./native.ts";
import { measureThroughput } from "./throughput.ts";
import { measureStages, type StageCosts } from "./stages.ts";

const SEED = 1;
const ORACLE_CASES = 200_000;
const MUTANT_CASES = 20_000;
const VENDORS: readonly Vendor[] = ["intel", "amd"];
const UNICORN_MODELS: { readonly [vendor in Vendor]: string } = { intel: "Skylake-Server", amd: "EPYC" };
const QEMU_MODELS: { readonly [vendor in Vendor]: string } = { intel: "Skylake-Server,+svm", amd: "EPYC" };

await benchThroughput();
for (const vendor of VENDORS) await benchQemu(vendor);
await benchNative();
for (const vendor of VENDORS) await benchUnicorn(vendor);
await benchStages(
  "v86",
  ({ version }) => `v86 ${version}, legacy mode`,
  () => startV86(),
);
for (const vendor of VENDORS) await benchOracle(vendor);
for (const vendor of VENDORS) await benchMutants(vendor);

async function benchThroughput(): Promise<void> {
  const rate = (perSecond: number): string => Math.round(perSecond).toLocaleString("en-US").padStart(11);
  console.log("Cases answered per second, and how many more a loop that only moves their bytes makes:");
  for (const measured of await measureThroughput(SEED)) {
    console.log(
      "reason" in measured
        ? `  ${measured.processor} is left out: ${measured.reason}`
        : `${rate(measured.casesPerSecond)} cases/s  ${measured.ratio.toFixed(1).padStart(8)} x  ${measured.processor}`,
    );
  }
  console.log("");
}

/** What each stage costs on an emulator of whom `titled` says what it is. */
async function benchStages(
  name: string,
  titled: (adapter: Adapter) => string,
  start: () => Promise<Adapter>,
): Promise<void> {
  try {
    const adapter = await start();
    try {
      printStages(titled(adapter), await measureStages(adapter, SEED));
    } finally {
      await adapter.close?.();
    }
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    console.log(`${name} is left out: ${error.message}\n`);
  }
}

async function benchQemu(vendor: Vendor): Promise<void> {
  const cpu = QEMU_MODELS[vendor];
  await benchStages(
    `QEMU -cpu ${cpu}`,
    ({ version }) => `QEMU ${version} -cpu ${cpu}`,
    () => startQemu({ cpu }),
  );
}

async function benchNative(): Promise<void> {
  try {
    const { title, program, endToEnd } = await measureNative(SEED);
    const rate = (cases: number): string => Math.round(cases).toLocaleString("en-US");
    console.log(`${title}: cases per second of one core in the C program:`);
    for (const each of program) console.log(`  ${rate(each.rate)} ${each.what}`);
    console.log(`  ${rate(endToEnd)} end to end, by the clock\n`);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    console.log(`native is left out: ${error.message}\n`);
  }
}

async function benchUnicorn(vendor: Vendor): Promise<void> {
  const cpu = UNICORN_MODELS[vendor];
  const sharedObject = emulatorProgram("unicorn");
  await benchStages(
    `Unicorn as ${cpu}`,
    ({ version }) => `Unicorn ${version}, model ${cpu}`,
    () => startUnicorn({ cpu, ...(sharedObject !== undefined && { sharedObject }) }),
  );
}

function printStages(title: string, costs: StageCosts): void {
  const { reference, execute, endToEnd, ...rest } = costs;
  const node = rest.generate + rest.predict + rest.encode + rest.decode + rest.compare;
  console.log(title);
  for (const [stage, cost] of Object.entries({ ...rest, execute, "end to end": endToEnd })) {
    const rate = Math.round(1e6 / cost).toLocaleString("en-US");
    console.log(
      `  ${stage.padEnd(10)} ${rate.padStart(11)} cases/s  ${(cost / reference).toFixed(1).padStart(6)} x the reference loop`,
    );
  }
  console.log(
    `  Node's share is ${(node / execute).toFixed(2)} x the emulator's; end to end takes ` +
      `${(endToEnd / Math.max(node, execute)).toFixed(2)} x the slower of both; ` +
      `the reference loop ran ${Math.round(1e6 / reference).toLocaleString("en-US")} times/s\n`,
  );
}

async function benchOracle(vendor: Vendor): Promise<void> {
  const profile = oracleProfile(vendor);
  const source = caseSource({ profile, seed: SEED, only: INSTRUCTION_NAMES });
  const { totals, findings } = await runProcessor({
    adapter: oracleAdapter({ profile }),
    source,
    predict,
    limit: { cases: ORACLE_CASES },
  });
  console.log(
    `${vendor} oracle as a processor: ${findings.length} findings in ${totals.cases.toLocaleString("en-US")} cases, ` +
      `${Math.round(totals.cases / totals.seconds).toLocaleString("en-US")} cases/s`,
  );
  for (const { key, cases } of findings) console.log(`  ${cases} x ${key}`);
  if (findings.length > 0 || totals.pass !== ORACLE_CASES) process.exitCode = 5;
}

async function benchMutants(vendor: Vendor): Promise<void> {
  const { total, casesToFind, missed, unexercised } = await scoreMutants({
    profile: oracleProfile(vendor),
    seed: SEED,
    limit: MUTANT_CASES,
    only: INSTRUCTION_NAMES,
  });
  const median = casesToFind[casesToFind.length >> 1] ?? 0;
  console.log(
    `${vendor} mutants: ${casesToFind.length} of ${total} found, median ${median} cases, ` +
      `the last after ${casesToFind.at(-1) ?? 0}`,
  );
  for (const name of missed)
    console.log(`  not found in ${MUTANT_CASES.toLocaleString("en-US")} cases: ${name}`);
  for (const name of unexercised) console.log(`  no case exercises: ${name}`);
}
