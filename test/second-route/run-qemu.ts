/** Runs an experiment on QEMU's TCG. */
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { assembleAgent } from "./agent.ts";
import { startChild, TIME_LIMIT, type Child } from "./child.ts";
import type { Experiment, HiddenSegment, Machine, Outcome, Watched } from "./experiment.ts";
import { hasEntered, parseDump } from "./parse-dump.ts";
import { withWorkFolder } from "./work-folder.ts";

export const QEMU_BINARY = "qemu-system-x86_64";

/** QEMU with one `-cpu`. */
export function qemuMachine(model: string): Machine {
  return { name: "qemu", model, run: (experiment) => run(model, experiment) };
}

function run(model: string, experiment: Experiment): Promise<Outcome> {
  return withWorkFolder(async (folder) => {
    const rom = join(folder, "rom.bin");
    writeFileSync(rom, assembleAgent(experiment));
    const monitor = join(folder, "monitor");
    const child = startChild(QEMU_BINARY, [
      "-machine",
      "pc,accel=tcg",
      "-m",
      "16",
      "-cpu",
      model,
      "-bios",
      rom,
      "-no-user-config",
      "-nodefaults",
      "-display",
      "none",
      "-no-reboot",
      "-chardev",
      "stdio,id=text,signal=off",
      "-device",
      "isa-debugcon,chardev=text,iobase=0xe9",
      "-device",
      "isa-debug-exit,iobase=0xf4,iosize=1",
      "-chardev",
      `socket,id=monitor,path=${monitor.replaceAll(",", ",,")},server=on,wait=off`,
      "-mon",
      "chardev=monitor,mode=readline",
    ]);
    try {
      return experiment.watch === undefined
        ? await waitForDump(child, experiment.patience)
        : await watch(child, monitor, experiment.watch);
    } finally {
      await child.kill();
    }
  });
}

async function waitForDump(child: Child, patience?: number): Promise<Outcome> {
  if (patience !== undefined) await child.until(hasEntered);
  await child.until((text) => parseDump(text) !== undefined, patience);
  const dump = parseDump(child.text);
  if (dump !== undefined) return { kind: "exception", dump };
  const entered = hasEntered(child.text) ? "after" : "before";
  return { kind: "ended", why: `QEMU ended or fell silent ${entered} the entry: ${child.lastWords}` };
}

/** Stops the machine again and again until it stands at `address`, or dumps, or the time is up. */
async function watch(child: Child, monitor: string, address: bigint): Promise<Outcome> {
  await child.until(hasEntered);
  const limit = Date.now() + TIME_LIMIT;
  for (;;) {
    const dump = parseDump(child.text);
    if (dump !== undefined) return { kind: "exception", dump };
    const watched = parseRegisters(await ask(monitor, ["stop", "info registers", "cont"]));
    if (watched?.rip === address) return { kind: "watched", watched };
    if (Date.now() > limit)
      return { kind: "ended", why: `the machine never stood at ${address.toString(16)}h` };
  }
}

/** Gives commands to the monitor; the answer is all it said. */
function ask(path: string, commands: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    let text = "";
    let sent = 0;
    socket.on("error", reject);
    socket.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1");
      // One prompt per command, so that none is given before the last one's answer is complete.
      const prompts = text.split("(qemu) ").length - 1;
      while (sent < prompts && sent < commands.length) {
        socket.write(`${commands[sent] as string}\n`);
        sent += 1;
      }
      if (prompts > commands.length) {
        socket.end();
        resolve(text);
      }
    });
    socket.on("close", () => resolve(text));
  });
}

function parseRegisters(text: string): Watched | undefined {
  const number = (pattern: RegExp): bigint | undefined => {
    const digits = pattern.exec(text)?.[1];
    return digits === undefined ? undefined : BigInt(`0x${digits}`);
  };
  const rip = number(/[RE]IP=([0-9a-f]+)/);
  const rsp = number(/[RE]SP=([0-9a-f]+)/);
  const rflags = number(/[RE]FL=([0-9a-f]+)/);
  const cs = segment(text, "CS");
  const ss = segment(text, "SS");
  const ldtr = segment(text, "LDT");
  const tr = segment(text, "TR");
  if (rip === undefined || rsp === undefined || rflags === undefined) return undefined;
  if (cs === undefined || ss === undefined || ldtr === undefined || tr === undefined) return undefined;
  return { rip, rsp, rflags, cs, ss, ldtr, tr, text };
}

function segment(text: string, name: string): HiddenSegment | undefined {
  const found = new RegExp(`^${name} *=([0-9a-f]{4}) ([0-9a-f]+) ([0-9a-f]{8}) ([0-9a-f]{8})`, "m").exec(
    text,
  );
  if (found === null) return undefined;
  const word = (index: number): string => found[index] as string;
  return {
    selector: Number.parseInt(word(1), 16),
    base: BigInt(`0x${word(2)}`),
    limit: Number.parseInt(word(3), 16),
    attributes: (Number.parseInt(word(4), 16) >>> 8) & 0xf0ff,
  };
}
