import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
/** The version of ringcross, from its package.json: beside this folder, or above it when built. */
export function packageVersion() {
    const here = dirname(fileURLToPath(import.meta.url));
    for (const up of ["..", join("..", "..")]) {
        const found = readPackage(join(here, up, "package.json"));
        if (found?.name === "ringcross" && found.version !== undefined)
            return found.version;
    }
    throw new Error("ringcross has lost its package.json");
}
function readPackage(file) {
    try {
        return JSON.parse(readFileSync(file, "utf8"));
    }
    catch {
        return undefined;
    }
}
