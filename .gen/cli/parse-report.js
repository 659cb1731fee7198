import { didYouMean } from "./did-you-mean.js";
import { UsageError } from "./usage-error.js";
const KINDS = ["terminal", "jsonl"];
/** Reads `terminal` or `jsonl:FILE`. Errors: `UsageError` on anything else. */
export function parseReport(text) {
    const [, kind = text, file] = /^([^:]+):(.*)$/s.exec(text) ?? [];
    if (kind === "terminal" && file === undefined)
        return { kind };
    if (kind === "jsonl" && file !== undefined && file !== "")
        return { kind, file };
    if (kind === "jsonl")
        throw new UsageError("the report jsonl needs a file", "write jsonl:FILE, or jsonl:- for standard output");
    throw new UsageError(`'${text}' is not a report`, didYouMean(kind, KINDS) || "write terminal or jsonl:FILE");
}
