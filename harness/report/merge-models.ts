import type { Finding } from "../finding.ts";

/** A finding, and the same one on other models of the product. */
export interface MergedFinding {
  readonly finding: Finding;
  readonly others: readonly Finding[];
}

/** Joins findings that differ in nothing but the model, in the order of the first of each. */
export function mergeModels(findings: readonly Finding[]): readonly MergedFinding[] {
  const found = new Map<string, readonly Finding[]>();
  for (const finding of findings) {
    const key = keyWithoutModel(finding);
    found.set(key, [...(found.get(key) ?? []), finding]);
  }
  return [...found.values()].flatMap(([finding, ...others]) =>
    finding === undefined ? [] : [{ finding, others }],
  );
}

function keyWithoutModel({ key, processor: { name, version, model, vendor } }: Finding): string {
  const start = [name, version, model, vendor].join(" | ");
  return JSON.stringify([name, version, vendor, key.startsWith(start) ? key.slice(start.length) : key]);
}
