/** How far a run has come: a bar on a terminal, a plain line now and then elsewhere. */
import { SingleBar } from "cli-progress";
import type { ProcessorIdentity, Totals } from "../harness/finding.ts";
import { counted, formatCount } from "../harness/report/plural.ts";
import { processorKey, processorText } from "../harness/report/processor-text.ts";

/** What a run shows while it goes on. */
export interface Progress {
  update(processor: ProcessorIdentity, totals: Totals, findings: number): void;
  /** The cases are done; what is left is to make the examples of the findings small. */
  shrinking(processor: ProcessorIdentity, totals: Totals, findings: number): void;
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

function facts(totals: Totals, findings: number): string {
  const { cases, seconds } = totals;
  const rate = seconds > 0 ? [`${formatCount(Math.round(cases / seconds))} cases/s`] : [];
  return [counted(cases, "case"), ...rate, counted(findings, "finding")].join(", ");
}

const SHRINKING = "; making their examples small";

interface Shown {
  readonly key: string;
  readonly bar: SingleBar;
}

function bar({ stream, cases, time }: ProgressOptions): Progress {
  const hasEnd = cases !== undefined || time !== undefined;
  const format = hasEnd ? "{name} {bar} {percentage} % | {detail}" : "{name} | {detail}";
  let current: Shown | undefined;
  const stop = (): void => {
    current?.bar.stop();
    current = undefined;
  };
  const show = (processor: ProcessorIdentity, totals: Totals, detail: string): void => {
    const key = processorKey(processor);
    if (current !== undefined && current.key !== key) stop();
    const payload = { name: processorText(processor), detail };
    const value = cases === undefined ? totals.seconds * 1000 : totals.cases;
    if (current === undefined) {
      const options = { stream, format, barsize: 24, clearOnComplete: true, hideCursor: null };
      current = { key, bar: new SingleBar(options) };
      current.bar.start(cases ?? time ?? 1, value, payload);
    } else current.bar.update(value, payload);
  };
  return {
    update: (processor, totals, findings) => {
      show(processor, totals, facts(totals, findings));
    },
    shrinking: (processor, totals, findings) => {
      if (findings > 0) show(processor, totals, facts(totals, findings) + SHRINKING);
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
  const line = (processor: ProcessorIdentity, text: string): void => {
    last = clock();
    stream.write(`${processorText(processor)}: ${text}\n`);
  };
  return {
    update: (processor, totals, findings) => {
      if (clock() - last >= PLAIN_INTERVAL) line(processor, facts(totals, findings));
    },
    shrinking: (processor, totals, findings) => {
      line(processor, facts(totals, findings) + (findings > 0 ? SHRINKING : ""));
    },
    around: (print) => {
      print();
    },
    stop: () => {},
  };
}
