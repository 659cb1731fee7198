/**
 * The compact line behind `ringcross replay`: it carries the whole case and names the processor,
 * so that nothing else is needed to see a finding again, on this machine or on another.
 */
import { deflateSync, inflateSync } from "node:zlib";
import { decodeTestCase, encodeTestCase } from "../spec/codec.js";
import { REPLAY_DICTIONARY } from "./replay-dictionary.js";
import { UsageError } from "./usage-error.js";
/** Names the format and its dictionary: another dictionary needs another prefix. */
const PREFIX = "rc1.";
const ANY_PREFIX = /^rc\d+\./;
/** A line is a few hundred characters; what inflates to more than this is not one of ours. */
const MOST_BYTES = 1 << 20;
/** `rc1.` and base64url of the JSON in zlib format, whose checksum tells a damaged line; 200 to 600 characters for a shrunk case. */
export function encodeReplay({ processor, rule, testCase }) {
    const json = JSON.stringify([processor, rule, encodeTestCase(testCase)]);
    const deflated = deflateSync(json, { level: 9, dictionary: REPLAY_DICTIONARY });
    return `${PREFIX}${deflated.toString("base64url")}`;
}
/** Whether `text` is a replay line of any format, the command around it included. */
export function isReplay(text) {
    return ANY_PREFIX.test(bare(text));
}
/**
 * Errors: `UsageError` when the line is damaged or of another format; `InvalidDocument` when its case is
 * not valid.
 */
export function decodeReplay(text) {
    const line = bare(text);
    const [prefix = ""] = ANY_PREFIX.exec(line) ?? [];
    if (prefix !== "" && prefix !== PREFIX) {
        throw new UsageError(`this version of ringcross does not read replay lines that start with ${prefix}`, `it reads ${PREFIX} only: use the version that printed the line, or run again`);
    }
    const [processor, rule, document] = parse(line);
    if (typeof processor !== "string" || typeof rule !== "string")
        throw damaged();
    return { processor, rule, testCase: decodeTestCase(document) };
}
function parse(line) {
    try {
        const bytes = Buffer.from(line.slice(PREFIX.length), "base64url");
        const options = { dictionary: REPLAY_DICTIONARY, maxOutputLength: MOST_BYTES };
        const value = JSON.parse(inflateSync(bytes, options).toString());
        if (Array.isArray(value))
            return value;
    }
    catch (error) {
        throw damaged(error);
    }
    throw damaged();
}
function damaged(cause) {
    const error = new UsageError("the replay line is damaged", `copy it whole: it starts with ${PREFIX} and has no blanks in it`);
    error.cause = cause;
    return error;
}
/** People paste the whole printed line. */
function bare(text) {
    return text.trim().replace(/^(replay:\s*)?((npx\s+)?ringcross\s+replay\s+)?/, "");
}
