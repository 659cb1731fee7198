import { hanging } from "../harness/report/wrap.ts";
import type { Adapter } from "../harness/adapter.ts";
import { isSilicon, kvmChanges } from "../harness/adapters/kvm-backing.ts";
import { startKvm, type KvmAdapter } from "../harness/adapters/kvm.ts";
import { startNative } from "../harness/adapters/native.ts";
import { AdapterError } from "../harness/errors.ts";
import type { Profile } from "../spec/model.ts";
import { EMULATOR_NAMES, EMULATORS, emulatorProgram } from "./emulators.ts";
import { ALL_PASS, ONLY_SKIPS } from "./exit-code.ts";
import { kvmOptions } from "./kvm-options.ts";
import { installHint } from "./install-hint.ts";
import { columnsOf, print } from "./output.ts";
import { packageVersion } from "./package-version.ts";

/**
 * Starts each emulator once per default model, and this machine's own CPU by itself and through KVM, and prints what was found, what is missing and how
 * to install it. Returns the exit code: 0 when at least one processor can be tested, otherwise 3.
 */
export async function doctor(): Promise<number> {
  const rows: (readonly string[])[] = [
    ["ringcross", packageVersion(), ""],
    ["Node", process.versions.node, "20.12 or newer is needed"],
  ];
  const hints: string[] = [];
  let working = 0;
  for (const name of EMULATOR_NAMES) {
    const program = emulatorProgram(name);
    if (program === undefined) {
      rows.push([name, "missing", `to install it: ${installHint(name)}`]);
      continue;
    }
    for (const model of EMULATORS[name].models) {
      const { isWorking, row, hint } = await examine(`${name}=${model}`, () =>
        EMULATORS[name].start({ model }),
      );
      rows.push(row);
      if (isWorking) working += 1;
      if (hint !== "") hints.push(hint);
    }
  }
  const others = [
    await examine("native", () => startNative(), "missing"),
    await examine("kvm", () => startKvm(kvmOptions()), "missing", kvmText),
  ];
  for (const { isWorking, row, hint } of others) {
    rows.push(row);
    if (isWorking) working += 1;
    if (hint !== "") hints.push(hint);
  }
  print([
    ...hanging(rows, columnsOf(process.stdout)),
    ...new Set(hints),
    "",
    working === 0
      ? "No processor can be tested. `ringcross run oracle 'mutant:*'` shows the suite at work on itself."
      : `${working} processor${working === 1 ? "" : "s"} can be tested: ringcross run`,
  ]);
  return working === 0 ? ONLY_SKIPS : ALL_PASS;
}

interface Examined {
  readonly isWorking: boolean;
  readonly row: readonly string[];
  readonly hint: string;
}

async function examine<Kind extends Adapter>(
  text: string,
  start: () => Promise<Kind>,
  state = "broken",
  note: (adapter: Kind) => string = () => "",
): Promise<Examined> {
  try {
    const adapter = await start();
    const { version, profile } = adapter;
    await adapter.close?.();
    return { isWorking: true, row: [text, version, profileText(profile) + note(adapter)], hint: "" };
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return { isWorking: false, row: [text, state, error.message], hint: error.hint };
  }
}

/** Whether the CPU answers, and where KVM does so itself. */
function kvmText({ model, backing }: KvmAdapter): string {
  const who = isSilicon(backing) ? "silicon" : "a processor under test only";
  return `; ${model}: ${who}, KVM itself does ${kvmChanges(backing).join("; ")}`;
}

function profileText({ vendor, features, modes }: Profile): string {
  const names = Object.entries(features).flatMap(([name, present]) => (present ? [name] : []));
  return `${vendor}; modes ${modes.join(", ")}; ${names.join(" ")}`;
}
