/** The command line: its words, their help, and which function obeys them. */
import { Command } from "commander";
/** The program; `onExitCode` hears what the chosen command returned. */
export declare function program(onExitCode: (code: number) => void): Command;
