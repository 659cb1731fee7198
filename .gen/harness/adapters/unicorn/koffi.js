/**
 * The package koffi, as far as it is used. It is loaded when it is needed, by name, so that an installation
 * whose system it has no binary for lacks Unicorn and nothing else.
 */
import { createRequire } from "node:module";
/** Errors: koffi is not installed, or has no binary for this system. */
export const koffi = createRequire(import.meta.url)("koffi");
