/** Whole test cases. */
import type { Profile, TestCase } from "../spec/model.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import { deliveryOf } from "./families/index.ts";
import type { InstructionName } from "./instruction-name.ts";
import type { RandomBits } from "./random-bits.ts";
import { simplerCases } from "./simpler-cases.ts";
import { transition, type Transition } from "./transition.ts";

/** What an arbitrary of test cases may produce. */
export interface TestCaseOptions {
  readonly profile: Profile;
  /** Names of instructions to choose from; all when it is absent. */
  readonly only?: readonly InstructionName[];
}

class TestCaseArbitrary extends DrawnArbitrary<TestCase> {
  private readonly profile: Profile;
  private readonly transitions: DrawnArbitrary<Transition>;

  constructor(options: TestCaseOptions) {
    super();
    this.profile = options.profile;
    this.transitions = transition(options);
  }

  override draw(bits: RandomBits): TestCase {
    const { before, pages, bytes, instruction } = this.transitions.draw(bits);
    return {
      profile: this.profile,
      before,
      pages,
      steps: [{ bytes }],
      delivery: deliveryOf(instruction.name),
    };
  }

  override admits(value: unknown): value is TestCase {
    return (
      typeof value === "object" && value !== null && "before" in value && "steps" in value && "pages" in value
    );
  }

  override simpler(value: TestCase): Iterable<TestCase> {
    return simplerCases(value);
  }
}

/**
 * A test case of one instruction. Its shrinking works on plain cases, also on one read from a file: it goes to the
 * boring machine of the instruction first, then resets ever smaller parts, then simplifies values.
 */
export function testCase(options: TestCaseOptions): DrawnArbitrary<TestCase> {
  return new TestCaseArbitrary(options);
}
