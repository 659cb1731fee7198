/** What the processors of a run say of each other, as reports receive it. */
import type { RuleId } from "../spec/generated/rule-id.ts";
import type { Vendor } from "../spec/model.ts";
import type { Finding } from "./finding.ts";

/** A rule, the products that kept it and those that broke it; one that is in neither list has no opinion. */
export interface RuleOpinions {
  readonly rule: RuleId;
  readonly vendor: Vendor;
  readonly kept: readonly string[];
  readonly broken: readonly { readonly processor: string; readonly cases: number }[];
}

/** What the other products do on the example of one finding. */
export interface FindingOpinions {
  /** The finding, on the first model that shows it. */
  readonly finding: Finding;
  readonly processor: string;
  /** They do what the oracle says. */
  readonly agree: readonly string[];
  /** They break the same rule in the same way. */
  readonly same: readonly string[];
  /** They differ from the oracle in another way. */
  readonly otherwise: readonly string[];
  /** They cannot be asked. */
  readonly noOpinion: readonly { readonly processor: string; readonly reason: string }[];
}

/** The opinions of a run. */
export interface SecondOpinions {
  /** Products that were tested, by vendor; each is a column of the matrix. */
  readonly processors: readonly { readonly processor: string; readonly vendor: Vendor }[];
  readonly rules: readonly RuleOpinions[];
  readonly findings: readonly FindingOpinions[];
}
