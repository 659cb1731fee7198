/** What `ringcross run` was asked to do, read from the command line's words. */
import { randomInt } from "node:crypto";
import { INSTRUCTION_NAMES, ON_TRIAL } from "../generators/instruction-name.ts";
import { RULES } from "../spec/generated/rules.ts";
import type { Vendor } from "../spec/model.ts";
import { didYouMean } from "./did-you-mean.ts";
import { parseDuration } from "./duration.ts";
import { EMULATOR_NAMES } from "./emulators.ts";
import { onPath } from "./on-path.ts";
import { checkMutant } from "./open-processor.ts";
import { parseReport, type ReportRequest } from "./parse-report.ts";
import { OBSERVERS, parseProcessorName, type ObserverChoice, type ProcessorName } from "./processor-name.ts";
import { select, type Selection } from "./select.ts";
import { UsageError } from "./usage-error.ts";

/** The options as commander hands them over. */
export interface RunOptionWords {
  readonly vendor?: string;
  readonly observer?: string;
  readonly cases?: string;
  readonly time?: string;
  readonly seed?: string;
  readonly only?: readonly string[];
  readonly report?: readonly string[];
  readonly failFast?: boolean;
  readonly sequences?: boolean;
}

/** A run, ready to start. */
export interface RunRequest {
  /** Empty: every processor found on the machine. */
  readonly processors: readonly ProcessorName[];
  readonly vendors: readonly Vendor[];
  /** How to look at emulators whose name does not say it. */
  readonly observer: ObserverChoice;
  /** Per processor; undefined when the time alone decides. */
  readonly cases?: number;
  /** Seconds for the whole run. */
  readonly seconds?: number;
  readonly seed: number;
  readonly selection: Selection;
  /** The patterns of `--only`; empty when everything was asked for. */
  readonly only: readonly string[];
  readonly reports: readonly ReportRequest[];
  readonly failFast: boolean;
  /** Programs of several steps instead of single instructions. */
  readonly sequences: boolean;
}

/** Cases per processor and vendor when neither --cases nor --time is given. */
export const DEFAULT_CASES = 20_000;

/** Errors: `UsageError` for words that mean nothing. */
export function runRequest(names: readonly string[], words: RunOptionWords): RunRequest {
  const { time, only = [], report = [] } = words;
  const cases = words.cases === undefined ? undefined : parseCount(words.cases);
  const limit = cases ?? (time === undefined ? DEFAULT_CASES : undefined);
  return {
    processors: [...new Set(names)].map(knownProcessor),
    vendors: parseVendors(words.vendor ?? "both"),
    observer: parseObserver(words.observer ?? "svm"),
    ...(limit !== undefined && { cases: limit }),
    ...(time !== undefined && { seconds: parseDuration(time) / 1000 }),
    seed: words.seed === undefined ? randomInt(2 ** 32) : parseSeed(words.seed),
    selection: select(only, { instructions: INSTRUCTION_NAMES, rules: [...RULES.keys()], onTrial: ON_TRIAL }),
    only,
    reports: report.length === 0 ? [{ kind: "terminal" }] : report.map(parseReport),
    failFast: words.failFast ?? false,
    sequences: words.sequences ?? false,
  };
}

/** Errors: `UsageError` for anything but `intel`, `amd` and `both`. */
export function parseVendors(text: string): readonly Vendor[] {
  if (text === "both") return ["intel", "amd"];
  if (text === "intel" || text === "amd") return [text];
  throw new UsageError(`'${text}' is not a vendor`, "write intel, amd or both");
}

/** Errors: `UsageError` for anything but `svm`, `idt` and `both`. */
function parseObserver(text: string): ObserverChoice {
  const found = OBSERVERS.find((observer) => observer === text);
  if (found === undefined) throw new UsageError(`'${text}' is not an observer`, "write svm, idt or both");
  return found;
}

/** Errors: `UsageError`. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count) && count > 0) return count;
  if (/^\d+$/.test(text) && count > 0) {
    throw new UsageError(
      `${text} cases are more than a run can count`,
      `write at most ${Number.MAX_SAFE_INTEGER}, or how long it may take: --time 1h`,
    );
  }
  throw new UsageError(`'${text}' is not a number of cases`, "write a whole number above 0");
}

/** Errors: `UsageError`. */
export function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  throw new UsageError(`'${text}' is not a seed`, "write a whole number between -2^53 and 2^53");
}

/** Errors: `UsageError` for a word that names neither a processor nor a program. */
export function knownProcessor(text: string): ProcessorName {
  const name = parseProcessorName(text);
  if (name.kind === "mutant") checkMutant(name);
  if (name.kind !== "process" || onPath(name.command) !== undefined) return name;
  // `emulator=` with a typing error before the sign is a typing error all the same.
  const [word = text] = name.command.split(/[=:@]/);
  const hint = didYouMean(word, [...EMULATOR_NAMES, "native", "kvm", "oracle", "mutant:"]);
  const reason = name.command.includes("/") ? "is not a program that can be run" : "names no processor";
  throw new UsageError(
    `'${name.command}' ${reason}`,
    hint || "`ringcross list processors` shows the ways to name one",
  );
}
