/** Troubles as text: each once, however often it happened. */
import type { Paint } from "./paint.ts";
import { counted, formatCount } from "./plural.ts";
import type { Trouble } from "./reporter.ts";

/** A trouble, and how often one like it happened. */
export interface RepeatedTrouble {
  /** The first one. */
  readonly trouble: Trouble;
  readonly times: number;
}

/** The same for troubles that differ in the number of the case only. */
export function troubleKey({ processor, kind, code, message }: Trouble): string {
  return JSON.stringify([processor, kind, code, message.replace(/\bcase \d+/g, "case")]);
}

/** A trouble in one or two lines. */
export function troubleText({ processor, kind, code, message, hint }: Trouble, paint: Paint): string {
  const what = code === undefined ? message : `${message} (${code})`;
  return [
    `${label(kind, paint)}: ${processor}: ${what}`,
    ...(hint === undefined || hint === "" ? [] : [`  ${hint}`]),
  ].join("\n");
}

function label(kind: Trouble["kind"], paint: Paint): string {
  return kind === "error" ? paint.bad("error") : paint.notice("skipped");
}

/** What the end of a report says of troubles that its body has told: how many, and which came again. */
export function troubleLines(troubles: readonly RepeatedTrouble[], paint: Paint): readonly string[] {
  if (troubles.length === 0) return [];
  const count = (kind: Trouble["kind"]): number =>
    troubles.filter(({ trouble }) => trouble.kind === kind).reduce((sum, { times }) => sum + times, 0);
  const [errors, skipped] = [count("error"), count("skip")];
  const counts = [
    ...(errors === 0 ? [] : [paint.bad(counted(errors, "error"))]),
    ...(skipped === 0 ? [] : [paint.notice(`${counted(skipped, "processor")} skipped`)]),
  ];
  const repeated = troubles.filter(({ times }) => times > 1);
  return [
    `Told above: ${counts.join(", ")}${repeated.length === 0 ? "" : ", of which"}`,
    ...repeated.map(
      ({ trouble, times }) =>
        `  ${formatCount(times)} times: ${trouble.processor}: ${brief(trouble.message)}`,
    ),
  ];
}

/** Enough to find the message again. */
const LONGEST = 80;

function brief(message: string): string {
  return message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 3)}...`;
}
