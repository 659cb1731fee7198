#!/usr/bin/env node
/** `ringcross`: the one place that joins everything. */
import { CommanderError } from "commander";
import { AdapterError } from "../harness/errors.js";
import { ReportError } from "../harness/report/report-error.js";
import { InvalidDocument } from "../spec/validate-document.js";
import { ERROR, USAGE } from "./exit-code.js";
import { complain } from "./output.js";
import { program } from "./program.js";
import { UsageError } from "./usage-error.js";
/** Obeys the command line. Returns the exit code; every expected error has been told by then. */
async function main(words) {
    let code = 0;
    try {
        await program((given) => {
            code = given;
        }).parseAsync(words);
        return code;
    }
    catch (error) {
        return codeOfError(error);
    }
}
function codeOfError(error) {
    // Commander has told its errors; what it ends with 0 is help or the version.
    if (error instanceof CommanderError)
        return error.exitCode === 0 ? 0 : USAGE;
    if (error instanceof UsageError) {
        complain(error.message, error.hint);
        return USAGE;
    }
    if (error instanceof InvalidDocument) {
        complain(error.message);
        return USAGE;
    }
    if (error instanceof AdapterError || error instanceof ReportError) {
        complain(error.message, error.hint);
        return ERROR;
    }
    return mistake(error);
}
/** Anything unexpected. Node would end with 1, which says nothing. */
function mistake(error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    complain("a mistake of ringcross itself; please report it with these lines:", stack);
    return ERROR;
}
process.on("uncaughtException", (error) => process.exit(mistake(error)));
// A reader that has seen enough, as in `ringcross list rules | head`, wants no message.
process.stdout.on("error", () => process.exit(ERROR));
const code = await main(process.argv);
// Not process.exitCode: a program that a user named may have left something open behind.
process.stdout.write("", () => process.exit(code));
