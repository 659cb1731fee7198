/** The JSON Lines report: a header, findings and troubles as they come, one footer. */
import { closeSync, openSync, writeSync } from "node:fs";
import {
  encodeEnd,
  encodeObservation,
  encodePrediction,
  encodeProfile,
  encodeTestCase,
} from "../../spec/codec.ts";
import { hex64, hexBytes } from "../../spec/codec.ts";
import type {
  DifferenceDocument,
  ExampleDocument,
  FindingLine,
  FooterLine,
  HeaderLine,
  OpinionsLine,
  ReportLine,
  TroubleLine,
} from "../../spec/generated/documents.ts";
import type { Write } from "../../spec/model.ts";
import type { Example, Finding } from "../finding.ts";
import type { SecondOpinions } from "../opinions.ts";
import type { Difference } from "../verdict.ts";
import { reportError } from "./report-error.ts";
import type { Reporter, RunFooter, RunHeader, Trouble } from "./reporter.ts";
import { isInformation, type RuleTexts } from "./rule-text.ts";

/** Where and how to write a JSON Lines report. */
export interface JsonlOptions {
  /** The file; `-` is standard output. */
  readonly file: string;
  /** The version of ringcross. */
  readonly version: string;
  readonly rules: RuleTexts;
  /** The command that runs a finding's example again. */
  readonly replay: (finding: Finding) => string;
}

/**
 * A report that is written line by line, each line whole before the next event, so that a crash
 * loses nothing. Errors: `ReportError` when the file cannot be opened or written.
 */
export function jsonlReport(options: JsonlOptions): Reporter {
  const { file, version, rules, replay } = options;
  const descriptor = file === "-" ? 1 : attempt(file, () => openSync(file, "w"));
  const write = (line: ReportLine): void => {
    attempt(file, () => {
      writeAll(descriptor, `${JSON.stringify(line)}\n`);
    });
  };
  return {
    header: (header) => {
      write(headerLine(header, version));
    },
    // A count of a moment is no result.
    progress: () => {},
    finding: (finding) => {
      write(findingLine(finding, { rules, replay }));
    },
    trouble: (trouble) => {
      write(troubleLine(trouble));
    },
    footer: (footer) => {
      if (footer.opinions !== undefined) write(opinionsLine(footer.opinions));
      write(footerLine(footer));
    },
    close: async () => {
      if (descriptor !== 1) attempt(file, () => closeSync(descriptor));
      await Promise.resolve();
    },
  };
}

function attempt<Result>(file: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw reportError(file, error);
  }
}

/** A full pipe takes only a part, or nothing for a while. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function headerLine(header: RunHeader, version: string): HeaderLine {
  return {
    kind: "header",
    format: 1,
    ringcross: version,
    seed: header.seed,
    generator: header.generatorVersion,
    ...(header.cases !== undefined && { cases: header.cases }),
    ...(header.only !== undefined && { only: [...header.only] }),
    processors: header.processors.map(({ identity, profile }) => ({
      processor: { ...identity },
      profile: encodeProfile(profile),
    })),
  };
}

/** The line of one finding, as a report holds it and as `ringcross replay` reads it. */
export function findingLine(finding: Finding, options: Pick<JsonlOptions, "rules" | "replay">): FindingLine {
  const { processor, rule, orderRules, example } = finding;
  return {
    kind: "finding",
    key: finding.key,
    processor: processor.name,
    version: processor.version,
    model: processor.model,
    vendor: processor.vendor,
    rules: [rule, ...orderRules],
    level: isInformation(options.rules, rule) ? "information" : "finding",
    cases: finding.cases,
    firstIndex: finding.firstIndex,
    distance: finding.distance,
    differsIn: [...finding.differsIn],
    example: encodeExample(example),
    ...(finding.reproduced !== undefined && { reproduced: finding.reproduced }),
    ...(finding.class !== undefined && { class: finding.class }),
    replay: options.replay(finding),
  };
}

function encodeExample({ testCase, prediction, observation, differences }: Example): ExampleDocument {
  return {
    case: encodeTestCase(testCase),
    prediction: encodePrediction(prediction),
    ...(observation !== undefined && { observation: encodeObservation(observation, testCase.before) }),
    differences: differences.map(encodeDifference),
  };
}

function encodeDifference(difference: Difference): DifferenceDocument {
  const { rule } = difference;
  switch (difference.field) {
    case "end":
      return {
        rule,
        field: "end",
        predicted: encodeEnd(difference.predicted),
        observed: encodeEnd(difference.observed),
      };
    case "memory":
      return {
        rule,
        field: "memory",
        predicted: difference.predicted.map(encodeWrite),
        observed: difference.observed.map(encodeWrite),
      };
    default:
      return {
        rule,
        field: difference.field,
        mask: hex64(difference.mask),
        predicted: hex64(difference.predicted),
        observed: hex64(difference.observed),
      };
  }
}

function encodeWrite({ linear, bytes }: Write): { linear: string; bytes: string } {
  return { linear: hex64(linear), bytes: hexBytes(bytes) };
}

function troubleLine({ processor, kind, code, message, hint }: Trouble): TroubleLine {
  return {
    kind: "trouble",
    processor,
    status: kind,
    ...(code !== undefined && { code }),
    message,
    ...(hint !== undefined && { hint }),
  };
}

function opinionsLine({ processors, rules, findings }: SecondOpinions): OpinionsLine {
  return {
    kind: "opinions",
    processors: processors.map((each) => ({ ...each })),
    rules: rules.map(({ rule, vendor, kept, broken }) => ({
      rule,
      vendor,
      kept: [...kept],
      broken: broken.map((each) => ({ ...each })),
    })),
    findings: findings.map(({ finding, processor, agree, same, otherwise, noOpinion }) => ({
      key: finding.key,
      processor,
      agree: [...agree],
      same: [...same],
      otherwise: [...otherwise],
      noOpinion: noOpinion.map((each) => ({ ...each })),
    })),
  };
}

function footerLine(footer: RunFooter): FooterLine {
  const { totals, exercised, notExercised } = footer;
  return {
    kind: "footer",
    cases: totals.cases,
    pass: totals.pass,
    fail: totals.fail,
    skip: totals.skip,
    error: totals.error,
    // A clock says no more than this of a run.
    seconds: Math.round(totals.seconds * 1000) / 1000,
    maskedBits: totals.maskedBits,
    findings: footer.findings,
    rulesExercised: exercised.length,
    rulesTotal: exercised.length + notExercised.length,
    notExercised: [...notExercised],
    variants: footer.variants.map(({ processor, variant, alternatives }) => ({
      processor: { ...processor },
      variant,
      alternatives: [...alternatives],
    })),
    skipReasons: footer.skipReasons.map(({ processor, reason, cases }) => ({
      processor: { ...processor },
      reason,
      cases,
    })),
    interrupted: footer.interrupted,
    exitCode: footer.exitCode,
  };
}
