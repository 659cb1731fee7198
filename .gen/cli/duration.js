import { UsageError } from "./usage-error.js";
const UNITS = new Map([
    ["ms", 1],
    ["s", 1_000],
    ["m", 60_000],
    ["h", 3_600_000],
]);
/** Milliseconds of `60s`, `1.5m`, `500ms` or `1h`. Errors: `UsageError` on anything else. */
export function parseDuration(text) {
    const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
    const factor = UNITS.get(unit ?? "");
    const milliseconds = factor === undefined ? 0 : Math.round(Number(amount) * factor);
    if (milliseconds <= 0) {
        throw new UsageError(`'${text}' is not a duration`, "write 60s, 1.5m, 500ms or 1h");
    }
    return milliseconds;
}
