/** What a report is told while a run goes on; every report (terminal, JSON Lines) implements it. */
import type { RuleId } from "../../spec/generated/rule-id.ts";
import type { Profile } from "../../spec/model.ts";
import type { Finding, ProcessorIdentity, Totals } from "../finding.ts";
import type { SecondOpinions } from "../opinions.ts";

/** How the run was asked for. */
export interface RunHeader {
  readonly seed: number;
  readonly generatorVersion: number;
  readonly processors: readonly { readonly identity: ProcessorIdentity; readonly profile: Profile }[];
  /** Cases per processor, or undefined when a time limit decides. */
  readonly cases?: number;
  /** What the run was narrowed to: only cases that exercise these rules count. */
  readonly only?: readonly string[];
}

/** A processor that could not be tested, or broke without a reproducible case. */
export interface Trouble {
  readonly processor: string;
  readonly kind: "skip" | "error";
  readonly code?: string;
  readonly message: string;
  readonly hint?: string;
}

/** Totals of the whole run, and which rules nothing exercised. */
export interface RunFooter {
  readonly totals: Totals;
  readonly findings: number;
  readonly exercised: readonly RuleId[];
  readonly notExercised: readonly RuleId[];
  /** Which alternative each processor showed at each variant point. */
  readonly variants: readonly {
    readonly processor: ProcessorIdentity;
    readonly variant: RuleId;
    readonly alternatives: readonly string[];
  }[];
  readonly skipReasons: readonly {
    readonly processor: ProcessorIdentity;
    readonly reason: string;
    readonly cases: number;
  }[];
  /** What the processors say of each other, where there are several and not too many to compare. */
  readonly opinions?: SecondOpinions;
  readonly interrupted: boolean;
  readonly exitCode: number;
}

/** Receives the events of a run in order: header, then findings, troubles and progress, then one footer. */
export interface Reporter {
  header(header: RunHeader): void;
  progress(processor: ProcessorIdentity, totals: Totals, findings: number): void;
  finding(finding: Finding): void;
  trouble(trouble: Trouble): void;
  footer(footer: RunFooter): void;
  /** Flushes what was recorded. Errors: when the report could not be written in full. */
  close(): Promise<void>;
}
