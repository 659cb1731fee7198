/**
 * Tells what a program of several steps found. Its shortest beginning that fails shows after which step the processor
 * went astray. When that step fails just so alone, in the state that the steps before it should have left, the finding
 * is about that instruction; what is left are findings about what one instruction leaves hidden for another.
 */
import { copyState } from "../spec/fields.ts";
import type { Observation, Outcome, Page, Prediction, TestCase, Write } from "../spec/model.ts";
import { stepAddresses } from "../spec/step-address.ts";
import { validate } from "../spec/validity.ts";
import { stateAfter } from "../oracles/index.ts";
import type { Adapter } from "./adapter.ts";
import type { CaseSource } from "./case-source.ts";
import { comparator, type Compare } from "./compare.ts";
import { AdapterError } from "./errors.ts";
import type { Example, Finding } from "./finding.ts";
import { breaksOf, collectFindings } from "./findings.ts";
import { judged } from "./landing.ts";

/** What to reduce, and with what. */
export interface ReduceOptions {
  readonly adapter: Adapter;
  readonly source: CaseSource;
  readonly predict: (testCase: TestCase) => Prediction;
  readonly findings: readonly Finding[];
}

/** The findings with programs taken apart; those that turn out to be one are one. */
export async function reduceSequences(options: ReduceOptions): Promise<readonly Finding[]> {
  const { adapter, findings, source } = options;
  const plain = findings.filter(({ example }) => !isProgram(example));
  const programs = findings.filter(({ example }) => isProgram(example));
  const [first] = programs;
  if (first === undefined) return findings;
  const compare = comparator(adapter.capabilities);
  const found = collectFindings(first.processor);
  for (const finding of programs) {
    const example = await reduced(options, compare, finding.example);
    if (example === undefined) continue;
    for (const each of breaksIn(compare, example)) {
      found.add(
        each,
        finding.firstIndex,
        () => ({ ...example, differences: each.differences }),
        finding.cases,
      );
    }
  }
  const reducedFindings = found.results(({ testCase }) => source.distance(testCase));
  const known = new Set(reducedFindings.map(({ key }) => key));
  return [...plain.filter(({ key }) => !known.has(key)), ...reducedFindings];
}

function isProgram({ testCase, observation }: Example): boolean {
  return testCase.steps.length > 1 && observation !== undefined;
}

type Observed = Example & { readonly observation: Observation };

/** The simplest case that shows what the example shows; undefined when nothing fails again. */
async function reduced(
  { adapter, predict, source }: ReduceOptions,
  compare: Compare,
  { testCase }: Example,
): Promise<Observed | undefined> {
  const beginnings = source.beginnings(testCase);
  const failing = await firstFailing({ adapter, predict }, compare, beginnings);
  if (failing === undefined) return undefined;
  const alone = lastAlone(failing.testCase, predict);
  const single = alone === undefined ? undefined : await firstFailing({ adapter, predict }, compare, [alone]);
  const keysOf = (example: Observed): readonly string[] =>
    breaksIn(compare, example).map(({ rule, parts }) => `${rule} ${parts.join()}`);
  if (single === undefined) return failing;
  const shown = keysOf(single);
  return keysOf(failing).every((key) => shown.includes(key)) ? single : failing;
}

function breaksIn(
  compare: Compare,
  { testCase, prediction, observation }: Observed,
): ReturnType<typeof breaksOf> {
  return breaksOf(compare(testCase, prediction, observation));
}

async function firstFailing(
  { adapter, predict }: Pick<ReduceOptions, "adapter" | "predict">,
  compare: Compare,
  cases: readonly TestCase[],
): Promise<Observed | undefined> {
  const answers = await adapter.run(cases).catch((error: unknown) => {
    // The next run starts it anew; what it answered before it broke counts.
    if (error instanceof AdapterError) return error.answers;
    throw error;
  });
  for (const [position, testCase] of cases.entries()) {
    const answer = answers[position];
    if (answer === undefined || "unsupported" in answer) continue;
    const observation = judged(testCase, answer);
    const prediction = predict(testCase);
    if (compare(testCase, prediction, observation).status === "fail") {
      return { testCase, prediction, observation, differences: [] };
    }
  }
  return undefined;
}

/** The last step in the state before it, as predicted; undefined where no valid case can say so. */
function lastAlone(testCase: TestCase, predict: ReduceOptions["predict"]): TestCase | undefined {
  const { steps, before, pages } = testCase;
  const last = steps.at(-1);
  if (last === undefined || steps.length < 2) return undefined;
  const [outcome] = predict({ ...testCase, steps: steps.slice(0, -1) }).outcomes;
  if (outcome.end.kind !== "retired") return undefined;
  const state = copyState(stateAfter(before, outcome));
  const page = stepAddresses(testCase).at(-1) as bigint;
  const alone: TestCase = {
    ...testCase,
    before: state,
    // Pages of other blocks stay: their addresses stand in registers.
    pages: withStores(pages, outcome),
    steps: [{ bytes: last.bytes }],
  };
  return validate(alone).length === 0 && stepAddresses(alone)[0] === page ? alone : undefined;
}

function withStores(pages: readonly Page[], { writes }: Outcome): readonly Page[] {
  return pages.map((page) => ({
    ...page,
    data: [...page.data, ...writes.flatMap((write) => chunksIn(page, write))],
  }));
}

function chunksIn({ linear }: Page, write: Write): Page["data"] {
  const offset = Number(write.linear - linear);
  return offset >= 0 && offset + write.bytes.length <= 4096 ? [{ offset, bytes: write.bytes }] : [];
}
