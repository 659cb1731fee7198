import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
/** The root of the repository: the nearest folder above this file that holds package.json and spec/schemas. */
export function repositoryRoot() {
    let folder = dirname(fileURLToPath(import.meta.url));
    for (;;) {
        try {
            readFileSync(join(folder, "package.json"));
            readdirSync(join(folder, "spec", "schemas"));
            return folder;
        }
        catch {
            const above = dirname(folder);
            if (above === folder)
                throw new Error("no package.json with spec/schemas above this file");
            folder = above;
        }
    }
}
/** The text of every schema by file name, sorted. */
export function readSchemaFiles(root) {
    const folder = join(root, "spec", "schemas");
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
