import { DrawnArbitrary } from "./drawn-arbitrary.js";
import { simplerCases } from "./simpler-cases.js";
import { transition } from "./transition.js";
class TestCaseArbitrary extends DrawnArbitrary {
    profile;
    transitions;
    constructor(options) {
        super();
        this.profile = options.profile;
        this.transitions = transition(options);
    }
    draw(bits) {
        const { before, pages, bytes } = this.transitions.draw(bits);
        return { profile: this.profile, before, pages, steps: [{ bytes }], delivery: "observe" };
    }
    admits(value) {
        return (typeof value === "object" && value !== null && "before" in value && "steps" in value && "pages" in value);
    }
    simpler(value) {
        return simplerCases(value);
    }
}
/**
 * A test case of one instruction. Its shrinking works on plain cases, also on one read from a file: it goes to the
 * boring machine of the instruction first, then resets ever smaller parts, then simplifies values.
 */
export function testCase(options) {
    return new TestCaseArbitrary(options);
}
