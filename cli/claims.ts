/** `ringcross claims`: the founding notes, settled by experiment on every processor. */
import { paintFor } from "../harness/report/paint.ts";
import { counted } from "../harness/report/plural.ts";
import { CLAIMS } from "../spec/generated/claims.ts";
import type { Claim, ClaimCase } from "../spec/generated/documents.ts";
import { askClaims, type AskedProcessor, type ClaimAnswer } from "./claims/ask-claims.ts";
import { claimLines, processorLines } from "./claims/claim-lines.ts";
import { closeAll } from "./close-all.ts";
import { ERROR, exitCodeOf, exitCodeOfSignal, FINDINGS, ONLY_SKIPS } from "./exit-code.ts";
import { foundHere } from "./found-here.ts";
import { openProcessors, type OpenProcessor } from "./open-processor.ts";
import { complain, isColoured, print } from "./output.ts";
import { knownProcessor } from "./run-request.ts";
import { watchSignals } from "./signals.ts";
import { UsageError } from "./usage-error.ts";

/** The options as commander hands them over. */
export interface ClaimsOptionWords {
  /** What to ask; every emulator of this machine when left out. The oracles always answer too. */
  readonly on?: readonly string[];
}

/**
 * Runs the experiments of the claims that `words` name (all of them when there are none) and prints
 * claim, verdict and what each processor did. Returns the exit code: 0 when every processor did what
 * the law says, 5 when one did not, 3 when there was nobody to ask but the oracles, or nothing to ask.
 * Errors: `UsageError` for a word that names no claim or no processor.
 */
export async function claims(words: readonly string[], { on = [] }: ClaimsOptionWords): Promise<number> {
  const selected = selectClaims(words);
  const names = on.map(knownProcessor);
  const watch = watchSignals();
  const opened: OpenProcessor[] = [];
  // A signal must not wait for a processor that hangs: closing it ends the wait.
  const onAbort = (): void => void closeAll(opened);
  watch.signal.addEventListener("abort", onAbort);
  const codes = new Set<number>();
  const tell = (processor: string, message: string, hint = "", code: number = ERROR): void => {
    complain(`${processor}: ${message}`, hint);
    codes.add(code);
  };
  try {
    const { found, missing } = names.length === 0 ? foundHere() : { found: names, missing: [] };
    for (const { processor, message, hint } of missing) complain(`${processor}: ${message}`, hint);
    const oracle = found.some(({ kind }) => kind === "oracle") ? [] : [knownProcessor("oracle")];
    const cases = selected.flatMap(casesOf);
    const asked: AskedProcessor[] = [];
    let tested = 0;
    for (const name of cases.length === 0 ? [] : [...oracle, ...found]) {
      const { processors, troubles } = await openProcessors(name, { vendors: ["intel", "amd"] });
      opened.push(...processors);
      for (const { processor, message, hint, kind } of troubles) {
        tell(processor, message, hint, kind === "error" ? ERROR : ONLY_SKIPS);
      }
      for (const processor of processors) {
        if (watch.signal.aborted) break;
        const result = await askClaims(processor, cases, {
          signal: watch.signal,
          onTrouble: ({ processor: broken, message, hint }) => tell(broken, message, hint),
        });
        asked.push(result);
        if (!oracle.includes(name)) tested += result.answers.filter(isJudged).length;
      }
      await closeAll(processors);
    }
    if (watch.signal.aborted) return exitCodeOfSignal(watch.signal.reason as "SIGINT" | "SIGTERM");
    if (tested === 0) codes.add(ONLY_SKIPS);
    for (const { answers } of asked) for (const answer of answers) codes.add(codeOf(answer));
    print(report(selected, asked));
    return exitCodeOf(codes);
  } finally {
    watch.signal.removeEventListener("abort", onAbort);
    await closeAll(opened);
    watch.release();
  }
}

/** Errors: `UsageError` for anything but numbers and ranges of claims. */
function selectClaims(words: readonly string[]): readonly Claim[] {
  if (words.length === 0) return CLAIMS;
  const wanted = new Set(words.flatMap(numbersOf));
  return CLAIMS.filter(({ number }) => wanted.has(number));
}

function numbersOf(word: string): readonly number[] {
  const [, first = "", last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(word) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first === "" || from < 1 || to > CLAIMS.length || from > to) {
    throw new UsageError(
      `'${word}' is not a claim`,
      `write numbers from 1 to ${CLAIMS.length}, or ranges as 36-38`,
    );
  }
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
}

function casesOf({ experiment }: Claim): readonly ClaimCase[] {
  return experiment.status === "runs" ? experiment.cases : [];
}

function isJudged(answer: ClaimAnswer): boolean {
  return "side" in answer || "breaks" in answer;
}

function codeOf(answer: ClaimAnswer): number {
  if ("lost" in answer) return ERROR;
  return "breaks" in answer || ("side" in answer && answer.side !== "law") ? FINDINGS : 0;
}

function report(selected: readonly Claim[], asked: readonly AskedProcessor[]): readonly string[] {
  const paint = paintFor(isColoured(process.stdout));
  let position = 0;
  const blocks = selected.map((claim) => {
    const count = casesOf(claim).length;
    const own = asked.map(({ identity, answers }) => ({
      identity,
      answers: answers.slice(position, position + count),
    }));
    position += count;
    return claimLines(claim, { asked: own, paint });
  });
  const answers = asked.flatMap((each) => each.answers);
  const judged = answers.filter(isJudged);
  const differing = judged.filter((answer) => codeOf(answer) === FINDINGS).length;
  const verdict =
    differing === 0 ? paint.good("none differs from the law") : paint.bad(`${differing} differ`);
  return [
    ...processorLines(asked),
    ...(asked.length === 0 ? [] : [""]),
    ...blocks.flatMap((block) => [...block, ""]),
    `${counted(selected.length, "claim")}, ${counted(position, "experiment")}, ${counted(asked.length, "processor")}`,
    `${counted(judged.length, "answer")} judged: ${verdict}`,
  ];
}
