/** What a user types to say which processor to test. */
import { UsageError } from "./usage-error.ts";

/** An emulator that the suite starts by itself. */
export type EmulatorName = "qemu" | "bochs" | "unicorn" | "v86";

/** How an emulator's state is seen: through a VMCB, through the guest's own IDT, or through both, which must agree. */
export type ObserverChoice = "svm" | "idt" | "both";

/** Every observer that can be chosen. */
export const OBSERVERS: readonly ObserverChoice[] = ["svm", "idt", "both"];

/** A processor as named on the command line; `text` is what was typed and names it again. */
export type ProcessorName = { readonly text: string } & (
  | {
      readonly kind: "emulator";
      readonly emulator: EmulatorName;
      /** `svm` when absent, unless the run chooses another. */
      readonly observer?: ObserverChoice;
      /** The program to start instead of the one found on PATH. */
      readonly program?: string;
      /** Which CPU it poses as, in the emulator's own words; its default models when absent. */
      readonly model?: string;
    }
  | { readonly kind: "native" }
  | { readonly kind: "kvm" }
  | { readonly kind: "oracle" }
  | { readonly kind: "mutant"; readonly rule: string; readonly group?: string }
  | { readonly kind: "process"; readonly command: string; readonly args: readonly string[] }
);

/** One line per form, for help texts. */
export const PROCESSOR_FORMS: readonly (readonly [form: string, meaning: string])[] = [
  ["qemu, bochs, unicorn, v86", "that emulator, each of its default models"],
  ["qemu=EPYC,+la57", "one model, in the words of QEMU's -cpu or Bochs' cpu: model="],
  ["qemu:idt, qemu:both", "seen through the guest's own IDT, or that way and through a VMCB"],
  [
    "qemu@/path/to/qemu",
    "another build of it (of Unicorn: the library, of v86: the module); with =MODEL after it if wanted",
  ],
  ["native", "the CPU of this machine, at CPL 3 of a Linux process; named only, never found"],
  ["kvm", "the CPU of this machine through KVM, seen through the guest's own IDT; named only, never found"],
  ["oracle", "the suite's own oracle, which passes by definition"],
  ["mutant:RULE", "the oracle without that rule, or without each rule that a pattern matches"],
  ["./my-adapter, 'python3 core.py'", "a program that speaks the adapter protocol on stdin and stdout"],
];

/** Splits a command like a shell does: blanks part, quotes and backslashes keep together. */
function splitCommand(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== "" && character === quote) quote = "";
    else if (quote === "" && (character === "'" || character === '"')) {
      quote = character;
      word ??= "";
    } else if (character === "\\" && quote !== "'" && at + 1 < text.length) {
      at += 1;
      word = (word ?? "") + text.charAt(at);
    } else if (quote === "" && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + character;
  }
  if (quote !== "") throw new UsageError(`'${text}' has an opening ${quote} that nothing closes`);
  if (word !== undefined) words.push(word);
  return words;
}

/** Reads one processor. Errors: `UsageError` when `text` names nothing. */
export function parseProcessorName(text: string): ProcessorName {
  const emulator =
    /^(qemu|bochs|unicorn|v86)(?:(?<!unicorn|v86):(svm|idt|both))?(?:@([^=]+))?(?:=(.+))?$/.exec(text);
  if (emulator !== null) {
    const [, name, observer, program, model] = emulator;
    return {
      text,
      kind: "emulator",
      emulator: name as EmulatorName,
      ...(observer !== undefined && { observer: observer as ObserverChoice }),
      ...(program !== undefined && { program }),
      ...(model !== undefined && { model }),
    };
  }
  if (text === "native") return { text, kind: "native" };
  if (text === "kvm") return { text, kind: "kvm" };
  if (text === "oracle") return { text, kind: "oracle" };
  const mutant = /^mutant:([^:\s]+)(?::(.+))?$/.exec(text);
  if (mutant !== null) {
    const [, rule = "", group] = mutant;
    return { text, kind: "mutant", rule, ...(group !== undefined && { group }) };
  }
  const [command, ...args] = splitCommand(text);
  if (command === undefined) throw new UsageError("a processor has an empty name");
  return { text, kind: "process", command, args };
}
