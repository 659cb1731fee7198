/** `qemu 7.2.22, EPYC,+la57 (amd)`; a model that says no more than the vendor is left out. */
export function processorText({ name, version, model, vendor }) {
    const product = version === "" ? name : `${name} ${version}`;
    return `${product}${model === "" || model === vendor ? "" : `, ${model}`} (${vendor})`;
}
/** Two runs on the same processor have the same key. */
export function processorKey({ name, version, model, vendor }) {
    return JSON.stringify([name, version, model, vendor]);
}
