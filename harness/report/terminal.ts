/** The report for a person: a block per finding as it comes, tables at the end. */
import type { TestCase } from "../../spec/model.ts";
import type { Finding, Totals } from "../finding.ts";
import { findingBlock, likeness, repeatedBlock } from "./finding-block.ts";
import { paintFor } from "./paint.ts";
import { processorKey, processorText } from "./processor-text.ts";
import type { Reporter, RunHeader, Trouble } from "./reporter.ts";
import type { RuleTexts } from "./rule-text.ts";
import { counted } from "./plural.ts";
import { summary, troubleText, type ProcessorSummary } from "./summary.ts";

/** Where and how to print. */
export interface TerminalOptions {
  readonly write: (text: string) => void;
  readonly coloured: boolean;
  readonly rules: RuleTexts;
  /** The command that runs a finding's example again. */
  readonly replay: (finding: Finding) => string;
  /** The boring machine of a case, if it has one. */
  readonly plain: (testCase: TestCase) => TestCase | undefined;
}

const NOTHING: Totals = { cases: 0, pass: 0, fail: 0, skip: 0, error: 0, seconds: 0, maskedBits: 0 };

/** A report that prints to a terminal, or to whatever stands in for one. */
export function terminalReport(options: TerminalOptions): Reporter {
  const { write, rules, replay, plain } = options;
  const paint = paintFor(options.coloured);
  const processors = new Map<string, { -readonly [key in keyof ProcessorSummary]: ProcessorSummary[key] }>();
  const troubles: Trouble[] = [];
  /** Number of the first finding of each likeness. */
  const shown = new Map<string, number>();
  let seed = 0;
  let findings = 0;
  return {
    header: (header) => {
      seed = header.seed;
      for (const { identity } of header.processors) {
        processors.set(processorKey(identity), { identity, totals: NOTHING, findings: [] });
      }
      write(headerText(header));
    },
    progress: (processor, totals) => {
      const known = processors.get(processorKey(processor));
      if (known !== undefined) known.totals = totals;
    },
    finding: (finding) => {
      findings += 1;
      const known = processors.get(processorKey(finding.processor));
      if (known !== undefined) known.findings = [...known.findings, finding];
      const options = { number: findings, replay: replay(finding), rules, paint };
      const like = shown.get(likeness(finding));
      if (like === undefined) shown.set(likeness(finding), findings);
      write(
        `\n${like === undefined ? findingBlock(finding, { ...options, plain }) : repeatedBlock(finding, { ...options, like })}`,
      );
    },
    trouble: (trouble) => {
      troubles.push(trouble);
      write(`\n${troubleText(trouble, paint)}\n`);
    },
    footer: (footer) => {
      write(`\n${summary({ footer, seed, processors: [...processors.values()], troubles, rules, paint })}`);
    },
    close: async () => {
      await Promise.resolve();
    },
  };
}

function headerText({ seed, generatorVersion, processors, cases }: RunHeader): string {
  const amount = cases === undefined ? "" : `, ${counted(cases, "case")} each`;
  return [
    `ringcross: seed ${seed}, generators ${generatorVersion}${amount}`,
    ...processors.map(({ identity }) => `  ${processorText(identity)}`),
    "",
  ].join("\n");
}
