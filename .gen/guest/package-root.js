/** Where the package's data files are, from the sources as well as from dist/. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
/** The directory that holds package.json. Errors: none above this module. */
export function packageRoot() {
    let directory = dirname(fileURLToPath(import.meta.url));
    while (!existsSync(join(directory, "package.json"))) {
        const parent = dirname(directory);
        if (parent === directory)
            throw new Error("no package.json above this module");
        directory = parent;
    }
    return directory;
}
/** Path of the committed ROM image. */
export function romPath() {
    return join(packageRoot(), "guest", "rom.bin");
}
