/** Holds documents from outside against the schemas of spec/schemas. */
import { Ajv2020 } from "ajv/dist/2020.js";
import { SCHEMAS } from "./generated/schemas.js";
/** A document from outside is not what its schema says. The message names path, expectation and what was found. */
export class InvalidDocument extends Error {
    name = "InvalidDocument";
    document;
    /** JSON path of what is wrong: `$.before.rax`, `$.pages[2].linear`. */
    path;
    expected;
    got;
    constructor(options) {
        super(`invalid ${options.document} at ${options.path}: expected ${options.expected}, got ${options.got}`);
        this.document = options.document;
        this.path = options.path;
        this.expected = options.expected;
        this.got = options.got;
    }
}
/**
 * `value` itself, once it is known to be a document of that kind.
 * Errors: `InvalidDocument` names the first thing that is wrong.
 */
export function validateDocument(kind, value) {
    const validate = validator(kind);
    if (validate(value))
        return value;
    // The last error is the enclosing one: behind it stand those of the alternatives that were tried.
    const error = validate.errors?.at(-1);
    if (error === undefined)
        throw new Error(`the validator of ${kind} gave no reason`);
    throw new InvalidDocument({ document: DOCUMENT_NAMES[kind], ...explain(error) });
}
/** The end of a JSON path that leads to the property `name`: `.rax`, `["a b"]`. */
export function memberPath(name) {
    const text = String(name);
    return /^\w+$/.test(text) ? `.${text}` : `[${JSON.stringify(text)}]`;
}
/** A short print of a value for messages: JSON, cut to 60 characters. */
export function brief(value) {
    if (value === undefined)
        return "nothing";
    const text = JSON.stringify(value) ?? String(value);
    return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
const DOCUMENT_NAMES = {
    cpuState: "CPU state",
    testCase: "test case",
    observation: "observation",
    prediction: "prediction",
    profile: "profile",
    ruleFile: "rule file",
    claimFile: "claims",
    recordingLine: "recording line",
    reportLine: "report line",
    harnessMessage: "message of the harness",
    adapterMessage: "message of the adapter",
};
// Compiling costs tens of milliseconds: only what is asked for, once per process.
const validators = new Map();
let schemas;
function validator(kind) {
    const known = validators.get(kind);
    if (known !== undefined)
        return known;
    schemas ??= new Ajv2020({ schemas: [...SCHEMAS], discriminator: true, verbose: true });
    const compiled = schemas.compile({ $ref: `index.json#/properties/${kind}` });
    validators.set(kind, compiled);
    return compiled;
}
function explain(error) {
    const path = jsonPath(error.instancePath);
    const params = error.params;
    switch (error.keyword) {
        case "required":
            return { path: path + memberPath(params["missingProperty"]), expected: "a value", got: "nothing" };
        case "additionalProperties": {
            const name = String(params["additionalProperty"]);
            const value = error.data[name];
            return { path: path + memberPath(name), expected: "no property of this name", got: brief(value) };
        }
        case "propertyNames":
            return { path, expected: "known property names", got: brief(params["propertyName"]) };
        case "discriminator": {
            const tag = String(params["tag"]);
            const kinds = discriminatorValues(error.parentSchema);
            return { path: path + memberPath(tag), expected: kinds, got: brief(params["tagValue"]) };
        }
        default:
            return { path, expected: expectation(error, params), got: brief(error.data) };
    }
}
function expectation(error, params) {
    const schema = (error.parentSchema ?? {});
    switch (error.keyword) {
        case "type":
            return `${String(params["type"])}${schema.description === undefined ? "" : ` (${sentence(schema.description)})`}`;
        case "const":
            return JSON.stringify(params["allowedValue"]);
        case "enum":
            return params["allowedValues"]
                .map((value) => JSON.stringify(value))
                .join(" or ");
        case "minimum":
        case "maximum":
            return `a number ${String(params["comparison"])} ${String(params["limit"])}`;
        case "minItems":
            return `at least ${String(params["limit"])} item(s)`;
        default:
            return schema.description === undefined
                ? (error.message ?? error.keyword)
                : sentence(schema.description);
    }
}
/** The first sentence of a description, to stand inside another sentence. */
function sentence(description) {
    const first = /^.*?\.(?=\s|$)/.exec(description)?.[0].slice(0, -1) ?? description;
    return /^[A-Z][a-z ]/.test(first) ? first.charAt(0).toLowerCase() + first.slice(1) : first;
}
function discriminatorValues(schema) {
    const alternatives = schema?.oneOf ?? [];
    const names = alternatives.map(({ $ref }) => kindOf($ref)).filter((name) => name !== undefined);
    return names.map((name) => JSON.stringify(name)).join(" or ");
}
/** The `kind` of the messages that a reference inside one of the schema files leads to. */
function kindOf(reference) {
    const name = reference?.slice(reference.lastIndexOf("/") + 1) ?? "";
    for (const schema of SCHEMAS) {
        const kind = schema.$defs?.[name]?.properties?.["kind"]?.const;
        if (kind !== undefined)
            return kind;
    }
    return undefined;
}
/** `$.pages[2].linear` for the JSON pointer `/pages/2/linear`. */
function jsonPath(pointer) {
    const parts = pointer
        .split("/")
        .slice(1)
        .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    const steps = parts.map((part) => (/^\d+$/.test(part) ? `[${part}]` : memberPath(part)));
    return `$${steps.join("")}`;
}
