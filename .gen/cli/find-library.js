import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { UNICORN_LIBRARIES } from "../harness/adapters/unicorn.js";
/** Where package managers put libraries. */
const FOLDERS = [
    "/usr/local/lib",
    "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/usr/lib64",
    "/usr/lib",
    "/opt/homebrew/lib",
];
/** Whether the package is there through which Node calls the library. */
function hasKoffi() {
    try {
        createRequire(import.meta.url).resolve("koffi");
        return true;
    }
    catch {
        return false;
    }
}
/** libunicorn on this machine, if Node can call it. The variable LIBUNICORN names it and then nothing else is looked for. */
export function findLibrary(environment = process.env) {
    if (!hasKoffi())
        return undefined;
    const named = environment["LIBUNICORN"];
    if (named !== undefined)
        return existsSync(named) ? named : undefined;
    const more = environment["LD_LIBRARY_PATH"]?.split(delimiter).filter((folder) => folder !== "") ?? [];
    return [...more, ...FOLDERS]
        .flatMap((folder) => UNICORN_LIBRARIES.map((name) => join(folder, name)))
        .find((file) => existsSync(file));
}
