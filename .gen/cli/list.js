import picomatch from "picomatch";
import { alignedLines } from "../harness/report/example-text.js";
import { nativeCompiler } from "../harness/adapters/native-program.js";
import { hanging } from "../harness/report/wrap.js";
import { RULES } from "../spec/generated/rules.js";
import { INSTRUCTION_NAMES } from "../generators/instruction-name.js";
import { PROCESSOR_FORMS } from "./processor-name.js";
import { EMULATOR_NAMES, EMULATORS, emulatorProgram } from "./emulators.js";
import { familyOf } from "./select.js";
import { columnsOf, print } from "./output.js";
import { didYouMean } from "./did-you-mean.js";
import { UsageError } from "./usage-error.js";
import { ALL_PASS } from "./exit-code.js";
/** What `ringcross list` can list. */
export const LISTS = ["rules", "processors", "instructions"];
/**
 * Prints one list; `patterns` narrow the rules. Returns the exit code.
 * Errors: `UsageError` when no rule matches.
 */
export function list(what, patterns) {
    if (what === "rules")
        print(ruleLines(patterns));
    else if (what === "instructions")
        print(instructionLines());
    else
        print(processorLines());
    return ALL_PASS;
}
function ruleLines(patterns) {
    const matches = patterns.length === 0 ? () => true : picomatch([...patterns]);
    const selected = [...RULES.values()].filter(({ id, instruction }) => matches(id) || matches(instruction));
    if (selected.length === 0) {
        const patternText = patterns.map((pattern) => `'${pattern}'`).join(", ");
        throw new UsageError(`${patternText} matches no rule`, didYouMean(patterns[0] ?? "", RULES.keys()));
    }
    const rows = selected.map(({ id, vendors, confidence, statement }) => [
        id,
        vendors.join(" "),
        confidence,
        statement,
    ]);
    return hanging([["rule", "vendors", "confidence", "statement"], ...rows], columnsOf(process.stdout));
}
function instructionLines() {
    const count = (name) => `${[...RULES.values()].filter(({ instruction }) => instruction === familyOf(name)).length}`;
    return alignedLines([
        ["instruction", "rules of its own"],
        ...INSTRUCTION_NAMES.map((name) => [name, count(name)]),
    ]);
}
function processorLines() {
    const columns = columnsOf(process.stdout);
    const found = EMULATOR_NAMES.map((name) => [
        name,
        emulatorProgram(name) ?? "not found; `ringcross doctor` says how to install it",
        EMULATORS[name].models.join("; "),
    ]);
    const native = ["native", nativeCompiler() ?? "no C compiler found", "the CPU of this machine"];
    return [
        ...hanging([["processor", "program", "default models"], ...found, native], columns),
        "",
        "A processor is named as:",
        ...hanging(PROCESSOR_FORMS, columns - 2).map((line) => `  ${line}`),
    ];
}
