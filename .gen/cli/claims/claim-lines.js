/** A claim, its verdict and what became of its experiments, in lines of at most 80 characters. */
import { distance } from "../../generators/distance.js";
import { stateLines } from "../../harness/report/example-lines.js";
import { modeText, stepLines } from "../../harness/report/example-text.js";
import { processorText } from "../../harness/report/processor-text.js";
import { oracleProfile } from "../oracle-profile.js";
import { plainCase } from "../plain-case.js";
import { poseClaim } from "./claim-case.js";
import { outcomeText } from "./judge-claim.js";
const WIDTH = 80;
const INDENT = "     ";
/** Everything about one claim. */
export function claimLines(claim, { asked, paint }) {
    const { number, verdict, correct, rules, experiment } = claim;
    const colour = { right: paint.good, wrong: paint.bad, imprecise: paint.notice }[verdict];
    const lines = [
        `${paint.strong(`claim ${number}`)}  ${colour(verdict)}`,
        ...hanging("  ", claim.claim),
        ...hanging("  law:    ", correct),
        ...(rules.length === 0 ? [] : hanging("  rules:  ", rules.join(", "))),
    ];
    if (experiment.status === "none")
        return [...lines, ...hanging("  no experiment: ", experiment.reason)];
    const needs = (experiment.needs ?? []).join(", ");
    if (experiment.status === "later") {
        return [...lines, ...hanging("  ", `An experiment needs what is not modelled yet: ${needs}.`)];
    }
    return [
        ...lines,
        ...experiment.cases.flatMap((each, index) => [
            ...hanging(`  ${index + 1}. `, each.title),
            ...machineLines(each),
            ...outcomeLines(each),
            ...answerLines(asked, index, paint),
        ]),
        ...(needs === "" ? [] : hanging("  ", `The rest of the claim needs what is not modelled yet: ${needs}.`)),
    ];
}
/** The machine, and how it differs from the plain one; the plain one is the same for every profile. */
function machineLines(each) {
    const profile = oracleProfile(each.vendors?.[0] ?? "intel");
    const capabilities = { fields: new Map(), noOpinion: new Map(), batch: 1 };
    const posed = poseClaim(each, { profile, capabilities });
    if (!("testCase" in posed))
        throw new Error(`an experiment that no processor can run: ${each.title}`);
    const { testCase } = posed;
    const { before } = testCase;
    return [
        `${INDENT}${modeText(before)}, CPL ${before.cpl}: ${stepLines(testCase).join("; ")}`,
        ...stateLines({
            testCase,
            differsIn: distance(testCase).groups,
            plain: plainCase(testCase),
            aboutRip: false,
        }).flatMap((line) => hanging(`${INDENT}  `, line)),
    ];
}
function outcomeLines({ law, notes }) {
    if (notes === undefined)
        return hanging(`${INDENT}notes and law: `, outcomeText(law));
    return [
        ...hanging(`${INDENT}notes: `, outcomeText(notes)),
        ...hanging(`${INDENT}law:   `, outcomeText(law)),
    ];
}
/** The processors by number: the answers name them so. */
export function processorLines(asked) {
    return asked.map(({ identity }, position) => `${mark(position)}  ${processorText(identity)}`);
}
function mark(position) {
    return `#${position + 1}`;
}
/** Who did what the law says, in one line; then everybody who did not. */
function answerLines(asked, index, paint) {
    const did = asked
        .map(({ answers }, position) => ({ who: mark(position), answer: answers[index] }))
        .filter(({ answer }) => !("foreign" in answer));
    const lawful = did.filter(({ answer }) => "side" in answer && answer.side === "law").map(({ who }) => who);
    const marks = lawful.length === asked.length && asked.length > 1 ? "all" : lawful.join(" ");
    return [
        ...(lawful.length === 0 ? [] : hanging(`${INDENT}as the law says: `, marks, paint.good)),
        ...did.flatMap(({ who, answer }) => otherLines(who, answer, paint)),
    ];
}
function otherLines(who, answer, paint) {
    if ("foreign" in answer)
        return [];
    if ("skip" in answer)
        return hanging(`${INDENT}skipped: `, `${who}: ${answer.skip}`, paint.notice);
    if ("lost" in answer)
        return hanging(`${INDENT}no answer: `, `${who}: ${answer.lost}`, paint.bad);
    if ("breaks" in answer)
        return hanging(`${INDENT}DIFFERS: `, `${who}: ${answer.breaks}`, paint.bad);
    if (answer.side === "law")
        return [];
    const how = answer.side === "notes" ? ", as the notes would have it" : "";
    return hanging(`${INDENT}DIFFERS: `, `${who}: ${answer.text}${how}`, paint.bad);
}
/** `label` and the words of `text`, later lines below the first word; `paint` colours the label. */
function hanging(label, text, paint = (plain) => plain) {
    const blank = " ".repeat(label.length <= 16 ? label.length : INDENT.length + 2);
    const lines = [];
    let line = "";
    let room = WIDTH - label.length;
    for (const word of text.split(" ")) {
        if (line !== "" && line.length + 1 + word.length > room) {
            lines.push(line);
            line = word;
            room = WIDTH - blank.length;
        }
        else
            line = line === "" ? word : `${line} ${word}`;
    }
    return [...lines, line].map((each, at) => (at === 0 ? `${paint(label)}${each}` : `${blank}${each}`));
}
