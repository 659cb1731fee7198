/** The report for a person: a block per finding as it comes, tables at the end. */
import type { TestCase } from "../../spec/model.ts";
import type { Finding, ProcessorIdentity, Totals } from "../finding.ts";
import { findingBlock } from "./finding-block.ts";
import { mergeModels } from "./merge-models.ts";
import { paintFor } from "./paint.ts";
import { processorKey, processorText } from "./processor-text.ts";
import type { Reporter, RunHeader } from "./reporter.ts";
import { isInformation, type RuleTexts } from "./rule-text.ts";
import { counted } from "./plural.ts";
import { summary, type ProcessorSummary } from "./summary.ts";
import { troubleKey, troubleText, type RepeatedTrouble } from "./trouble-text.ts";
import { wrapped } from "./wrap.ts";

/** Where and how to print. */
export interface TerminalOptions {
  readonly write: (text: string) => void;
  readonly coloured: boolean;
  readonly rules: RuleTexts;
  /** How the user calls the program here. */
  readonly command: string;
  /** The command that runs a finding's example again. */
  readonly replay: (finding: Finding) => string;
  /** The boring machine of a case, if it has one. */
  readonly plain: (testCase: TestCase) => TestCase | undefined;
  /** The width of the terminal; lines are as long as they are where it is not given. */
  readonly columns?: number;
}

const NOTHING: Totals = { cases: 0, pass: 0, fail: 0, skip: 0, error: 0, seconds: 0, maskedBits: 0 };

/**
 * A report that prints to a terminal, or to whatever stands in for one. Findings wait until all models
 * of their product have run, so that each is told once.
 */
export function terminalReport(options: TerminalOptions): Reporter {
  const { write, rules, command, replay, plain, columns = Number.POSITIVE_INFINITY } = options;
  const paint = paintFor(options.coloured);
  const processors = new Map<string, { -readonly [key in keyof ProcessorSummary]: ProcessorSummary[key] }>();
  /** How often each trouble happened. */
  const troubles = new Map<string, RepeatedTrouble>();
  /** The number of the block that told each finding, by the finding's key. */
  const numbers = new Map<string, number>();
  let waiting: Finding[] = [];
  let header: RunHeader | undefined;
  let failures = 0;
  let blocks = 0;
  /** Prints the findings that wait, unless `next` is of the same product. */
  const flush = (next?: ProcessorIdentity): void => {
    const [first] = waiting;
    if (first === undefined || (next !== undefined && isSameProduct(first.processor, next))) return;
    for (const merged of mergeModels(waiting)) {
      const number = ++blocks;
      for (const { key } of [merged.finding, ...merged.others]) numbers.set(key, number);
      if (!isInformation(rules, merged.finding.rule)) failures++;
      const block = { number, replay: replay(merged.finding), rules, command, plain, paint, columns };
      write(`\n${findingBlock(merged, block)}`);
    }
    waiting = [];
  };
  return {
    header: (begun) => {
      header = begun;
      for (const { identity } of begun.processors) {
        processors.set(processorKey(identity), { identity, totals: NOTHING, findings: [] });
      }
      write(wrapped(headerText(begun).split("\n"), columns).join("\n"));
    },
    progress: (processor, totals) => {
      flush(processor);
      const known = processors.get(processorKey(processor));
      if (known !== undefined) known.totals = totals;
    },
    finding: (finding) => {
      flush(finding.processor);
      const known = processors.get(processorKey(finding.processor));
      if (known !== undefined) known.findings = [...known.findings, finding];
      waiting.push(finding);
    },
    trouble: (trouble) => {
      const key = troubleKey(trouble);
      const known = troubles.get(key);
      troubles.set(key, { trouble: known?.trouble ?? trouble, times: (known?.times ?? 0) + 1 });
      if (known === undefined) {
        write(`\n${wrapped(troubleText(trouble, paint).split("\n"), columns).join("\n")}\n`);
      }
    },
    footer: (footer) => {
      flush();
      const summed = summary({
        footer,
        seed: header?.seed ?? 0,
        only: header?.only,
        processors: [...processors.values()],
        troubles: [...troubles.values()],
        blocks: failures,
        numbers,
        rules,
        paint,
        columns,
      });
      write(`\n${summed}`);
    },
    close: async () => {
      flush();
      await Promise.resolve();
    },
  };
}

function isSameProduct(one: ProcessorIdentity, other: ProcessorIdentity): boolean {
  return one.name === other.name && one.version === other.version && one.vendor === other.vendor;
}

function headerText({ seed, generatorVersion, processors, cases, only }: RunHeader): string {
  const each = cases === undefined ? [] : [`${counted(cases, "case")} each`];
  const drawn = cases === undefined ? "of the cases" : `of ${counted(cases, "case")} each`;
  const narrowed = only === undefined ? each : [`${drawn} only those that exercise ${only.join(", ")}`];
  return [
    [`ringcross: seed ${seed}`, `generators ${generatorVersion}`, ...narrowed].join(", "),
    ...processors.map(({ identity }) => `  ${processorText(identity)}`),
    "",
  ].join("\n");
}
