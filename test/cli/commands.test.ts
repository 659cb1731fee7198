import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emulatorProgram } from "../../cli/emulators.ts";
import { encodeReplay } from "../../cli/replay-line.ts";
import { INSTRUCTION_NAMES } from "../../generators/instruction-name.ts";
import { encodeTestCase } from "../../spec/codec.ts";
import { RULES } from "../../spec/generated/rules.ts";
import { sampleCase } from "../harness/report/sample-finding.ts";
import { ringcross } from "./ringcross.ts";

/** The case of CVE-2012-0217: SYSRET to an address that is not canonical. */
const NONCANONICAL = sampleCase((state) => {
  state.rcx = 0x8000_0000_0000n;
});

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ringcross-commands-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("ringcross explain", () => {
  it("gives statement, clause, evidence and confidence of a rule", async () => {
    const { code, stdout } = await ringcross(["explain", "sysret.gp_rcx_noncanonical"]);
    expect(stdout).toMatch(/^sysret\.gp_rcx_noncanonical\n {2}On Intel SYSRET .*\n/);
    expect(stdout).toMatch(/clause \(intel\) +Intel SDM/);
    expect(stdout).toMatch(/evidence \(\w+\) +\S/);
    expect(stdout).toMatch(/confidence +H: /);
    expect(code).toBe(0);
  });

  it("explains every rule of the catalogue and those that the harness adds", async () => {
    for (const id of [[...RULES.keys()][0] ?? "", "processor.hangs", "inconsistent_variant"]) {
      const { code, stdout } = await ringcross(["explain", id]);
      expect(stdout.startsWith(`${id}\n`)).toBe(true);
      expect(code).toBe(0);
    }
  });

  it("shows the alternatives of a variant", async () => {
    const variant = [...RULES.values()].find((rule) => rule.variant !== undefined);
    const { stdout } = await ringcross(["explain", variant?.id ?? ""]);
    expect(stdout).toMatch(/alternatives +.*; \S+ is the default/);
  });

  it("sets the paths of both vendors' oracles side by side", async () => {
    const file = join(folder, "case.json");
    writeFileSync(file, JSON.stringify(encodeTestCase(NONCANONICAL)));
    const line = encodeReplay({
      processor: "qemu",
      rule: "sysret.gp_rcx_noncanonical",
      testCase: NONCANONICAL,
    });
    for (const subject of [file, line]) {
      const { code, stdout } = await ringcross(["explain", subject]);
      expect(stdout).toMatch(/(^|\n)64-bit mode, CPL 0\n {2}48 0f 07 {2}o64 sysret\n/);
      expect(stdout).toContain("  rcx = 0x00008000_00000000\n");
      expect(stdout).toMatch(/│ +│ intel +│ amd +│/);
      expect(stdout).toMatch(/│ ≠ │ - +│ sysret.ss_rpl_verbatim: ss.selector = 0x002b \(bits 1:0\) +│/);
      expect(stdout).toMatch(/│ {3}│ fault.rf_unspecified: (.*) │ fault.rf_unspecified: \1 │/);
      expect(stdout).toMatch(/│ ≠ │ end: #GP\(0\) at CPL 0 \(sysret.* │ end: #GP\(0\) at CPL 3 \(sysret.* │/);
      expect(stdout).toContain("sysret.gp_rcx_noncanonical");
      expect(stdout).toContain("sysret.gp_fetch_noncanonical");
      expect(code).toBe(0);
    }
  });

  it("names the finding that a case shows, and tells every register with --state", async () => {
    const rule = "sysret.gp_rcx_noncanonical";
    const line = encodeReplay({ processor: "qemu", rule, testCase: NONCANONICAL });
    const { stdout } = await ringcross(["explain", "--state", line]);
    expect(stdout.startsWith(`${rule} on qemu\n`)).toBe(true);
    expect(stdout).toMatch(/\n {2}rcx {2}0x00008000_00000000 \* +rflags +0x00000000_00000002\n/);
    expect(stdout).toMatch(/\n {2}cs +0x0010 +0 +0xffffffff +0xb /);
    expect(stdout).toContain("gdt[0x0008]  00cf9b00_0000ffff");
    expect(stdout).toContain("* not as on the boring machine");
  });

  it("suggests the rule that was meant", async () => {
    const { code, stderr } = await ringcross(["explain", "sysret.cpl3"]);
    expect(stderr).toContain("there is no rule 'sysret.cpl3'\n  did you mean sysret.cpl_3");
    expect(code).toBe(2);
  });
});

describe("ringcross list", () => {
  it("lists every rule, or those that a pattern matches", async () => {
    const all = await ringcross(["list", "rules"]);
    expect(all.stdout.trimEnd().split("\n")).toHaveLength(RULES.size + 1);
    const some = await ringcross(["list", "rules", "swapgs.*"]);
    const lines = some.stdout.trimEnd().split("\n").slice(1);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.startsWith("swapgs."))).toBe(true);
  });

  it("refuses a pattern that matches no rule", async () => {
    const { code, stderr } = await ringcross(["list", "rules", "swapsg.*"]);
    expect(stderr).toContain("'swapsg.*' matches no rule");
    expect(code).toBe(2);
  });

  it("lists every instruction and every way to name a processor", async () => {
    const instructions = await ringcross(["list", "instructions"]);
    for (const name of INSTRUCTION_NAMES) expect(instructions.stdout).toContain(`\n${name} `);
    const processors = await ringcross(["list", "processors"]);
    expect(processors.stdout).toContain("Skylake-Server");
    expect(processors.stdout).toContain("mutant:RULE");
  });

  it("suggests the list that was meant", async () => {
    const { code, stderr } = await ringcross(["list", "rule"]);
    expect(stderr).toContain("Allowed choices are rules, processors, instructions.");
    expect(code).toBe(2);
  });
});

describe("ringcross doctor", () => {
  it("says of each emulator that is missing how to install it, and ends with 3", async () => {
    const absent = join(folder, "absent");
    const environment = { PATH: folder, LIBUNICORN: absent, V86_WASM: absent };
    const { code, stdout } = await ringcross(["doctor"], { environment });
    expect(stdout).toMatch(/qemu +missing +to install it: \S/);
    expect(stdout).toMatch(/bochs +missing +to install it: \S/);
    expect(stdout).toMatch(/unicorn +missing +to install it: \S/);
    expect(stdout).toMatch(/v86 +missing +to install it: npm install v86@\d/);
    expect(stdout).toMatch(/native +missing +native needs a C compiler, and none was found/);
    expect(stdout).toContain("No processor can be tested.");
    expect(code).toBe(3);
  });

  it.skipIf(emulatorProgram("qemu") === undefined)("starts each model and tells what it offers", async () => {
    const { code, stdout } = await ringcross(["doctor"]);
    expect(stdout).toMatch(/qemu=EPYC +\d+\.\d+\.\d+ +amd; modes 64, compat, legacy; .*fsgsbase/);
    expect(stdout).toMatch(/\d processors can be tested: ringcross run\n$/);
    expect(code).toBe(0);
  });
});

describe("ringcross", () => {
  it("prints help and version with 0", async () => {
    const help = await ringcross(["--help"]);
    expect(help.stdout).toContain("Exit codes:");
    expect(help.code).toBe(0);
    const version = await ringcross(["--version"]);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(version.code).toBe(0);
  });

  it("ends with 2 without a command and for an unknown one", async () => {
    expect((await ringcross([])).code).toBe(2);
    const { code, stderr } = await ringcross(["rum"]);
    expect(stderr).toContain("Did you mean run?");
    expect(code).toBe(2);
  });

  it("does not depend on the folder that it is called in", async () => {
    expect(existsSync(join(folder, "package.json"))).toBe(false);
    const { code } = await ringcross(["run", "oracle", "--cases", "10"], { cwd: folder });
    expect(code).toBe(0);
  });
});
