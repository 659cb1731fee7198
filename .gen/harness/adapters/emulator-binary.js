/** Finds out whether an emulator's binary is there and which version it is. */
import { spawn } from "node:child_process";
import { AdapterError } from "../errors.js";
/**
 * The version that the binary reports. Errors: `start-failed` when it is missing, does not run, or
 * prints something without a version.
 */
export async function emulatorVersion(question) {
    const { binary, args, pattern, hint } = question;
    const output = await new Promise((resolve, reject) => {
        const child = spawn(binary, [...args], { stdio: ["ignore", "pipe", "pipe"] });
        let text = "";
        const collect = (chunk) => {
            text += chunk.toString("latin1");
        };
        child.stdout.on("data", collect);
        child.stderr.on("data", collect);
        child.on("error", (cause) => {
            const what = cause.code === "ENOENT" ? "there is no such program" : cause.message;
            reject(new AdapterError({ code: "start-failed", message: `cannot start ${binary}: ${what}`, hint, cause }));
        });
        child.on("close", () => resolve(text));
    });
    const version = pattern.exec(output)?.[1];
    if (version === undefined) {
        throw new AdapterError({
            code: "start-failed",
            message: `${binary} does not say its version; it printed: ${output.trim().slice(0, 200)}`,
            hint,
        });
    }
    return version;
}
