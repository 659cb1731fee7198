import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emulatorProgram } from "../../cli/emulators.ts";
import { oracleProfile } from "../../cli/oracle-profile.ts";
import { encodeReplay } from "../../cli/replay-line.ts";
import { boringCase } from "../../generators/boring.ts";
import { LAWS } from "../../harness/laws/index.ts";
import { ringcross } from "./ringcross.ts";

const MUTANT = "mutant:swapgs.kernel_gs_base_from_gs_base";

let empty: string;

beforeAll(() => {
  empty = mkdtempSync(join(tmpdir(), "ringcross-laws-"));
});

afterAll(() => {
  rmSync(empty, { recursive: true });
});

describe("ringcross laws", () => {
  it("passes on the oracles", async () => {
    const { code, stdout, stderr } = await ringcross(["laws", "oracle", "--seed", "1", "--cases", "100"]);
    expect(stderr).toBe("ringcross: seed 1\n");
    expect(stdout).toMatch(/^#1 {2}oracle .*\(intel\)\n#2 {2}oracle .*\(amd\)\n\nCases that each law judged/);
    for (const { id } of LAWS) expect(stdout).toMatch(new RegExp(`\n${id} +\\d+ +\\d+\n`));
    expect(stdout).toMatch(/\n0 findings; exit code 0\n$/);
    expect(code).toBe(0);
  });

  it("tells a broken law with both cases, what differs and a line that replays it", async () => {
    const words = [
      "laws",
      MUTANT,
      "--vendor",
      "amd",
      "--seed",
      "1",
      "--cases",
      "200",
      "--only",
      "law.swapgs*",
    ];
    const { code, stdout } = await ringcross(words);
    expect(stdout).toMatch(
      /^finding 1 {2}law\.swapgs_twice {2}mutant:swapgs\.\S+ .*\(amd\)\n {2}SWAPGS twice /,
    );
    expect(stdout).toMatch(/ {2}first: +64-bit mode, CPL 0: 0f 01 f8 {2}swapgs\n/);
    expect(stdout).toMatch(
      / {2}second: [^]*in the state that the first one left\n {4}ends: retired at CPL 0\n/,
    );
    expect(stdout).toMatch(/\n {4}gs\.base +\S+ +\S+\n/);
    expect(stdout).toMatch(/\nlaw\.swapgs_twice +\d+, 1 finding\n/);
    expect(code).toBe(5);
    const [, line = ""] = /replay (rc1\.\S+)/.exec(stdout) ?? [];
    const again = await ringcross(["replay", line]);
    expect(again.stdout).toContain("still differs: law.swapgs_twice");
    expect(again.code).toBe(5);
    const right = await ringcross(["replay", line, "--on", "oracle"]);
    expect(right.stdout).toContain("the law holds\nno longer differs");
    expect(right.code).toBe(0);
  });

  it("replays what a law says nothing of with 3, and refuses a law that is not there", async () => {
    const profile = oracleProfile("amd");
    const testCase = boringCase({ profile, instruction: "swapgs", mode: "compat" });
    const line = (rule: string): string => encodeReplay({ processor: "oracle", rule, testCase });
    const silent = await ringcross(["replay", line("law.swapgs_twice#0")]);
    expect(silent.stdout).toContain("the law says nothing of what this processor did");
    expect(silent.code).toBe(3);
    for (const rule of ["law.swapgs_thrice#0", "law.swapgs_twice"]) {
      const { code, stderr } = await ringcross(["replay", line(rule)]);
      expect(stderr).toContain(`there is no law '${rule}'`);
      expect(code).toBe(2);
    }
  });

  it("ends with 3 when there is nobody to ask", async () => {
    const { code, stdout, stderr } = await ringcross(["laws", "--seed", "1"], {
      environment: { PATH: empty, LIBUNICORN: join(empty, "absent"), V86_WASM: join(empty, "absent") },
    });
    expect(stderr).toContain("qemu: qemu is not installed");
    expect(stdout).toContain("No processor was asked.");
    expect(code).toBe(3);
  });

  it("goes on with the others when a processor breaks, and ends with 4", async () => {
    const words = ["laws", `${process.execPath} -e 0`, "oracle", "--cases", "20", "--seed", "1"];
    const { code, stdout } = await ringcross(words);
    expect(stdout).toMatch(/#1 {2}oracle/);
    expect(code).toBe(4);
  });

  it("suggests the law that was meant, and explains each", async () => {
    const { code, stderr } = await ringcross(["laws", "oracle", "--only", "law.swapg_twice"]);
    expect(stderr).toContain("'law.swapg_twice' matches no law\n  did you mean law.swapgs_twice?");
    expect(code).toBe(2);
    const explained = await ringcross(["explain", "law.avl"]);
    expect(explained.stdout).toMatch(/^law\.avl\n {2}AVL, /);
    const help = await ringcross(["laws", "--help"]);
    for (const { id } of LAWS) expect(help.stdout).toContain(`\n  ${id} `);
  });

  it.skipIf(emulatorProgram("qemu") === undefined)(
    "finds on QEMU that SYSRET loses VIF and VIP",
    async () => {
      const words = ["laws", "qemu=EPYC", "--seed", "1", "--cases", "200", "--only", "law.syscall*"];
      const { code, stdout } = await ringcross(words);
      expect(stdout).toMatch(/^finding 1 {2}law\.syscall_then_sysret {2}qemu [^]*\n {4}rflags /);
      expect(code).toBe(5);
    },
  );
});
