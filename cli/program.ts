/** The command line: its words, their help, and which function obeys them. */
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { hanging } from "../harness/report/wrap.ts";
import { claims, type ClaimsOptionWords } from "./claims.ts";
import { checkOracle } from "./check-oracle.ts";
import { doctor } from "./doctor.ts";
import { explain, type ExplainOptionWords } from "./explain.ts";
import { DEFAULT_LAW_CASES, LAW_LINES, laws, type LawsOptionWords } from "./laws.ts";
import { list, LISTS } from "./list.ts";
import { packageVersion } from "./package-version.ts";
import { columnsOf } from "./output.ts";
import { PROCESSOR_FORMS } from "./processor-name.ts";
import { record, RECORDED_CASES, type RecordOptionWords } from "./record.ts";
import { replay, type ReplayOptionWords } from "./replay.ts";
import { run } from "./run.ts";
import { DEFAULT_CASES, type RunOptionWords } from "./run-request.ts";

const EXIT_CODES = `
Exit codes:
  0  everything passed          4  a processor, an adapter or a report broke
  2  the command line is wrong  5  a processor differs from the manuals
  3  nothing could be judged    130, 143  ended by a signal`;

/** Words that may be given several times. */
function collect(word: string, before: readonly string[] | undefined): readonly string[] {
  if (word === "") throw new InvalidArgumentError("It is empty.");
  return [...(before ?? []), word];
}

/** The program; `onExitCode` hears what the chosen command returned. */
export function program(onExitCode: (code: number) => void): Command {
  const root = new Command("ringcross")
    .description("Checks how x86-64 processors cross rings: SYSCALL, SYSRET, SWAPGS and their MSRs.")
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError("(`ringcross --help` and `ringcross COMMAND --help` say what there is)")
    .addHelpText("after", EXIT_CODES);
  addRun(root, onExitCode);
  addReplay(root, onExitCode);
  addClaims(root, onExitCode);
  addLaws(root, onExitCode);
  root
    .command("explain")
    .description("say what a rule states and where, or which path each vendor's oracle takes on a case")
    .argument("<rule|case>", "a rule id, a file with a case or a report, or a replay line")
    .option("--state", "also print every register and page of a case")
    .action((subject: string, words: ExplainOptionWords) => {
      onExitCode(explain(subject, words));
    });
  addRecord(root, onExitCode);
  root
    .command("list")
    .description("list rules, processors or instructions")
    .addArgument(new Argument("<what>", "what to list").choices(LISTS))
    .argument("[pattern...]", "only rules that a glob matches, e.g. 'sysret.*'")
    .action((what: string, patterns: string[]) => {
      onExitCode(list(what, patterns));
    });
  root
    .command("doctor")
    .description("say which emulators were found, in which version, and how to install what is missing")
    .action(async () => {
      onExitCode(await doctor());
    });
  return root;
}

function addRun(root: Command, onExitCode: (code: number) => void): void {
  root
    .command("run")
    .description("run cases on processors and report what differs from the manuals")
    .argument("[processor...]", "what to test; every emulator of this machine when left out")
    .addOption(new Option("--vendor <vendor>", "whose manual decides: intel, amd or both").default("both"))
    .addOption(
      new Option(
        "--observer <observer>",
        "how an emulator's state is seen: svm (a VMCB), idt (the guest's own IDT, without SVM) or both, which must agree",
      ).default("svm"),
    )
    .option("--cases <n>", `cases per processor and vendor (default: ${DEFAULT_CASES}, without --time)`)
    .option("--time <duration>", "how long the run may take: 60s, 1.5m, 1h; shared by the processors")
    .option("--seed <n>", "the same seed gives the same cases (default: random, and printed)")
    .option("--only <glob>", "only this rule or instruction, e.g. 'sysret.*'; repeatable", collect)
    .option("--report <report>", "terminal, or jsonl:FILE (- is standard output); repeatable", collect)
    .option("--sequences", "programs of several instructions instead of single ones")
    .option("--fail-fast", "end the run at the first failing case")
    .addHelpText("after", processorHelp())
    .addHelpText("after", EXIT_CODES)
    .action(async (names: string[], words: RunOptionWords) => {
      onExitCode(await run(names, words));
    });
}

function addReplay(root: Command, onExitCode: (code: number) => void): void {
  root
    .command("replay")
    .description("run the case of a finding again: exit code 5 if it still differs, 0 if not")
    .argument(
      "<file|line>",
      "the line printed after 'replay:', a case, a finding line or a report; - is standard input",
    )
    .option("--on <processor>", "another processor than the finding's; repeatable", collect)
    .addHelpText("after", processorHelp())
    .action(async (source: string, words: ReplayOptionWords) => {
      onExitCode(await replay(source, words));
    });
}

function addClaims(root: Command, onExitCode: (code: number) => void): void {
  root
    .command("claims")
    .description("settle the notes that the suite began with, claim by claim, by experiment")
    .argument("[n...]", "numbers of claims, or ranges as 36-38; all of them when left out")
    .option("--on <processor>", "what to ask instead of every emulator of this machine; repeatable", collect)
    .addHelpText("after", processorHelp())
    .addHelpText("after", EXIT_CODES)
    .action(async (words: string[], options: ClaimsOptionWords) => {
      onExitCode(await claims(words, options));
    });
}

function addLaws(root: Command, onExitCode: (code: number) => void): void {
  const lines = hanging(LAW_LINES, columnsOf(process.stdout) - 2).map((line) => `  ${line}`);
  root
    .command("laws")
    .description("hold what processors do against what they do another time: laws that need no oracle")
    .argument("[processor...]", "what to test; every emulator of this machine when left out")
    .addOption(new Option("--vendor <vendor>", "as what to test: intel, amd or both").default("both"))
    .option("--cases <n>", `cases per law and processor (default: ${DEFAULT_LAW_CASES})`)
    .option("--seed <n>", "the same seed gives the same cases (default: random, and printed)")
    .option("--only <glob>", "only these laws, e.g. 'law.swapgs*'; repeatable", collect)
    .addHelpText("after", ["", "Laws:", ...lines].join("\n"))
    .addHelpText("after", processorHelp())
    .addHelpText("after", EXIT_CODES)
    .action(async (names: string[], words: LawsOptionWords) => {
      onExitCode(await laws(names, words));
    });
}

function addRecord(root: Command, onExitCode: (code: number) => void): void {
  root
    .command("record")
    .description("write down what the CPU of this machine does, for check-oracle anywhere else")
    .addArgument(new Argument("<processor>", "what to record: silicon only").choices(["native"]))
    .requiredOption("--out <file>", "where the recording goes, as JSON Lines")
    .option("--cases <n>", `how many cases the CPU must answer (default: ${RECORDED_CASES})`)
    .option("--seed <n>", "the same seed gives the same cases (default: random, and printed)")
    .option("--only <glob>", "only these instructions, e.g. 'jmp_far_*'; repeatable", collect)
    .action(async (_name: string, words: RecordOptionWords) => {
      onExitCode(await record(words));
    });
  root
    .command("check-oracle")
    .description("hold a recording against the oracle: exit code 5 if they differ, 0 if not")
    .argument("<file>", "what `ringcross record` wrote")
    .action((file: string) => {
      onExitCode(checkOracle(file));
    });
}

function processorHelp(): string {
  const lines = hanging(PROCESSOR_FORMS, columnsOf(process.stdout) - 2).map((line) => `  ${line}`);
  return ["", "Processors:", ...lines].join("\n");
}
