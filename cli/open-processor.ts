/** Starts the processors that a user named. */
import picomatch from "picomatch";
import type { Adapter } from "../harness/adapter.ts";
import { startKvm } from "../harness/adapters/kvm.ts";
import { startNative } from "../harness/adapters/native.ts";
import { oracleAdapter } from "../harness/adapters/oracle.ts";
import { startProcess } from "../harness/adapters/process.ts";
import { AdapterError } from "../harness/errors.ts";
import type { Trouble } from "../harness/report/reporter.ts";
import { mutantsOf, type Mutant } from "../oracles/index.ts";
import type { Profile, Vendor } from "../spec/model.ts";
import { didYouMean } from "./did-you-mean.ts";
import { EMULATORS } from "./emulators.ts";
import { oracleProfile } from "./oracle-profile.ts";
import { kvmOptions } from "./kvm-options.ts";
import type { ObserverChoice, ProcessorName } from "./processor-name.ts";
import { UsageError } from "./usage-error.ts";

/** A processor that is ready to run cases. */
export interface OpenProcessor {
  /** What names exactly this processor on a command line. */
  readonly text: string;
  readonly adapter: Adapter;
}

/** What became of one name: processors, and what could not be opened. */
export interface Opened {
  readonly processors: readonly OpenProcessor[];
  readonly troubles: readonly Trouble[];
}

/** For whom to open a processor. */
export interface OpenOptions {
  readonly vendors: readonly Vendor[];
  /** How to look at emulators whose name does not say it. */
  readonly observer?: ObserverChoice;
  /** The profile of the case to replay; the oracle and its mutants take it over. */
  readonly profile?: Profile;
}

/** One processor to start, and the vendor that was asked for if the processor can choose. */
interface Launch {
  readonly text: string;
  readonly vendor?: Vendor;
  readonly start: () => Promise<Adapter>;
}

/**
 * Starts every processor that `name` stands for, as far as it poses as one of the vendors. What
 * cannot be started is a trouble.
 * Errors: `UsageError` when the name stands for nothing.
 */
export async function openProcessors(name: ProcessorName, options: OpenOptions): Promise<Opened> {
  const processors: OpenProcessor[] = [];
  const troubles: Trouble[] = [];
  let posed = "";
  for (const { text, vendor, start } of launches(name, options)) {
    try {
      const adapter = await start();
      const poses = adapter.profile.vendor;
      if ((vendor === undefined || vendor === poses) && options.vendors.includes(poses)) {
        processors.push({ text, adapter });
      } else {
        posed = poses;
        await adapter.close?.();
      }
    } catch (error) {
      if (!(error instanceof AdapterError)) throw error;
      const { code, message, hint } = error;
      const kind = code === "unavailable" ? "skip" : "error";
      troubles.push({ processor: text, kind, code, message, ...(hint !== "" && { hint }) });
      // What did not start once will not start as something else.
      break;
    }
  }
  if (processors.length === 0 && troubles.length === 0) {
    const message = `poses as ${posed} only, and --vendor asks for ${options.vendors.join(" and ")}`;
    troubles.push({ processor: name.text, kind: "skip", message });
  }
  return { processors, troubles };
}

function launches(name: ProcessorName, options: OpenOptions): readonly Launch[] {
  switch (name.kind) {
    case "emulator": {
      const models = name.model === undefined ? EMULATORS[name.emulator].models : [name.model];
      return models.map((model) => emulatorLaunch(name, model, options.observer));
    }
    case "native":
      return [{ text: "native", start: () => startNative() }];
    case "kvm":
      return [{ text: "kvm", start: () => startKvm(kvmOptions()) }];
    case "oracle":
      return profiles(options).map((profile) => ({
        text: "oracle",
        start: async () => Promise.resolve(oracleAdapter({ profile })),
      }));
    case "mutant":
      return profiles(options).flatMap((profile) => mutantLaunches(name, profile));
    case "process": {
      const { text, command, args } = name;
      return options.vendors.map((vendor) => ({
        text,
        vendor,
        start: () => startProcess({ command, args, vendor }),
      }));
    }
  }
}

function emulatorLaunch(
  name: ProcessorName & { readonly kind: "emulator" },
  model: string,
  asked: ObserverChoice = "svm",
): Launch {
  const { emulator, program } = name;
  // Unicorn and v86 show their state by themselves: nothing in them observes.
  const observer = emulator === "unicorn" || emulator === "v86" ? "svm" : (name.observer ?? asked);
  const parts = [
    emulator,
    observer === "svm" ? "" : `:${observer}`,
    program === undefined ? "" : `@${program}`,
    `=${model}`,
  ];
  return {
    text: parts.join(""),
    start: () =>
      EMULATORS[emulator].start({ model, observer, ...(program !== undefined && { binary: program }) }),
  };
}

function profiles({ vendors, profile }: OpenOptions): readonly Profile[] {
  return profile === undefined ? vendors.map(oracleProfile) : [profile];
}

function mutantLaunches(
  { rule, group }: ProcessorName & { readonly kind: "mutant" },
  profile: Profile,
): readonly Launch[] {
  const matchesRule = picomatch(rule);
  const matchesGroup = group === undefined ? () => true : picomatch(group);
  return mutantsOf(profile.vendor)
    .filter((mutant) => matchesRule(mutant.rule) && matchesGroup(groupWord(mutant)))
    .map((mutant) => ({
      text: mutantText(mutant),
      start: async () => Promise.resolve(oracleAdapter({ profile, mutant })),
    }));
}

/** `mutant:sysret.rf_cleared`, `mutant:sysret.unchanged:data-segments`. */
function mutantText(mutant: Mutant): string {
  return `mutant:${mutant.rule}${mutant.group === undefined ? "" : `:${groupWord(mutant)}`}`;
}

/** A group of state as one word. */
function groupWord({ group }: Mutant): string {
  return group?.replaceAll(" ", "-") ?? "";
}

/** Errors: `UsageError` when a mutant of no vendor has that name. */
export function checkMutant({ rule, group }: ProcessorName & { readonly kind: "mutant" }): void {
  const matchesRule = picomatch(rule);
  const all = [...mutantsOf("intel"), ...mutantsOf("amd")];
  const ofRule = all.filter((mutant) => matchesRule(mutant.rule));
  if (ofRule.length === 0) {
    const hint = didYouMean(rule, new Set(all.map((mutant) => mutant.rule)));
    throw new UsageError(
      `no mutant breaks the rule '${rule}'`,
      hint === "" ? "`ringcross list rules` shows the rules; variants and masks have no mutant" : hint,
    );
  }
  if (group === undefined) return;
  const words = new Set(ofRule.map(groupWord));
  if ([...words].some((word) => picomatch(group)(word))) return;
  const known = [...words].filter((word) => word !== "");
  throw new UsageError(
    `the mutants of '${rule}' have no group '${group}'`,
    didYouMean(group, known) ||
      (known.length === 0 ? "write it without a group" : `write one of ${known.join(", ")}`),
  );
}
