/**
 * What the processors of one run say of each other: which kept each rule and which broke it, and for each
 * finding who agrees with the oracle on its example. Only processors that pose as the same vendor are
 * asked: of others the oracle demands something else.
 */
import { decodeTestCase, encodeTestCase, InvalidDocument } from "../spec/codec.ts";
import type { RuleId } from "../spec/generated/rule-id.ts";
import { copyState, field } from "../spec/fields.ts";
import { modeOf } from "../spec/validity.ts";
import type { FieldName, Prediction, Profile, TestCase, Vendor } from "../spec/model.ts";
import type { Adapter, Capabilities } from "./adapter.ts";
import { asker, type Answer } from "./ask.ts";
import { comparator } from "./compare.ts";
import { instructionOf } from "./draw.ts";
import type { Finding, ProcessorIdentity } from "./finding.ts";
import { breaksOf, findingKey } from "./findings.ts";
import { INCONSISTENT_VARIANT } from "./own-rules.ts";
import type { FindingOpinions, RuleOpinions, SecondOpinions } from "./opinions.ts";
import { mergeModels } from "./report/merge-models.ts";
import type { RunResult } from "./run.ts";
import { identityOf } from "./run.ts";

/** A processor that has run, and what it was found to do. */
export interface Tested {
  readonly adapter: Adapter;
  readonly run: Pick<RunResult, "judged" | "gaveUp">;
  readonly findings: readonly Finding[];
}

/** One product as one vendor: its models share a name. */
interface Product {
  readonly processor: string;
  readonly vendor: Vendor;
  readonly models: readonly Tested[];
}

type Stance = "agree" | "same" | "otherwise";
type Opinion = Stance | { readonly reason: string };

const EFER_NXE = 1n << 11n;
const CR4_FSGSBASE = 1n << 16n;

/** How often a processor may break on the examples of others before it is asked no more. */
const LIMITS = { unreproduced: 3, hangs: 3, crashes: 20 };

/** Asks every processor about the findings of the others. */
export async function secondOpinions(options: {
  readonly tested: readonly Tested[];
  readonly predict: (testCase: TestCase) => Prediction;
  readonly signal?: AbortSignal;
}): Promise<SecondOpinions> {
  const products = productsOf(options.tested);
  const questions = products.flatMap((product) =>
    mergeModels(product.models.flatMap(({ findings }) => findings)).map(({ finding }) => ({
      product,
      finding,
    })),
  );
  const opinions = new Map<Finding, Map<string, Opinion>>(
    questions.map(({ finding }) => [finding, new Map<string, Opinion>()]),
  );
  for (const product of products) {
    const asked = questions
      .filter((each) => each.product !== product && each.product.vendor === product.vendor)
      .map(({ finding }) => finding);
    for (const [finding, opinion] of await opinionsOf(product, asked, options)) {
      opinions.get(finding)?.set(product.processor, opinion);
    }
  }
  return {
    processors: products.map(({ processor, vendor }) => ({ processor, vendor })),
    rules: rulesOf(products),
    findings: questions.map(({ product, finding }) =>
      sorted(product, finding, [...(opinions.get(finding) ?? [])]),
    ),
  };
}

/** The products in the order of the run. A version tells apart two builds that have the same name. */
function productsOf(tested: readonly Tested[]): readonly Product[] {
  const versions = new Map<string, Set<string>>();
  for (const { adapter } of tested) {
    versions.set(adapter.name, (versions.get(adapter.name) ?? new Set()).add(adapter.version));
  }
  const label = ({ name, version }: ProcessorIdentity): string =>
    (versions.get(name)?.size ?? 0) > 1 ? `${name} ${version}` : name;
  const products = new Map<string, Product>();
  for (const each of tested) {
    const identity = identityOf(each.adapter);
    const { vendor } = identity;
    const processor = label(identity);
    const key = `${processor} ${vendor}`;
    const models = [...(products.get(key)?.models ?? []), each];
    products.set(key, { processor, vendor, models });
  }
  return [...products.values()];
}

function rulesOf(products: readonly Product[]): readonly RuleOpinions[] {
  const vendors = [...new Set(products.map(({ vendor }) => vendor))];
  return vendors.flatMap((vendor) => {
    const ours = products.filter((product) => product.vendor === vendor);
    const rules = new Set(
      ours.flatMap(({ models }) =>
        models.flatMap(({ run, findings }) => [...run.judged, ...findings.map(({ rule }) => rule)]),
      ),
    );
    return [...rules]
      .toSorted((one, other) => one.localeCompare(other))
      .map((rule) => ruleOpinions(rule, vendor, ours));
  });
}

function ruleOpinions(rule: RuleId, vendor: Vendor, products: readonly Product[]): RuleOpinions {
  const broken = products
    .map(({ processor, models }) => ({
      processor,
      cases: models
        .flatMap(({ findings }) => findings.filter((finding) => finding.rule === rule))
        .reduce((sum, { cases }) => sum + cases, 0),
    }))
    .filter(({ cases }) => cases > 0);
  const breakers = new Set(broken.map(({ processor }) => processor));
  const kept = products
    .filter(({ processor }) => !breakers.has(processor))
    .filter(({ models }) => models.some(({ run }) => run.judged.has(rule)))
    .map(({ processor }) => processor);
  return { rule, vendor, kept, broken };
}

function sorted(
  { processor }: Product,
  finding: Finding,
  opinions: readonly (readonly [string, Opinion])[],
): FindingOpinions {
  const those = (stance: Stance): readonly string[] =>
    opinions.flatMap(([name, opinion]) => (opinion === stance ? [name] : []));
  return {
    finding,
    processor,
    agree: those("agree"),
    same: those("same"),
    otherwise: those("otherwise"),
    noOpinion: opinions.flatMap(([name, opinion]) =>
      typeof opinion === "string" ? [] : [{ processor: name, reason: opinion.reason }],
    ),
  };
}

type Asking = Parameters<typeof secondOpinions>[0];

/** What a product says of each finding: the first of its models that can be asked decides. */
async function opinionsOf(
  { models }: Product,
  findings: readonly Finding[],
  options: Asking,
): Promise<ReadonlyMap<Finding, Opinion>> {
  const opinions = new Map<Finding, Opinion>();
  for (const model of models) {
    const open = findings.filter((finding) => typeof opinions.get(finding) !== "string");
    for (const [finding, opinion] of await opinionsOfModel(model, open, options)) {
      if (typeof opinion === "string" || !opinions.has(finding)) opinions.set(finding, opinion);
    }
  }
  return opinions;
}

interface Question {
  readonly finding: Finding;
  readonly testCase: TestCase;
  readonly prediction: Prediction;
}

async function opinionsOfModel(
  { adapter, run }: Tested,
  findings: readonly Finding[],
  { predict, signal }: Asking,
): Promise<ReadonlyMap<Finding, Opinion>> {
  const opinions = new Map<Finding, Opinion>();
  const questions: Question[] = [];
  for (const finding of findings) {
    const question = run.gaveUp ? { reason: "it was given up" } : questionTo(adapter, finding, predict);
    if ("reason" in question) opinions.set(finding, question);
    else questions.push(question);
  }
  const processor = asker({ adapter, onTrouble: () => {}, limits: LIMITS, ...(signal && { signal }) });
  const { batch } = adapter.capabilities;
  for (let start = 0; start < questions.length; start += batch) {
    const some = questions.slice(start, start + batch);
    const answers = await processor.ask(
      some.map(({ testCase }) => testCase),
      () => "an example of another processor",
    );
    for (const [position, question] of some.entries()) {
      const answer = answers[position] ?? { lost: "it was given up" };
      opinions.set(question.finding, opinionIn(adapter, question, answer));
    }
  }
  return opinions;
}

/** The example as a case for this processor, whose features decide the prediction; or why it is none. */
function questionTo(
  { profile, capabilities }: Adapter,
  finding: Finding,
  predict: (testCase: TestCase) => Prediction,
): Question | { readonly reason: string } {
  const { rule, example } = finding;
  if (rule === INCONSISTENT_VARIANT) return { reason: "every alternative is right" };
  try {
    const testCase = decodeTestCase(encodeTestCase(adopted(example.testCase, profile)));
    const prediction = predict(testCase);
    const [outcome] = prediction.outcomes;
    if (outcome.endRule !== example.prediction.outcomes[0].endRule || !concerns(rule, prediction))
      return { reason: "its features or its observer make it another case" };
    const reason = capabilities.noOpinion.get(instructionOf(prediction));
    return reason === undefined ? { finding, testCase, prediction } : { reason };
  } catch (error) {
    if (error instanceof InvalidDocument) return { reason: error.message };
    throw error;
  }
}

/** The rules of the harness concern every case. */
function concerns(rule: RuleId, { exercised }: Prediction): boolean {
  return rule.startsWith("processor.") || exercised.has(rule);
}

/**
 * The case for a processor with `profile`: what its observer forces instead of what that of the first one forced,
 * and without what its features do not have.
 */
function adopted(testCase: TestCase, profile: Profile): TestCase {
  const before = copyState(testCase.before);
  const mode = modeOf(before);
  // Only EFER knows bits that must be 0 where no observer sets them: SVME is reserved without SVM.
  for (const { field: name, mask } of testCase.profile.imposed) if (name === "efer") before.efer &= ~mask;
  if (!profile.features.nx) before.efer &= ~EFER_NXE;
  if (!profile.features.fsgsbase) before.cr4 &= ~CR4_FSGSBASE;
  for (const { field: name, mask, value, mode: only = mode } of profile.imposed) {
    if (only === mode) field(name).set(before, (field(name).get(before) & ~mask) | value);
  }
  return { ...testCase, profile, before };
}

function opinionIn(adapter: Adapter, { finding, testCase, prediction }: Question, answer: Answer): Opinion {
  if ("unsupported" in answer) return { reason: answer.unsupported };
  if ("lost" in answer) return { reason: answer.lost };
  if ("breaks" in answer) {
    return finding.rule === `processor.${answer.breaks}` ? "same" : "otherwise";
  }
  const verdict = comparator(adapter.capabilities)(testCase, prediction, answer);
  if (verdict.status === "pass") {
    const isSeen = seesOne(finding, adapter.capabilities, answer.unseen ?? []);
    return isSeen ? "agree" : { reason: "it does not see what differs" };
  }
  const keys = breaksOf(verdict).map((each) => findingKey(finding.processor, each));
  return keys.includes(finding.key) ? "same" : "otherwise";
}

/** Whether the processor sees anything of what the finding is about. */
function seesOne({ example }: Finding, { fields }: Capabilities, unseen: readonly FieldName[]): boolean {
  return (
    example.differences.length === 0 ||
    example.differences.some((difference) => {
      if (!("mask" in difference)) return true;
      const { field: name, mask, predicted, observed } = difference;
      if (unseen.includes(name)) return false;
      return ((predicted ^ observed) & mask & (fields.get(name)?.seen ?? mask)) !== 0n;
    })
  );
}
