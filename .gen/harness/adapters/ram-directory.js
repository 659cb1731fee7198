/** A temporary directory in memory, for what a guest and Node exchange. */
import { accessSync, constants, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
/** A fresh directory, in memory if the system offers that as files. The caller removes it. */
export function makeRamDirectory() {
    let parent = "/dev/shm";
    try {
        accessSync(parent, constants.W_OK);
    }
    catch {
        parent = tmpdir();
    }
    return mkdtempSync(join(parent, "ringcross-"));
}
