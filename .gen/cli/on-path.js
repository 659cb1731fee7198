import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
/** The first executable file named `program` in a folder of PATH; a path is taken as it is. */
export function onPath(program, path = process.env["PATH"] ?? "") {
    if (program.includes("/"))
        return isExecutable(program) ? program : undefined;
    return path
        .split(delimiter)
        .map((folder) => join(folder, program))
        .find((file) => isExecutable(file));
}
function isExecutable(file) {
    try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
    }
    catch {
        return false;
    }
}
