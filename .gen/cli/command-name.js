import { onPath } from "./on-path.js";
/** How the user calls this program here: through npx where it is no command of the shell. */
export function commandName(environment = process.env) {
    // npx puts a program on PATH for as long as it runs.
    const isThroughNpm = environment["npm_execpath"] !== undefined || environment["npm_command"] !== undefined;
    return isThroughNpm || onPath("ringcross", environment["PATH"] ?? "") === undefined
        ? "npx ringcross"
        : "ringcross";
}
