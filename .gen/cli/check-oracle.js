/** `ringcross check-oracle`: a recording of silicon against the oracle of this version. */
import { readFileSync } from "node:fs";
import { checkRecording } from "../harness/check-recording.js";
import { alignedLines, stepLines } from "../harness/report/example-text.js";
import { formatEnd } from "../harness/report/notation.js";
import { decodeRecording } from "../spec/recording.js";
import { ALL_PASS, FINDINGS, ONLY_SKIPS } from "./exit-code.js";
import { print } from "./output.js";
import { UsageError } from "./usage-error.js";
/** Contradictions that are shown. */
const SHOWN = 5;
/**
 * Prints how many vectors the oracle agrees with, and which rules they bear out. Returns the exit code: 5 when one
 * contradicts the oracle, 3 when there is none to judge by.
 * Errors: `UsageError` when there is no such file; `InvalidDocument` when it is no complete recording.
 */
export function checkOracle(file) {
    const recording = decodeRecording(text(file));
    const { agree, contradictions, confirmed } = checkRecording(recording);
    print([
        cpuText(recording),
        ...contradictions.slice(0, SHOWN).flatMap((each) => contradictionLines(file, each)),
        ...(contradictions.length > SHOWN ? [`and ${contradictions.length - SHOWN} more`] : []),
        "",
        `${confirmed.size} rules are borne out:`,
        ...alignedLines([...confirmed].sort().map(([rule, vectors]) => [`  ${rule}`, `${vectors}`])),
        "",
        `${recording.vectors.length} vectors: ${agree} agree with the oracle, ${contradictions.length} contradict it`,
    ]);
    if (contradictions.length > 0)
        return FINDINGS;
    return recording.vectors.length === 0 ? ONLY_SKIPS : ALL_PASS;
}
function text(file) {
    try {
        return readFileSync(file, "utf8");
    }
    catch (error) {
        const { code } = error;
        const reason = code === "ENOENT" ? "there is no such file" : (code ?? String(error));
        throw new UsageError(`cannot read ${file}: ${reason}`, "name a file that `ringcross record` wrote");
    }
}
function cpuText({ cpu }) {
    const { vendor, family, model, stepping, microcode, hypervisor } = cpu;
    const behind = hypervisor ? ", behind a hypervisor" : "";
    return `${vendor} family ${family} model ${model} stepping ${stepping}, microcode ${microcode}${behind}`;
}
function contradictionLines(file, { recorded, prediction, rules }) {
    const { line, testCase, observation } = recorded;
    const [{ end, endRule }] = prediction.outcomes;
    return [
        "",
        `${file}:${line} contradicts ${rules.join(", ")}`,
        ...stepLines(testCase).map((each) => `  ${each}`),
        `  predicted: ${formatEnd(end, testCase.before.cpl)} (${endRule})`,
        `  the CPU:   ${formatEnd(observation.end, observation.after.cpl)}`,
    ];
}
