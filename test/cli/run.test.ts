import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emulatorProgram } from "../../cli/emulators.ts";
import { validateDocument } from "../../spec/validate-document.ts";
import { ringcross } from "./ringcross.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-cli-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("ringcross run", () => {
  it("ends with 0 when everything passed, and prints the seed that it chose", async () => {
    const { code, stdout } = await ringcross(["run", "oracle", "--cases", "300"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ringcross: seed \d+, generators \d+, 300 cases each\n/);
    expect(stdout).toMatch(/600 cases, 600 pass, 0 fail.*\n0 findings; exit code 0\n$/);
  });

  it("gives the same report for the same seed, but for the time it took", async () => {
    const words = ["run", "mutant:sysret.rf_cleared", "--cases", "300", "--seed", "7"];
    const [first, second] = await Promise.all([ringcross(words), ringcross(words)]);
    const timeless = (text: string): string => text.replace(/[\d,.]+ s,/g, "").replace(/│ +[\d,]+ │\n/g, "");
    expect(timeless(first.stdout)).toBe(timeless(second.stdout));
    const other = await ringcross([...words.slice(0, -1), "8"]);
    expect(timeless(other.stdout)).not.toBe(timeless(first.stdout));
  });

  it("ends with 5 on a finding and tells rule, statement, clause, example and replay line", async () => {
    const { code, stdout } = await ringcross([
      "run",
      "mutant:sysret.rf_cleared",
      "--seed",
      "1",
      "--vendor",
      "amd",
    ]);
    expect(code).toBe(5);
    expect(stdout).toContain("finding 1  sysret.rf_cleared  mutant:sysret.rf_cleared");
    expect(stdout).toContain("  clause:    AMD APM, ");
    expect(stdout).toMatch(/\n {4}(0f 07 {2}|48 0f 07 {2}o64 )sysret\n {4}r11 = .*\(RF\)\n/);
    expect(stdout).toMatch(/\n {2}ends: {6}retired at CPL 3, as predicted, but /);
    expect(stdout).toMatch(/rflags .* RF\n/);
    expect(stdout).toMatch(/\n {2}replay: {4}(npx )?ringcross replay rc1\.[\w-]+\n/);
  });

  it("runs only what --only selects", async () => {
    const { code, stdout } = await ringcross([
      "run",
      "oracle",
      "--cases",
      "200",
      "--vendor",
      "intel",
      "--only",
      "swapgs",
      "--only",
      "sysret.r*",
    ]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("wrmsr.");
    expect(stdout).toMatch(
      /\d+ of \d\d selected rules were exercised|All \d\d selected rules were exercised/,
    );
  });

  it("does not tell of rules that --only leaves out", async () => {
    const words = ["run", "mutant:sysret.rf_cleared", "--cases", "2000", "--seed", "1"];
    const narrowed = await ringcross([...words, "--only", "sysret.vm_cleared"]);
    expect(narrowed.code).toBe(0);
    expect(narrowed.stdout).not.toContain("finding 1");
    expect(narrowed.stdout).toContain(", of 2,000 cases each only those that exercise sysret.vm_cleared\n");
    expect(narrowed.stdout).toMatch(
      /\n[\d,]+ cases that exercise sysret\.vm_cleared: [\d,]+ pass, 0 fail, 0 skip, /,
    );
    expect(narrowed.stdout).toContain("\n1 selected rule was exercised.\n");
  });

  it("keeps to --time", async () => {
    const start = performance.now();
    const { code, stdout } = await ringcross(["run", "oracle", "--time", "1s"]);
    expect(code).toBe(0);
    expect(stdout).toContain("exit code 0");
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it("ends at the first failing case with --fail-fast", async () => {
    const words = ["run", "mutant:sysret.cpl_3", "oracle", "--seed", "1", "--vendor", "intel"];
    const { code, stdout } = await ringcross([...words, "--fail-fast"]);
    expect(code).toBe(5);
    expect(stdout).toMatch(/, 1 fail, /);
    const oracle = stdout.split("\n").find((line) => line.startsWith("│ #2 │"));
    expect(oracle).toMatch(/│ +0 │ +0 │ +0 │/);
  });

  it("says of several processors who agrees with whom, for people and for programs", async () => {
    const file = join(folder, "out.jsonl");
    const words = ["run", "mutant:sysret.rf_cleared", "oracle", "--cases", "500", "--seed", "1"];
    const reports = ["--report", "terminal", "--report", `jsonl:${file}`, "--vendor", "amd"];
    const { code, stdout } = await ringcross([...words, ...reports]);
    expect(code).toBe(5);
    expect(stdout).toMatch(/\n│ sysret\.rf_cleared │ +\d+ │ +pass │\n/);
    expect(stdout).toMatch(
      /\n {2}#1 {2}sysret\.rf_cleared {2}mutant:sysret\.rf_cleared {2}processor {2}agree: oracle\n/,
    );
    const opinions = jsonLines(readFileSync(file, "utf8")).at(-2);
    validateDocument("reportLine", opinions);
    expect(opinions).toMatchObject({ kind: "opinions", findings: [{ agree: ["oracle"] }] });
  });

  it("writes a report in JSON Lines beside the one for the terminal", async () => {
    const file = join(folder, "out.jsonl");
    const words = ["run", "mutant:sysret.rf_cleared", "--cases", "500", "--seed", "1"];
    const { code, stdout } = await ringcross([...words, "--report", "terminal", "--report", `jsonl:${file}`]);
    expect(code).toBe(5);
    expect(stdout).toContain("exit code 5");
    const lines = jsonLines(readFileSync(file, "utf8"));
    for (const line of lines) validateDocument("reportLine", line);
    expect(lines[0]).toMatchObject({ kind: "header", seed: 1, cases: 500 });
    expect(lines.filter(({ kind }) => kind === "finding").length).toBeGreaterThan(0);
    expect(lines.at(-1)).toMatchObject({ kind: "footer", exitCode: 5, interrupted: false, cases: 1000 });
  });

  it("closes a run without a report for people with one line on standard error", async () => {
    const file = join(folder, "out.jsonl");
    const words = ["run", "mutant:sysret.rf_cleared", "--cases", "500", "--seed", "1", "--vendor", "amd"];
    const { stdout, stderr } = await ringcross([...words, "--report", `jsonl:${file}`]);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/\nringcross: 1 finding, exit code 5, written to \S+out\.jsonl\n$/);
    const footer = jsonLines(readFileSync(file, "utf8")).at(-1) as { seconds: number };
    expect(footer.seconds).toBe(Number(footer.seconds.toFixed(3)));
  });

  it("writes nothing but JSON Lines to standard output with jsonl:-", async () => {
    const words = ["run", "oracle", "--cases", "100", "--report", "jsonl:-", "--report", "terminal"];
    const { code, stdout, stderr } = await ringcross(words);
    expect(code).toBe(0);
    expect(jsonLines(stdout).map(({ kind }) => kind)).toEqual(["header", "footer"]);
    expect(stderr).toContain("exit code 0");
  });
});

describe("ringcross run, where something is missing or breaks", () => {
  it("ends with 4 when the disk is full, and completes the other reports", async () => {
    const file = join(folder, "out.jsonl");
    const words = ["run", "mutant:sysret.rf_cleared", "--cases", "500", "--seed", "1"];
    const reports = ["--report", "jsonl:/dev/full", "--report", `jsonl:${file}`, "--report", "terminal"];
    const { code, stdout } = await ringcross([...words, ...reports]);
    expect(code).toBe(4);
    expect(stdout).toContain(
      "cannot write the report /dev/full: ENOSPC, no space left on device\n  the disk is full",
    );
    expect(stdout).toContain("finding 1  sysret.rf_cleared");
    expect(stdout).toMatch(/exit code 4\n$/);
    expect(jsonLines(readFileSync(file, "utf8")).at(-1)).toMatchObject({ kind: "footer", exitCode: 4 });
  });

  it("tells of a full disk on standard error when no report is for people", async () => {
    const { code, stderr } = await ringcross([
      "run",
      "oracle",
      "--cases",
      "100",
      "--report",
      "jsonl:/dev/full",
    ]);
    expect(code).toBe(4);
    expect(stderr).toContain("cannot write the report /dev/full: ENOSPC");
  });

  it("ends with 4 before it runs anything when a report cannot be created", async () => {
    const file = join(folder, "absent", "out.jsonl");
    const { code, stdout, stderr } = await ringcross(["run", "oracle", "--report", `jsonl:${file}`]);
    expect(code).toBe(4);
    expect(stdout).toBe("");
    expect(stderr).toContain("ENOENT, no such file or directory");
  });

  it("ends with 4 when a program does not speak the protocol, and still runs the other processors", async () => {
    const garbage = join(folder, "garbage");
    writeFileSync(garbage, "#!/bin/sh\necho hello\n");
    chmodSync(garbage, 0o755);
    const { code, stdout } = await ringcross([
      "run",
      garbage,
      "oracle",
      "--cases",
      "100",
      "--vendor",
      "intel",
    ]);
    expect(code).toBe(4);
    expect(stdout).toContain(`error: ${garbage}: `);
    expect(stdout).toContain("100 cases, 100 pass");
    expect(stdout).toMatch(/exit code 4\n$/);
  });

  it("ends with 4 when a named emulator is not installed, and says how to install it", async () => {
    const { code, stdout } = await ringcross(["run", "qemu"], { environment: { PATH: folder } });
    expect(code).toBe(4);
    expect(stdout).toMatch(/error: qemu=\S+: .*qemu-system-x86_64.*\n {2}install QEMU/);
  });

  it.each([
    ["qemu", "qemu=NoSuchCpu", "`qemu-system-x86_64 -cpu help` lists the models"],
    ["bochs", "bochs=foo", " --help cpu` lists the models"],
  ] as const)("says where %s lists its models when it does not know one", async (name, word, hint) => {
    if (emulatorProgram(name) === undefined) return;
    const { code, stdout } = await ringcross(["run", word, "--cases", "10"]);
    expect(code).toBe(4);
    expect(stdout).toContain(hint);
    expect(stdout).not.toContain("apt-get");
  });

  it("ends with 3 when this machine has no emulator at all", async () => {
    const absent = join(folder, "absent");
    const environment = { PATH: folder, LIBUNICORN: absent, V86_WASM: absent };
    const { code, stdout } = await ringcross(["run"], { environment });
    expect(code).toBe(3);
    expect(stdout).toContain("skipped: unicorn: unicorn is not installed\n  to install it: ");
    expect(stdout).toContain("skipped: qemu: qemu is not installed\n  to install it: ");
    expect(stdout).toContain("skipped: bochs: bochs is not installed");
    expect(stdout).toContain("skipped: v86: v86 is not installed\n  to install it: npm install v86@");
    expect(stdout).toMatch(/exit code 3\n$/);
  });

  it.skipIf(emulatorProgram("v86") === undefined)(
    "runs v86 where this machine has no other emulator, and skips it where it has none of the instructions",
    async () => {
      const environment = { PATH: folder, LIBUNICORN: join(folder, "absent") };
      const { code, stdout } = await ringcross(["run", "--cases", "200", "--seed", "1"], { environment });
      expect(code).toBe(5);
      expect(stdout).toMatch(/v86 \d\S*, 32-bit \(intel\)/);
      const events = await ringcross(["run", "v86", "--only", "int3", "--cases", "10"]);
      expect(events.code).toBe(3);
      expect(events.stdout).toContain("no selected instruction has cases in its modes (legacy)");
    },
  );

  it("skips a processor that poses as another vendor than was asked for", async () => {
    const bin = join(folder, "bin");
    mkdirSync(bin);
    const words = ["run", "mutant:sysret.gp_rcx_noncanonical", "--vendor", "amd", "--cases", "10"];
    const { code, stdout } = await ringcross(words);
    expect(code).toBe(3);
    expect(stdout).toContain("skipped: mutant:sysret.gp_rcx_noncanonical: ");
  });
});

describe("ringcross run, ended by a signal", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("writes a footer marked interrupted on %s and ends with %i", async (signal, expected) => {
    const file = join(folder, "out.jsonl");
    let isSent = false;
    const words = ["run", "oracle", "--time", "10m", "--report", `jsonl:${file}`, "--report", "terminal"];
    const { code, stdout } = await ringcross(words, {
      onOutput: (child, text) => {
        if (isSent || !text.includes("ringcross: seed")) return;
        isSent = true;
        child.kill(signal);
      },
    });
    expect(code).toBe(expected);
    expect(stdout).toMatch(new RegExp(`interrupted; 0 findings; exit code ${expected}\n$`));
    expect(jsonLines(readFileSync(file, "utf8")).at(-1)).toMatchObject({
      kind: "footer",
      interrupted: true,
      exitCode: expected,
    });
  });
});

describe("ringcross run, called wrongly", () => {
  it.each([
    ["an unknown processor", ["qem"], "'qem' names no processor\n  did you mean qemu?"],
    ["a path that is no program", ["./qemu"], "'./qemu' is not a program that can be run"],
    ["an unknown emulator with a model", ["bosch=ryzen"], "did you mean bochs?"],
    ["a mutant of no rule", ["mutant:sysret.cpl3"], "did you mean sysret.cpl_3?"],
    ["a mutant of no group", ["mutant:sysret.unchanged:efre"], "did you mean efer?"],
    ["an unknown rule", ["oracle", "--only", "sysret.rip_from_rxc"], "did you mean sysret.rip_from_rcx"],
    ["an unknown instruction", ["oracle", "--only", "syscal"], "did you mean syscall"],
    [
      "an unknown report",
      ["oracle", "--report", "json:x"],
      "'json:x' is not a report\n  did you mean jsonl?",
    ],
    ["a report without a file", ["oracle", "--report", "jsonl"], "the report jsonl needs a file"],
    [
      "an unknown vendor",
      ["oracle", "--vendor", "cyrix"],
      "'cyrix' is not a vendor\n  write intel, amd or both",
    ],
    ["no number of cases", ["oracle", "--cases", "many"], "'many' is not a number of cases"],
    ["too many cases", ["oracle", "--cases", "9".repeat(20)], "are more than a run can count"],
    ["zero cases", ["oracle", "--cases", "0"], "'0' is not a number of cases"],
    ["a time without a unit", ["oracle", "--time", "60"], "'60' is not a duration\n  write 60s"],
    ["a seed that is no number", ["oracle", "--seed", "0x"], "'0x' is not a seed"],
    ["an unknown option", ["oracle", "--case", "1"], "Did you mean --cases?"],
  ])("ends with 2 and a clear message for %s", async (_, words, message) => {
    const { code, stdout, stderr } = await ringcross(["run", ...words]);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });
});

function jsonLines(text: string): readonly Record<string, unknown>[] {
  expect(text.endsWith("\n")).toBe(true);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
