/** Runs the same request on one processor after the other and tells the reports. */
import { caseSource, GENERATOR_VERSION, sequenceSource } from "../generators/case-source.ts";
import { hasModes } from "../generators/families/index.ts";
import { INSTRUCTION_NAMES, type InstructionName } from "../generators/instruction-name.ts";
import type { Adapter } from "../harness/adapter.ts";
import type { CaseSource } from "../harness/case-source.ts";
import type { Finding, ProcessorIdentity, Totals } from "../harness/finding.ts";
import { isInformation } from "../harness/report/rule-text.ts";
import type { Reporter, RunFooter, Trouble } from "../harness/report/reporter.ts";
import { identityOf, runProcessor, type RunLimit, type RunResult } from "../harness/run.ts";
import { disagreementClass } from "../harness/disagreement.ts";
import { foldFindings } from "../harness/fold-findings.ts";
import { reduceSequences } from "../harness/reduce-sequences.ts";
import type { SecondOpinions } from "../harness/opinions.ts";
import { secondOpinions } from "../harness/second-opinions.ts";
import { shrinkFindings } from "../harness/shrink.ts";
import { predict } from "../oracles/index.ts";
import type { RuleId } from "../spec/generated/rule-id.ts";
import { RULES } from "../spec/generated/rules.ts";
import { ERROR, exitCodeOf, exitCodeOfSignal, FINDINGS, ONLY_SKIPS } from "./exit-code.ts";
import type { OpenProcessor } from "./open-processor.ts";
import type { RunRequest } from "./run-request.ts";

/** What to run, on what, and who hears of it. */
export interface RunAllOptions {
  readonly request: RunRequest;
  readonly processors: readonly OpenProcessor[];
  /** Processors that could not be opened. */
  readonly troubles: readonly Trouble[];
  readonly reporter: Reporter;
  /** Its reason is the name of the signal that ended the run. */
  readonly signal: AbortSignal;
  /** The cases of a processor are done and its findings are about to be shrunk. */
  readonly onShrink: (processor: ProcessorIdentity, totals: Totals, findings: number) => void;
  /** Which processor a finding is about, for its replay line. */
  readonly remember: (finding: Finding, processor: OpenProcessor) => void;
}

/** Returns the exit code of the run; the reports have had their footer. */
export async function runAll(options: RunAllOptions): Promise<number> {
  const { request, processors, troubles, reporter, signal } = options;
  const started = performance.now();
  reporter.header({
    seed: request.seed,
    generatorVersion: GENERATOR_VERSION,
    processors: processors.map(({ adapter }) => ({
      identity: identityOf(adapter),
      profile: adapter.profile,
    })),
    ...(request.cases !== undefined && { cases: request.cases }),
    ...(request.only.length > 0 && { only: request.only }),
  });
  for (const trouble of troubles) reporter.trouble(trouble);

  const results: ProcessorResult[] = [];
  for (const [position, processor] of processors.entries()) {
    if (signal.aborted) break;
    if (!hasCases(processor, request)) {
      reporter.trouble(withoutCases(processor));
      continue;
    }
    const left = processors.length - position;
    const elapsed = (performance.now() - started) / 1000;
    const seconds = request.seconds === undefined ? undefined : (request.seconds - elapsed) / left;
    const result = await runOne(options, processor, seconds);
    results.push(result);
    if (request.failFast && result.findings.some(isFailure)) break;
  }
  const opinions = await opinionsOf(options, results);
  const footer = footerOf(options, results, opinions, (performance.now() - started) / 1000);
  reporter.footer(footer);
  return footer.exitCode;
}

interface ProcessorResult {
  readonly adapter: Adapter;
  readonly run: RunResult;
  readonly findings: readonly Finding[];
}

async function runOne(
  options: RunAllOptions,
  processor: OpenProcessor,
  seconds: number | undefined,
): Promise<ProcessorResult> {
  const { request, reporter, signal, remember, onShrink } = options;
  const { adapter } = processor;
  const identity = identityOf(adapter);
  const source = sourceFor(processor, request);
  const isSelected = (rule: RuleId): boolean => request.selection.rules.has(rule);
  const onTrouble = (trouble: Trouble): void => {
    reporter.trouble(trouble);
  };
  const run = await runProcessor({
    adapter,
    source,
    predict,
    limit: limitOf(request, seconds),
    failFast: request.failFast,
    ...(request.only.length > 0 && { only: isSelected }),
    signal,
    onProgress: (totals, findings) => {
      reporter.progress(identity, totals, findings);
    },
    onTrouble,
  });
  onShrink(identity, run.totals, run.findings.length);
  const wanted = run.findings.filter(({ rule }) => !RULES.has(rule) || isSelected(rule));
  const reduced = signal.aborted
    ? wanted
    : await reduceSequences({ adapter, source, predict, findings: wanted });
  const shrunk = await shrinkFindings({ adapter, source, predict, findings: reduced, signal, onTrouble });
  const folded = signal.aborted ? shrunk : await foldFindings({ adapter, source, predict, findings: shrunk });
  const findings = folded.map((finding) => ({ ...finding, class: disagreementClass(finding, predict) }));
  for (const finding of findings) {
    remember(finding, processor);
    reporter.finding(finding);
  }
  return { adapter, run, findings };
}

/** More products than this are mutants, or nothing that a table could show. */
const MOST_PRODUCTS = 8;

/** Undefined where nobody has anybody to be compared with. */
async function opinionsOf(
  { request, signal }: RunAllOptions,
  results: readonly ProcessorResult[],
): Promise<SecondOpinions | undefined> {
  if (signal.aborted) return undefined;
  const names = new Set(results.map(({ adapter: { name, version } }) => JSON.stringify([name, version])));
  if (names.size < 2 || names.size > MOST_PRODUCTS) return undefined;
  const opinions = await secondOpinions({ tested: results, predict, signal });
  const rules = opinions.rules.filter(
    ({ rule, broken }) => broken.length > 0 || request.selection.rules.has(rule),
  );
  return { ...opinions, rules };
}

/** Whether any of the instructions runs in a mode of the processor. */
function hasCases({ adapter }: OpenProcessor, { selection }: RunRequest): boolean {
  const { modes } = adapter.profile;
  return INSTRUCTION_NAMES.some((name) => selection.instructions.includes(name) && hasModes(name, modes));
}

function withoutCases({ text, adapter }: OpenProcessor): Trouble {
  const message = `no selected instruction has cases in its modes (${adapter.profile.modes.join(", ")})`;
  return { processor: text, kind: "skip", message };
}

function sourceFor({ adapter }: OpenProcessor, request: RunRequest): CaseSource {
  const { seed, selection, only: patterns, sequences } = request;
  const { profile } = adapter;
  if (sequences && profile.modes.includes("64")) return sequenceSource({ profile, seed });
  const only = INSTRUCTION_NAMES.filter((name: InstructionName) => selection.instructions.includes(name));
  return caseSource({ profile, seed, ...(patterns.length > 0 && { only }) });
}

function limitOf({ cases }: RunRequest, seconds: number | undefined): RunLimit {
  if (seconds === undefined) return { cases: cases ?? 0 };
  return cases === undefined ? { seconds } : { cases, seconds };
}

function isFailure({ rule }: Finding): boolean {
  return !isInformation(RULES, rule);
}

function footerOf(
  { request, processors, troubles, signal }: RunAllOptions,
  results: readonly ProcessorResult[],
  opinions: SecondOpinions | undefined,
  seconds: number,
): RunFooter {
  const totals = { ...sum(results.map(({ run }) => run.totals)), seconds };
  const failures = results.flatMap(({ findings }) => findings).filter(isFailure);
  const exercised = new Set(results.flatMap(({ run }) => [...run.exercised]));
  const vendors = new Set(processors.map(({ adapter }) => adapter.profile.vendor));
  // Without a processor, what was asked for is what nothing exercised.
  const concerned = vendors.size === 0 ? new Set(request.vendors) : vendors;
  const inScope = [...RULES.values()]
    .filter(
      (rule) => request.selection.rules.has(rule.id) && rule.vendors.some((vendor) => concerned.has(vendor)),
    )
    .map(({ id }) => id);
  const isError =
    totals.error > 0 ||
    [...troubles, ...results.flatMap(({ run }) => run.troubles)].some(({ kind }) => kind === "error") ||
    results.some(({ run }) => run.gaveUp);
  const codes = new Set<number>([
    ...(isError ? [ERROR] : []),
    ...(failures.length > 0 ? [FINDINGS] : []),
    ...(totals.pass + totals.fail === 0 ? [ONLY_SKIPS] : []),
  ]);
  return {
    totals,
    findings: failures.length,
    exercised: inScope.filter((rule) => exercised.has(rule)),
    notExercised: inScope.filter((rule) => !exercised.has(rule)),
    variants: results.flatMap(({ run }) =>
      [...run.variants].map(([variant, alternatives]) => ({
        processor: run.processor,
        variant,
        alternatives: [...alternatives],
      })),
    ),
    skipReasons: results.flatMap(({ run }) =>
      [...run.skipReasons].map(([reason, cases]) => ({ processor: run.processor, reason, cases })),
    ),
    ...(opinions !== undefined && { opinions }),
    interrupted: signal.aborted,
    exitCode: signal.aborted ? exitCodeOfSignal(signal.reason as "SIGINT" | "SIGTERM") : exitCodeOf(codes),
  };
}

function sum(all: readonly Totals[]): Totals {
  const total = (part: (totals: Totals) => number): number =>
    all.reduce((before, totals) => before + part(totals), 0);
  return {
    cases: total(({ cases }) => cases),
    pass: total(({ pass }) => pass),
    fail: total(({ fail }) => fail),
    skip: total(({ skip }) => skip),
    error: total(({ error }) => error),
    seconds: total(({ seconds }) => seconds),
    maskedBits: total(({ maskedBits }) => maskedBits),
  };
}
