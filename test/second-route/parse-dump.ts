/** Reads the agent's text. */
import { MARK, RECORD } from "./agent.ts";
import { GPRS, MSR, type Dump, type Gpr, type MsrName } from "./experiment.ts";

/** Whether the agent has entered the experiment. */
export function hasEntered(text: string): boolean {
  return text.includes(MARK.entered);
}

/** The dump in `text`, or undefined while it is not complete. Other output around it is ignored. */
export function parseDump(text: string): Dump | undefined {
  const pattern = new RegExp(`${MARK.begin}((?:[0-9a-f]{16}\\s+){${RECORD.length}})[${MARK.end}]`);
  const words = pattern.exec(text)?.[1]?.trim().split(/\s+/);
  if (words === undefined) return undefined;
  const value = (name: string): bigint => BigInt(`0x${words[RECORD.indexOf(name)] ?? "0"}`);
  return {
    stage: value("stage"),
    vector: Number(value("vector")),
    errorCode: value("errorCode"),
    frame: {
      rip: value("rip"),
      cs: value("cs"),
      rflags: value("rflags"),
      rsp: value("rsp"),
      ss: value("ss"),
    },
    gprs: Object.fromEntries(GPRS.map((name) => [name, value(`gpr.${name}`)])) as Record<Gpr, bigint>,
    cr2: value("cr2"),
    cr4: value("cr4"),
    dr6: value("dr6"),
    peek: value("peek"),
    msrs: Object.fromEntries(Object.keys(MSR).map((name) => [name, value(`msr.${name}`)])) as Record<
      MsrName,
      bigint
    >,
  };
}
