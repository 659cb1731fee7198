/** The adapter protocol in decoded form: JSON objects, one per line, schemas in protocol.json. */
import type { AdapterMessage, HarnessMessage, ReadyMessage } from "../../spec/generated/documents.ts";
import type { Profile } from "../../spec/model.ts";
import type { Capabilities } from "../adapter.ts";
/** The one version that this harness speaks. */
export declare const PROTOCOL_VERSION = 1;
/** What an adapter program said of itself. */
export interface Introduction {
    readonly name: string;
    readonly version: string;
    readonly model: string;
    readonly profile: Profile;
    readonly capabilities: Capabilities;
    /** It wants the rendered physical memory beside the pages. */
    readonly wantsImage: boolean;
    /** How many cases may be on their way at once. */
    readonly window: number;
}
/** One line for the adapter. */
export declare function encodeMessage(message: HarnessMessage): string;
/** Errors: `AdapterError` with `invalid-response` when the line is no message of the protocol. */
export declare function decodeMessage(line: string): AdapterMessage;
/** Errors: `AdapterError` with `invalid-response` when it names a field that does not exist. */
export declare function introduction(ready: ReadyMessage): Introduction;
