/** Asks one processor for the experiments of some claims. */
import { asker } from "../../harness/ask.js";
import { identityOf } from "../../harness/run.js";
import { poseClaim } from "./claim-case.js";
import { judgeClaim } from "./judge-claim.js";
/** Runs every experiment that the processor can run. */
export async function askClaims({ adapter }, cases, { signal, onTrouble }) {
    const { capabilities } = adapter;
    const posed = cases.map((each) => poseClaim(each, adapter));
    const testCases = posed.flatMap((each) => ("testCase" in each ? [each.testCase] : []));
    const processor = asker({ adapter, onTrouble, ...(signal !== undefined && { signal }) });
    const answers = await processor.ask(testCases, (position) => `experiment ${position + 1}`);
    let position = 0;
    const told = posed.map((each, index) => {
        if (!("testCase" in each))
            return each;
        const answer = answers[position++];
        if (answer === undefined)
            return { lost: "it was given up before this experiment" };
        if ("unsupported" in answer)
            return { skip: answer.unsupported };
        if ("breaks" in answer)
            return { breaks: answer.message };
        if ("lost" in answer)
            return answer;
        return judgeClaim(cases[index], {
            testCase: each.testCase,
            observation: answer,
            capabilities,
        });
    });
    return { identity: identityOf(adapter), answers: told };
}
