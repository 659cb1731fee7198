import { compile } from "json-schema-to-typescript";
import { readSchemaFiles } from "./schema-files.js";
const BANNER = "// Written by `npm run generate` from spec/schemas. Do not edit.\n";
/** The text of spec/generated/documents.ts: one type per schema, all reached from the index schema. */
export async function documentTypes(root) {
    return compile(bundle(readSchemaFiles(root)), "Documents", {
        bannerComment: BANNER,
        // Tuples of every length up to minItems say nothing that the validator does not.
        ignoreMinAndMaxItems: true,
        style: { printWidth: 110 },
    });
}
/**
 * The text of spec/generated/schemas.ts: the schemas themselves, so that the installed package
 * needs no file but its code.
 */
export function schemaConstant(root) {
    const schemas = [...readSchemaFiles(root).values()].map((text) => `  ${JSON.stringify(JSON.parse(text))},\n`);
    return `${BANNER}
/** Every schema of spec/schemas; each carries its file name as $id. */
export const SCHEMAS: readonly object[] = [
${schemas.join("")}];
`;
}
/** The index schema with the definitions of all files as its own, so that every reference is local. */
function bundle(files) {
    const definitions = new Map();
    const titles = new Map();
    for (const [file, text] of files) {
        for (const [name, definition] of Object.entries(JSON.parse(text).$defs ?? {})) {
            if (definitions.has(name))
                throw new Error(`${file}: another schema file also defines ${name}`);
            if (definition.title === undefined)
                throw new Error(`${file}: ${name} has no title`);
            definitions.set(name, definition);
            titles.set(name, definition.title);
        }
    }
    const index = JSON.parse(files.get("index.json") ?? "{}");
    // Every definition is a property, because some are otherwise reached by their bare name only.
    const properties = Object.fromEntries([...titles.keys()].map((name) => [name, { $ref: name }]));
    return localized({ ...index, properties, $defs: Object.fromEntries(definitions) }, titles);
}
/**
 * References made local. One with a description of its own becomes the bare name of its type:
 * the compiler would otherwise declare the type again for every such description.
 */
function localized(schema, titles) {
    if (Array.isArray(schema))
        return schema.map((item) => localized(item, titles));
    if (typeof schema !== "object" || schema === null)
        return schema;
    const { $id: _id, $schema: _schema, ...entries } = schema;
    const reference = entries["$ref"];
    if (typeof reference === "string") {
        const name = reference.slice(reference.lastIndexOf("/") + 1);
        const title = titles.get(name);
        if (title === undefined)
            throw new Error(`no schema at ${reference}`);
        return "description" in entries
            ? { description: entries["description"], tsType: title }
            : { $ref: `#/$defs/${name}` };
    }
    return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, localized(value, titles)]));
}
