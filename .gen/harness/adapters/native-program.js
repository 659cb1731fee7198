/** The C program that runs cases on this machine's CPU: compiled on first use, then found in a cache. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { packageRoot } from "../../guest/package-root.js";
import { AdapterError } from "../errors.js";
const FLAGS = ["-O2", "-std=gnu11", "-fPIE", "-pie"];
const COMPILERS = ["cc", "gcc", "clang"];
const HINT = "install a C compiler, on Debian and Ubuntu: apt-get install gcc libc6-dev";
/** The C compiler of this machine; undefined when it has none. */
export function nativeCompiler() {
    const named = process.env["CC"];
    const folders = (process.env["PATH"] ?? "").split(delimiter);
    return [...(named === undefined || named === "" ? [] : [named]), ...COMPILERS].find((name) => name.includes("/") ? isExecutable(name) : folders.some((folder) => isExecutable(join(folder, name))));
}
/** The path of the compiled program. Errors: `start-failed` where it cannot run or cannot be compiled. */
export async function nativeProgram(options = {}) {
    const { platform = process.platform, arch = process.arch } = options;
    if (platform !== "linux" || arch !== "x64") {
        throw failed(`native needs Linux on x86-64, and this is ${platform} on ${arch}`, "test an emulator: qemu");
    }
    const compiler = options.compiler ?? nativeCompiler();
    if (compiler === undefined)
        throw failed("native needs a C compiler, and none was found", HINT);
    const source = join(packageRoot(), "native", "processor.c");
    const hash = createHash("sha256");
    hash.update(readFileSync(source)).update(JSON.stringify([compiler, FLAGS]));
    const folder = cacheFolder(options.cache);
    const program = join(folder, `native-${hash.digest("hex").slice(0, 16)}`);
    if (existsSync(program))
        return program;
    // Under another name first: two runs may compile at the same time.
    const fresh = `${program}.${process.pid}`;
    await compile(compiler, [...FLAGS, "-o", fresh, source]);
    renameSync(fresh, program);
    return program;
}
/** The cache, or a fresh folder where that cannot be written: a shared one could hold somebody else's program. */
function cacheFolder(given) {
    const caches = process.env["XDG_CACHE_HOME"] ?? "";
    const folder = given ?? join(caches === "" ? join(homedir(), ".cache") : caches, "ringcross");
    try {
        mkdirSync(folder, { recursive: true });
        accessSync(folder, constants.W_OK | constants.X_OK);
        return folder;
    }
    catch {
        return mkdtempSync(join(tmpdir(), "ringcross-native-"));
    }
}
async function compile(compiler, args) {
    await new Promise((resolve, reject) => {
        const child = spawn(compiler, [...args], { stdio: ["ignore", "ignore", "pipe"] });
        let words = "";
        child.stderr.on("data", (chunk) => {
            words += chunk.toString("utf8");
        });
        child.on("error", (cause) => reject(failed(`cannot start ${compiler}: ${cause.message}`, HINT, cause)));
        child.on("close", (code) => {
            if (code === 0)
                resolve();
            else
                reject(failed(`${compiler} does not compile native/processor.c: ${firstError(words)}`, HINT));
        });
    });
}
/** What the compiler complains of first. */
function firstError(words) {
    const lines = words.split("\n").filter((line) => line !== "");
    return lines.find((line) => line.includes("error")) ?? lines[0] ?? "it says nothing";
}
function failed(message, hint, cause) {
    return new AdapterError({ code: "start-failed", message, hint, cause });
}
function isExecutable(file) {
    try {
        accessSync(file, constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
