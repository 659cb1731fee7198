/** `ringcross laws`: the laws that need no oracle, on any processor. */
import picomatch from "picomatch";
import { caseSource } from "../generators/case-source.ts";
import { hasModes } from "../generators/families/index.ts";
import { INSTRUCTION_NAMES } from "../generators/instruction-name.ts";
import { LAWS } from "../harness/laws/index.ts";
import type { Law } from "../harness/laws/law.ts";
import { runLaw, type LawResult } from "../harness/laws/run-law.ts";
import { alignedLines } from "../harness/report/example-text.ts";
import { paintFor } from "../harness/report/paint.ts";
import { counted, formatCount } from "../harness/report/plural.ts";
import { processorText } from "../harness/report/processor-text.ts";
import { wrapped } from "../harness/report/wrap.ts";
import { closeAll } from "./close-all.ts";
import { commandName } from "./command-name.ts";
import { didYouMean } from "./did-you-mean.ts";
import { ERROR, exitCodeOf, exitCodeOfSignal, FINDINGS, ONLY_SKIPS } from "./exit-code.ts";
import { foundHere } from "./found-here.ts";
import { lawBlock } from "./laws/law-block.ts";
import { lawRuleText } from "./laws/replay-law.ts";
import { openProcessors, type OpenProcessor } from "./open-processor.ts";
import { columnsOf, complain, isColoured, print } from "./output.ts";
import { encodeReplay } from "./replay-line.ts";
import { runRequest } from "./run-request.ts";
import { watchSignals } from "./signals.ts";
import { UsageError } from "./usage-error.ts";

/** The options as commander hands them over. */
export interface LawsOptionWords {
  readonly vendor?: string;
  readonly cases?: string;
  readonly seed?: string;
  readonly only?: readonly string[];
}

/** Cases per law and processor when --cases is not given. */
export const DEFAULT_LAW_CASES = 2_000;

/**
 * Runs laws on processors and prints what breaks them. Returns the exit code, which is that of a run.
 * Errors: `UsageError`.
 */
export async function laws(names: readonly string[], words: LawsOptionWords): Promise<number> {
  const { only = [], cases: count = `${DEFAULT_LAW_CASES}`, ...rest } = words;
  const selected = selectLaws(only);
  const { processors: named, vendors, seed, cases = 0 } = runRequest(names, { ...rest, cases: count });
  const paint = paintFor(isColoured(process.stdout));
  const watch = watchSignals();
  const opened: OpenProcessor[] = [];
  // A signal must not wait for a processor that hangs: closing it ends the wait.
  const onAbort = (): void => void closeAll(opened);
  watch.signal.addEventListener("abort", onAbort);
  const codes = new Set<number>();
  const results: LawResult[] = [];
  let findings = 0;
  process.stderr.write(`ringcross: seed ${seed}\n`);
  try {
    const { found, missing } = named.length === 0 ? foundHere() : { found: named, missing: [] };
    for (const { processor, message, hint } of missing) complain(`${processor}: ${message}`, hint);
    for (const name of found) {
      if (watch.signal.aborted) break;
      const { processors, troubles } = await openProcessors(name, { vendors });
      opened.push(...processors);
      for (const { processor, message, hint, kind } of troubles) {
        complain(`${processor}: ${message}`, hint);
        if (kind === "error") codes.add(ERROR);
      }
      for (const { adapter, text } of processors) {
        for (const law of selected) {
          if (watch.signal.aborted) break;
          const { modes } = adapter.profile;
          const wanted = INSTRUCTION_NAMES.filter(
            (each) => law.instructions.includes(each) && hasModes(each, modes),
          );
          if (wanted.length === 0) continue;
          const result = await runLaw({
            law,
            adapter,
            source: caseSource({ profile: adapter.profile, seed, only: wanted }),
            cases,
            signal: watch.signal,
            onTrouble: ({ processor, message, hint }) => {
              complain(`${processor}: ${message}`, hint);
              codes.add(ERROR);
            },
          });
          results.push(result);
          for (const finding of result.findings) {
            const rule = lawRuleText(law, finding.pick);
            const { testCase } = finding.run.first;
            const replay = `${commandName()} replay ${encodeReplay({ processor: text, rule, testCase })}`;
            const block = lawBlock(finding, { number: ++findings, replay, paint });
            print([...wrapped(block, columnsOf(process.stdout)), ""]);
          }
        }
      }
      await closeAll(processors);
    }
    if (findings > 0) codes.add(FINDINGS);
    if (results.some(({ errors }) => errors > 0)) codes.add(ERROR);
    if (results.every(({ judged }) => judged === 0)) codes.add(ONLY_SKIPS);
    const code = exitCodeOf(codes);
    print([...table(selected, results), ...skipLines(results), ""]);
    const verdict = `${counted(findings, "finding")}; exit code ${code}`;
    print([findings > 0 ? paint.bad(verdict) : code === 0 ? paint.good(verdict) : paint.notice(verdict)]);
    return watch.signal.aborted ? exitCodeOfSignal(watch.signal.reason as "SIGINT" | "SIGTERM") : code;
  } finally {
    watch.signal.removeEventListener("abort", onAbort);
    await closeAll(opened);
    watch.release();
  }
}

/** Errors: `UsageError` for a pattern that matches no law. */
function selectLaws(patterns: readonly string[]): readonly Law[] {
  const ids = LAWS.map(({ id }) => id);
  for (const pattern of patterns) {
    const matches = picomatch(pattern);
    if (ids.some((id) => matches(id))) continue;
    const hint = didYouMean(pattern, ids);
    throw new UsageError(
      `'${pattern}' matches no law`,
      hint === "" ? `write one of ${ids.join(", ")}` : hint,
    );
  }
  return patterns.length === 0 ? LAWS : LAWS.filter(({ id }) => patterns.some((each) => picomatch(each)(id)));
}

/** Laws by processor: how many cases each judged, and what it found. */
function table(selected: readonly Law[], results: readonly LawResult[]): readonly string[] {
  const processors = [...new Set(results.map(({ processor }) => processorText(processor)))];
  if (processors.length === 0) return ["No processor was asked."];
  const rows = selected.map((law) => [
    law.id,
    ...processors.map((text) => {
      const result = results.find((each) => each.law === law && processorText(each.processor) === text);
      if (result === undefined) return "";
      const { judged, findings } = result;
      const broken = findings.length === 0 ? "" : `, ${counted(findings.length, "finding")}`;
      return `${formatCount(judged)}${broken}`;
    }),
  ]);
  return [
    ...processors.map((text, position) => `#${position + 1}  ${text}`),
    "",
    "Cases that each law judged; it says nothing of the others:",
    ...alignedLines([["", ...processors.map((_, position) => `#${position + 1}`)], ...rows]),
  ];
}

function skipLines(results: readonly LawResult[]): readonly string[] {
  return results.flatMap(({ law, processor, skipReasons }) =>
    [...skipReasons].map(
      ([reason, count]) =>
        `skipped: ${counted(count, "case")} of ${law.id} on ${processorText(processor)}: ${reason}`,
    ),
  );
}

/** One line per law, for the help text. */
export const LAW_LINES: readonly (readonly [id: string, statement: string])[] = LAWS.map(
  ({ id, statement }) => [id, statement],
);
