/** The claims of the founding notes as TypeScript, for the program, and as a page to read. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
/** spec/claims.json. */
export function readClaims(root) {
    return JSON.parse(readFileSync(join(root, "spec", "claims.json"), "utf8")).claims;
}
/** The source of spec/generated/claims.ts. */
export function claimsSource(root) {
    return `// Generated from spec/claims.json by \`npm run generate\`; do not edit.

import type { Claim } from "./documents.ts";

/** What the founding notes claim, by number. */
export const CLAIMS: readonly Claim[] = ${JSON.stringify(readClaims(root), null, 2)};
`;
}
const VERDICTS = ["right", "imprecise", "wrong"];
const MODES = { "64": "64-bit mode", compat: "compatibility mode", legacy: "legacy mode" };
const VENDORS = { intel: "Intel", amd: "AMD" };
/** The text of docs/claims.md. */
export function claimsPage(root) {
    const claims = readClaims(root);
    const count = (verdict) => claims.filter((claim) => claim.verdict === verdict).length;
    const runnable = claims.filter(({ experiment }) => experiment.status === "runs").length;
    const intro = `<!-- Generated from spec/claims.json by \`npm run generate\`; do not edit. -->

# The notes, settled by experiment

This suite began with one kernel author's notes on how x86-64 changes rings: ${claims.length} claims, retold here in other
words. ${VERDICTS.map((verdict) => `${count(verdict)} are ${verdict}`).join(", ")}. None of that has to be believed: ${runnable} of them come with an
experiment, and \`npx ringcross claims\` runs all of them on every processor that it finds (\`npx ringcross claims 36 --on
qemu\` one of them on one), beside the oracles of both vendors.

- **Right**: as stated. **Imprecise**: true where its author looked, or true with words missing. **Wrong**: the processor
  does otherwise.
- Each experiment is one instruction on a plain machine (flat segments, Linux's GDT and STAR, user code for SYSCALL and
  kernel code for SYSRET, which has REX.W unless told) and the fields in which that machine is changed. The table holds what the notes, read literally,
  would have it do against what the manuals demand; "or" joins values that the manuals leave open.
- An experiment that needs what the oracles do not model yet says what that is.
- The rules are those of [rules.md](rules.md).

| verdict | claims |
|---|---|
${VERDICTS.map((verdict) => verdictRow(claims, verdict)).join("\n")}
`;
    return `${intro}\n${claims.map(entry).join("\n\n")}\n`;
}
function verdictRow(claims, verdict) {
    const links = claims
        .filter((claim) => claim.verdict === verdict)
        .map(({ number }) => `[${number}](#claim-${number}-${verdict})`);
    return `| ${verdict} | ${links.join(", ")} |`;
}
function entry(claim) {
    const { number, verdict, correct, rules, experiment } = claim;
    const lines = [`## Claim ${number}: ${verdict}`, "", `> ${claim.claim}`, "", correct, ""];
    if (rules.length > 0)
        lines.push(`Rules: ${rules.map((rule) => `\`${rule}\``).join(", ")}.`, "");
    if (experiment.status === "none")
        lines.push(`No experiment: ${experiment.reason}`);
    else if (experiment.status === "later")
        lines.push(`An experiment needs ${list(experiment.needs)}.`);
    else {
        lines.push(experiment.cases.map(experimentText).join("\n\n"));
        if (experiment.needs !== undefined)
            lines.push("", `The rest of it needs ${list(experiment.needs)}.`);
    }
    return lines.join("\n").trimEnd();
}
function list(words) {
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
function experimentText(each) {
    const { title, law, notes, vendors } = each;
    const on = vendors === undefined ? "" : ` (${vendors.map((vendor) => VENDORS[vendor]).join(" and ")})`;
    const columns = [...new Set([...Object.keys(law.after), ...Object.keys(notes?.after ?? {})])];
    const row = (who, outcome) => `| ${[who, outcome.end, ...columns.map((name) => cell(outcome.after, name))].join(" | ")} |`;
    return [
        `*${title}*${on}: ${machineText(each)}`,
        "",
        `| | end | ${columns.join(" | ")} |`,
        `|${"---|".repeat(columns.length + 2)}`,
        ...(notes === undefined ? [row("notes and law", law)] : [row("notes", notes), row("law", law)]),
    ].join("\n");
}
function machineText({ instruction, mode, wide, msr, cpl, before, gdt }) {
    const form = wide === false ? ", no REX.W" : "";
    const words = [
        `${instruction.toUpperCase()}${msr === undefined ? "" : ` of ${msr}`} in ${MODES[mode]}${form}`,
        ...(cpl === undefined ? [] : [`CPL ${cpl}`]),
        ...Object.entries(before).map(([name, change]) => `\`${name} ${changeText(change)}\``),
        ...Object.entries(gdt ?? {}).map(([index, descriptor]) => `\`GDT[${index}] = ${descriptor}\``),
    ];
    return `${words.join(", ")}.`;
}
function changeText(change) {
    if (typeof change !== "object")
        return `= ${change}`;
    return "set" in change ? `with ${change.set} set` : `with ${change.clear} clear`;
}
function cell(fields, name) {
    const value = fields[name];
    if (value === undefined)
        return "";
    if (typeof value !== "object")
        return `${value}`;
    if (Array.isArray(value))
        return value.join(" or ");
    return "not" in value ? `not ${value.not}` : `${value.value} in bits ${value.bits}`;
}
