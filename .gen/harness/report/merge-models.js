/** Joins findings that differ in nothing but the model, in the order of the first of each. */
export function mergeModels(findings) {
    const found = new Map();
    for (const finding of findings) {
        const key = keyWithoutModel(finding);
        found.set(key, [...(found.get(key) ?? []), finding]);
    }
    return [...found.values()].flatMap(([finding, ...others]) => finding === undefined ? [] : [{ finding, others }]);
}
function keyWithoutModel({ key, processor: { name, version, model, vendor } }) {
    const start = [name, version, model, vendor].join(" | ");
    return JSON.stringify([name, version, vendor, key.startsWith(start) ? key.slice(start.length) : key]);
}
