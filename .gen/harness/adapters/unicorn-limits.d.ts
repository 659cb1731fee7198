/** What can be asked of Unicorn 2.0, and why not all. Each limit was seen and then found in its source. */
import type { Capabilities } from "../adapter.ts";
/** One table for every model. */
export declare const UNICORN_CAPABILITIES: Capabilities;
