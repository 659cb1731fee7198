/** Runs an experiment on Bochs; watched addresses are breakpoints of its debugger. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assembleAgent } from "./agent.ts";
import { startChild } from "./child.ts";
import type { Experiment, HiddenSegment, Machine, Outcome, Watched } from "./experiment.ts";
import { hasEntered, parseDump } from "./parse-dump.ts";
import { withWorkFolder } from "./work-folder.ts";

/** The program itself: the wrapper that distributions install starts an X terminal. */
export const BOCHS_BINARY = "bochs-bin";

/** Bochs wants a VGA BIOS, which nothing here runs: its signature and size, with the sum zero. */
const EMPTY_VGA_ROM: Uint8Array = new Uint8Array(512).fill(0x55, 0, 1).fill(0xaa, 1, 2).fill(0x01, 2, 3);

/** A model of Bochs and, for the generic one, what its CPUID says. */
export interface BochsModel {
  readonly model: string;
  readonly cpuid?: string;
}

/** Bochs with one CPU model. */
export function bochsMachine({ model, cpuid }: BochsModel): Machine {
  return {
    name: "bochs",
    model,
    run: (experiment) => run({ model, ...(cpuid === undefined ? {} : { cpuid }) }, experiment),
  };
}

function configuration(model: BochsModel, folder: string): string {
  return [
    "display_library: term",
    "config_interface: textconfig",
    `romimage: file="${join(folder, "rom.bin")}"`,
    `vgaromimage: file="${join(folder, "vga.bin")}"`,
    "megs: 16",
    `cpu: model=${model.model}, count=1, ips=200000000, reset_on_triple_fault=0, ignore_bad_msrs=0`,
    ...(model.cpuid === undefined ? [] : [`cpuid: ${model.cpuid}`]),
    `log: "${join(folder, "bochs.log")}"`,
    "panic: action=fatal",
    "error: action=report",
    "info: action=ignore",
    "debug: action=ignore",
    "port_e9_hack: enabled=1",
    "sound: driver=dummy",
    "plugin_ctrl: biosdev=0, speaker=0, extfpuirq=0, parallel=0, serial=0, gameport=0",
    "",
  ].join("\n");
}

function run(model: BochsModel, experiment: Experiment): Promise<Outcome> {
  return withWorkFolder(async (folder) => {
    const file = (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    file("rom.bin", assembleAgent(experiment));
    file("vga.bin", EMPTY_VGA_ROM);
    const config = file("bochsrc", configuration(model, folder));
    const commands =
      experiment.watch === undefined
        ? ["c", "q"]
        : [`lb 0x${experiment.watch.toString(16)}`, "c", "r", "sreg", "print-stack 1", "q"];
    const rc = file("commands", `${commands.join("\n")}\n`);
    const child = startChild(BOCHS_BINARY, ["-q", "-f", config, "-rc", rc], { TERM: "dumb" });
    try {
      await child.until((text) => parseDump(text) !== undefined);
      const dump = parseDump(child.text);
      if (dump !== undefined) return { kind: "exception", dump };
      const watched = parseDebugger(child.text);
      if (watched !== undefined) return { kind: "watched", watched };
      const entered = hasEntered(child.text) ? "after" : "before";
      return { kind: "ended", why: `Bochs ended or fell silent ${entered} the entry: ${child.lastWords}` };
    } finally {
      await child.kill();
    }
  });
}

function parseDebugger(text: string): Watched | undefined {
  const number = (pattern: RegExp): bigint | undefined => {
    const digits = pattern.exec(text)?.[1]?.replaceAll("_", "");
    return digits === undefined ? undefined : BigInt(`0x${digits}`);
  };
  const rip = number(/^ ?[re]ip: (?:0x)?([0-9a-f_]+)/m);
  const rsp = number(/\b[re]sp: (?:0x)?([0-9a-f_]+)/);
  const rflags = number(/^eflags 0x([0-9a-f]+)/m);
  const cs = segment(text, "cs");
  const ss = segment(text, "ss");
  const ldtr = segment(text, "ldtr");
  const tr = segment(text, "tr");
  if (rip === undefined || rsp === undefined || rflags === undefined) return undefined;
  if (cs === undefined || ss === undefined || ldtr === undefined || tr === undefined) return undefined;
  return { rip, rsp, rflags, cs, ss, ldtr, tr, text };
}

/** Bochs prints the descriptor's two halves, which hold the scaled limit's 20 bits, and whether the register is usable. */
function segment(text: string, name: string): HiddenSegment | undefined {
  const pattern = `^${name}:0x([0-9a-f]{4}), dh=0x([0-9a-f]{8}), dl=0x([0-9a-f]{8}), valid=(\\d)`;
  const found = new RegExp(pattern, "m").exec(text);
  if (found === null) return undefined;
  const [selector, upper, lower] = [1, 2, 3].map((index) => Number.parseInt(found[index] as string, 16)) as [
    number,
    number,
    number,
  ];
  const limit20 = (upper & 0xf_0000) | (lower & 0xffff);
  return {
    selector,
    base: BigInt(((upper & 0xff00_0000) | ((upper & 0xff) << 16) | (lower >>> 16)) >>> 0),
    limit: (upper & 0x80_0000) === 0 ? limit20 : ((limit20 << 12) | 0xfff) >>> 0,
    attributes: (upper >>> 8) & (found[4] === "0" ? 0xf07f : 0xf0ff),
  };
}
