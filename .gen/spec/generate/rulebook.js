/** docs/rules.md: the catalogue as a page to read. */
import { readRuleFiles } from "./catalogue.js";
const KINDS = {
    raise: "raises an exception",
    effect: "sets state",
    absence: "states what does not happen",
    order: "orders two checks",
    completes: "nothing else faults",
    unchanged: "everything else stays",
    variant: "variant: manuals differ or are silent",
    mask: "not specified: not compared",
};
const VENDORS = { intel: "Intel", amd: "AMD" };
function sources(all) {
    return all
        .map(({ document, revision, section }) => `${document}${revision === undefined ? "" : ` ${revision}`}, ${section}`)
        .join("; ");
}
function entry(rule) {
    const facts = [
        KINDS[rule.kind],
        rule.vendors.map((vendor) => VENDORS[vendor]).join(" and "),
        `confidence ${rule.confidence}`,
    ];
    const lines = [`### \`${rule.id}\``, "", rule.statement, "", `*${facts.join(" · ")}*`, ""];
    if (rule.variant !== undefined) {
        const { alternatives, default: first } = rule.variant;
        lines.push(`- Alternatives: ${alternatives.join(", ")}; assumed first: ${first}.`);
    }
    lines.push(`- Sources: ${sources(rule.sources)}.`);
    for (const { kind, text } of rule.evidence)
        lines.push(`- Evidence (${kind}): ${text}`);
    if (rule.mutant !== undefined)
        lines.push(`- A processor without it: ${rule.mutant}.`);
    if (rule.observable !== true)
        lines.push(`- Not observable: ${rule.observable.reason}`);
    return lines.join("\n");
}
function section(file) {
    return [`## ${file.title}`, ...file.rules.map(entry)].join("\n\n");
}
/** The text of docs/rules.md. */
export function rulebookText(root) {
    const files = readRuleFiles(root);
    const all = files.flatMap((file) => file.rules);
    const differing = all.filter((rule) => rule.vendors.length === 1).map((rule) => rule.id);
    const intro = `<!-- Generated from spec/rules by \`npm run generate\`; do not edit. -->

# Rulebook

The ${all.length} rules that the oracles encode, each with the clause that states it and why it is believed.
Truth goes in this order: silicon that was measured, the vendor's manual, several implementations, one implementation.

- **Confidence** H: a manual and two independent implementations, or measured hardware. M: a manual alone, or two
  implementations. L: one source or an inference; such a rule never fails a run and is reported as information.
- **Variants** are points where manuals differ or are silent: every listed alternative passes, and the report says
  which one a processor showed. **Masks** are bits that nothing specifies; they are not compared, and counted.
- AMD rules rest on the manual, unless their evidence names AMD silicon: that was measured on one family, from CPL 3
  and under a hypervisor, which passed on the #UD and #DB that the CPU raised. CPL 0 was seen only where Linux itself uses SYSRET.
- #GP(0), #UD and #DB are seen before they are delivered; "CPL" is the current privilege level.

The vendors differ in ${differing.length} rules, which hold for one of them only: ${differing.map((id) => `\`${id}\``).join(", ")}.
`;
    return `${intro}\n${files.map(section).join("\n\n")}\n`;
}
