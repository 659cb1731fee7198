/** Troubles as text: each once, however often it happened. */
import type { Paint } from "./paint.ts";
import type { Trouble } from "./reporter.ts";
/** A trouble, and how often one like it happened. */
export interface RepeatedTrouble {
    /** The first one. */
    readonly trouble: Trouble;
    readonly times: number;
}
/** The same for troubles that differ in the number of the case only. */
export declare function troubleKey({ processor, kind, code, message }: Trouble): string;
/** A trouble in one or two lines. */
export declare function troubleText({ processor, kind, code, message, hint }: Trouble, paint: Paint): string;
/** What the end of a report says of troubles that its body has told: how many, and which came again. */
export declare function troubleLines(troubles: readonly RepeatedTrouble[], paint: Paint): readonly string[];
