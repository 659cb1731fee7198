import { decodeProfile, parseHex64 } from "../../spec/codec.js";
import { FIELD_NAMES, field } from "../../spec/fields.js";
import { RULES } from "../../spec/generated/rules.js";
import { InvalidDocument, brief, memberPath, validateDocument } from "../../spec/validate-document.js";
import { AdapterError } from "../errors.js";
/** The one version that this harness speaks. */
export const PROTOCOL_VERSION = 1;
/** Cases that are sent ahead of their answers, unless the adapter names another number. */
const DEFAULT_WINDOW = 64;
/** Cases per call of `run`, so that the pause at the end of a call weighs little. */
const BATCH = 1024;
/** One line for the adapter. */
export function encodeMessage(message) {
    return `${JSON.stringify(message)}\n`;
}
/** Errors: `AdapterError` with `invalid-response` when the line is no message of the protocol. */
export function decodeMessage(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        throw new AdapterError({
            code: "invalid-response",
            message: `it wrote a line that is no JSON: ${brief(line)}`,
            hint: "standard output is for answers only; everything else belongs on standard error",
        });
    }
    const { kind, protocol } = (typeof value === "object" && value !== null ? value : {});
    if (kind === "ready" && Number.isInteger(protocol) && protocol !== PROTOCOL_VERSION) {
        throw new AdapterError({
            code: "invalid-response",
            message: `it speaks version ${String(protocol)} of the adapter protocol; this ringcross speaks ${PROTOCOL_VERSION}`,
            hint: "the versions of the adapter and of ringcross must fit",
        });
    }
    return explained(() => validateDocument("adapterMessage", value));
}
/** Errors: `AdapterError` with `invalid-response` when it names a field that does not exist. */
export function introduction(ready) {
    return explained(() => {
        const { name, version, model, profile, capabilities } = ready;
        return {
            name,
            version,
            model,
            profile: decodeProfile(profile),
            capabilities: decodeCapabilities(capabilities),
            wantsImage: capabilities.memory === "physical",
            window: capabilities.batch ?? DEFAULT_WINDOW,
        };
    });
}
function explained(action) {
    try {
        return action();
    }
    catch (error) {
        if (!(error instanceof InvalidDocument))
            throw error;
        throw new AdapterError({
            code: "invalid-response",
            message: `it sent an ${error.message}`,
            hint: "spec/schemas/protocol.json and docs/adding-an-adapter.md say what a message looks like",
            cause: error,
        });
    }
}
/** The families of rules that are about an instruction: those that have a rule for its completion. */
const FAMILIES = new Set([...RULES.values()].filter(({ kind }) => kind === "completes").map(({ instruction }) => instruction));
function decodeCapabilities({ fields = {}, noOpinion = {}, batch }) {
    const known = new Map();
    // Whole registers first, so that a part may say otherwise.
    for (const name of Object.keys(fields).sort((a, b) => a.length - b.length)) {
        const { settable, seen, ...reason } = fields[name];
        const parts = FIELD_NAMES.filter((other) => other === name || other.startsWith(`${name}.`));
        if (parts.length === 0) {
            throw new InvalidDocument({
                document: "message of the adapter",
                path: `$.capabilities.fields${memberPath(name)}`,
                expected: "a field or a register of the CPU state",
                got: brief(name),
            });
        }
        for (const part of parts) {
            const { mask } = field(part);
            const bits = typeof seen === "boolean" ? (seen ? mask : 0n) : parseHex64(seen) & mask;
            known.set(part, { settable, seen: bits, ...reason });
        }
    }
    for (const family of Object.keys(noOpinion)) {
        if (FAMILIES.has(family))
            continue;
        throw new InvalidDocument({
            document: "message of the adapter",
            path: `$.capabilities.noOpinion${memberPath(family)}`,
            expected: `one of ${[...FAMILIES].join(", ")}`,
            got: brief(family),
        });
    }
    return { fields: known, noOpinion: new Map(Object.entries(noOpinion)), batch: Math.max(BATCH, batch ?? 0) };
}
