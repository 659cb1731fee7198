/** How far a run has come: a bar on a terminal, a plain line now and then elsewhere. */
import { SingleBar } from "cli-progress";
import type { ProcessorIdentity, Totals } from "../harness/finding.ts";
import { counted, formatCount } from "../harness/report/plural.ts";
import { processorKey, processorText } from "../harness/report/processor-text.ts";

/** What a run shows while it goes on. */
export interface Progress {
  update(processor: ProcessorIdentity, totals: Totals, findings: number): void;
  /** Prints something else without the bar in its way. */
  around(print: () => void): void;
  stop(): void;
}

/** Where progress goes, and how much there is to do. */
export interface ProgressOptions {
  readonly stream: NodeJS.WriteStream;
  /** Cases per processor; undefined when a time limit decides. */
  readonly cases?: number | undefined;
  /** Milliseconds per processor; undefined when the number of cases decides. */
  readonly time?: number | undefined;
  readonly clock?: () => number;
}

/** Between two plain lines, in milliseconds. */
const PLAIN_INTERVAL = 5_000;

/** A bar when `stream` is a terminal, otherwise plain lines. */
export function progress(options: ProgressOptions): Progress {
  return options.stream.isTTY ? bar(options) : plainLines(options);
}

function rate({ cases, seconds }: Totals): string {
  return seconds > 0 ? `${formatCount(Math.round(cases / seconds))} cases/s` : "";
}

function bar({ stream, cases, time }: ProgressOptions): Progress {
  const percent = cases !== undefined || time !== undefined;
  let current: { readonly key: string; readonly bar: SingleBar } | undefined;
  const stop = (): void => {
    current?.bar.stop();
    current = undefined;
  };
  return {
    update: (processor, totals, findings) => {
      const key = processorKey(processor);
      if (current !== undefined && current.key !== key) stop();
      const payload = {
        name: processorText(processor),
        detail: [`${formatCount(totals.cases)} cases`, rate(totals), counted(findings, "finding")].join(", "),
      };
      const value = cases === undefined ? totals.seconds * 1000 : totals.cases;
      if (current === undefined) {
        const format = percent ? "{name} {bar} {percentage} % | {detail}" : "{name} | {detail}";
        current = {
          key,
          bar: new SingleBar({ stream, format, barsize: 24, clearOnComplete: true, hideCursor: null }),
        };
        current.bar.start(cases ?? time ?? 1, value, payload);
      } else current.bar.update(value, payload);
    },
    around: (print) => {
      stop();
      print();
    },
    stop,
  };
}

function plainLines({ stream, clock = Date.now }: ProgressOptions): Progress {
  let last = clock();
  return {
    update: (processor, totals, findings) => {
      if (clock() - last < PLAIN_INTERVAL) return;
      last = clock();
      const facts = [`${formatCount(totals.cases)} cases`, rate(totals), counted(findings, "finding")];
      stream.write(`${processorText(processor)}: ${facts.join(", ")}\n`);
    },
    around: (print) => {
      print();
    },
    stop: () => {},
  };
}
