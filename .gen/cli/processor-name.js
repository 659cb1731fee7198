/** What a user types to say which processor to test. */
import { UsageError } from "./usage-error.js";
/** Every observer that can be chosen. */
export const OBSERVERS = ["svm", "idt", "both"];
/** One line per form, for help texts. */
export const PROCESSOR_FORMS = [
    ["qemu, bochs, unicorn", "that emulator, each of its default models"],
    ["qemu=EPYC,+la57", "one model, in the words of QEMU's -cpu or Bochs' cpu: model="],
    ["qemu:idt, qemu:both", "seen through the guest's own IDT, or that way and through a VMCB"],
    ["qemu@/path/to/qemu", "another build of it (of Unicorn: the library); with =MODEL after it if wanted"],
    ["native", "the CPU of this machine, at CPL 3 of a Linux process; named only, never found"],
    ["kvm", "the CPU of this machine through KVM, seen through the guest's own IDT; named only, never found"],
    ["oracle", "the suite's own oracle, which passes by definition"],
    ["mutant:RULE", "the oracle without that rule, or without each rule that a pattern matches"],
    ["./my-adapter, 'python3 core.py'", "a program that speaks the adapter protocol on stdin and stdout"],
];
/** Splits a command like a shell does: blanks part, quotes and backslashes keep together. */
function splitCommand(text) {
    const words = [];
    let word;
    let quote = "";
    for (let at = 0; at < text.length; at += 1) {
        const character = text.charAt(at);
        if (quote !== "" && character === quote)
            quote = "";
        else if (quote === "" && (character === "'" || character === '"')) {
            quote = character;
            word ??= "";
        }
        else if (character === "\\" && quote !== "'" && at + 1 < text.length) {
            at += 1;
            word = (word ?? "") + text.charAt(at);
        }
        else if (quote === "" && /\s/.test(character)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else
            word = (word ?? "") + character;
    }
    if (quote !== "")
        throw new UsageError(`'${text}' has an opening ${quote} that nothing closes`);
    if (word !== undefined)
        words.push(word);
    return words;
}
/** Reads one processor. Errors: `UsageError` when `text` names nothing. */
export function parseProcessorName(text) {
    const emulator = /^(qemu|bochs|unicorn)(?:(?<!unicorn):(svm|idt|both))?(?:@([^=]+))?(?:=(.+))?$/.exec(text);
    if (emulator !== null) {
        const [, name, observer, program, model] = emulator;
        return {
            text,
            kind: "emulator",
            emulator: name,
            ...(observer !== undefined && { observer: observer }),
            ...(program !== undefined && { program }),
            ...(model !== undefined && { model }),
        };
    }
    if (text === "native")
        return { text, kind: "native" };
    if (text === "kvm")
        return { text, kind: "kvm" };
    if (text === "oracle")
        return { text, kind: "oracle" };
    const mutant = /^mutant:([^:\s]+)(?::(.+))?$/.exec(text);
    if (mutant !== null) {
        const [, rule = "", group] = mutant;
        return { text, kind: "mutant", rule, ...(group !== undefined && { group }) };
    }
    const [command, ...args] = splitCommand(text);
    if (command === undefined)
        throw new UsageError("a processor has an empty name");
    return { text, kind: "process", command, args };
}
