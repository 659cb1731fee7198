/** Where a case can come from: a file of one case, a report, or a replay line. */
import { readFileSync } from "node:fs";
import { decodeTestCase } from "../spec/codec.js";
import { InvalidDocument, validateDocument } from "../spec/validate-document.js";
import { decodeReplay, isReplay } from "./replay-line.js";
import { UsageError } from "./usage-error.js";
/**
 * The cases that `source` names: a replay line, a finding line, or a file that holds a test case,
 * a finding line or a whole report (`-` is standard input).
 * Errors: `UsageError` when there is no such file or no case in it; `InvalidDocument`.
 */
export function readCases(source) {
    if (isReplay(source))
        return [{ ...decodeReplay(source), origin: "the replay line" }];
    const isLiteral = source.trimStart().startsWith("{");
    const text = isLiteral ? source : readText(source);
    if (isReplay(text))
        return [{ ...decodeReplay(text), origin: source }];
    const origin = isLiteral ? "the line" : source;
    const documents = parseDocuments(text, origin);
    const cases = documents.flatMap((document) => storedCases(document.value, document.origin));
    if (cases.length > 0)
        return cases;
    throw new UsageError(`${origin} holds no case`, "a report without findings has nothing to replay");
}
function readText(file) {
    try {
        return readFileSync(file === "-" ? 0 : file, "utf8");
    }
    catch (error) {
        const { code } = error;
        const reason = code === "ENOENT" ? "there is no such file" : (code ?? String(error));
        throw new UsageError(`cannot read ${file}: ${reason}`, "name a file with a case or a report, or give the line printed after 'replay:'");
    }
}
/** One JSON document, or one per line. */
function parseDocuments(text, origin) {
    const whole = tryParse(text);
    if (whole !== undefined)
        return [{ value: whole.value, origin }];
    const lines = text.split("\n").map((line, index) => ({ line, number: index + 1 }));
    const filled = lines.filter(({ line }) => line.trim() !== "");
    return filled.map(({ line, number }) => {
        const parsed = tryParse(line);
        if (parsed !== undefined)
            return { value: parsed.value, origin: `${origin}, line ${number}` };
        throw new UsageError(`${origin}, line ${number} is not JSON: ${brief(line)}`, "expected a test case, a finding line or a report of `--report jsonl:FILE`");
    });
}
function tryParse(text) {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return undefined;
    }
}
/** Errors of a document say which file and line it came from. */
function storedCases(value, origin) {
    try {
        if (typeof value !== "object" || value === null || !("kind" in value)) {
            return [{ testCase: decodeTestCase(value), origin }];
        }
        const line = validateDocument("reportLine", value);
        if (line.kind !== "finding")
            return [];
        const [rule = ""] = line.rules;
        const known = isReplay(line.replay) ? decodeReplay(line.replay) : undefined;
        return [
            {
                testCase: decodeTestCase(line.example.case),
                processor: known?.processor ?? line.processor,
                rule,
                origin,
            },
        ];
    }
    catch (error) {
        if (!(error instanceof InvalidDocument))
            throw error;
        throw new UsageError(`${origin}: ${error.message}`);
    }
}
function brief(line) {
    return line.length <= 60 ? line : `${line.slice(0, 57)}...`;
}
