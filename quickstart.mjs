#!/usr/bin/env node
/**
 * From a fresh checkout to the differences of this machine's emulators, in one command. Needs
 * nothing but Node: it runs before any package is installed. Ends with 0 when the run took place,
 * whatever it found, and with 4 when it could not.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(fileURLToPath(import.meta.url));
const OLDEST_NODE = [20, 12];
const SEED = 1;
const CASES = 20_000;
/** What to run where not even v86 is there: the oracle, and copies of it that break one rule each. */
const DEMONSTRATION = ["oracle", "mutant:sysret.gp_*", "mutant:sysret.rf_cleared", "mutant:sysret.cpl_3"];
/** What `npm run build` compiles. */
const SOURCES = [
  "spec",
  "generators",
  "oracles",
  "guest",
  "harness",
  "cli",
  "bench",
  "package.json",
  "tsconfig.json",
];
/** `ringcross run` ends with 0 (all pass) or 5 (findings) when it judged the processors. */
const JUDGED = new Map([
  [0, "every case passed"],
  [5, "these emulators differ from the manuals: see the findings above"],
]);
const DEMONSTRATED = new Map([
  [0, "the demonstration FAILED: no broken copy was found out"],
  [5, "the broken copies were found out, as they should be; no real processor was tested"],
]);

process.chdir(ROOT);
checkNode();
installPackages();
build();
installEmulators();
runRingcross();

function checkNode() {
  step(`Node ${process.versions.node}`);
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    giveUp(`Node ${OLDEST_NODE.join(".")} or newer is needed; see https://nodejs.org`);
  }
}

function installPackages() {
  const installed = join(ROOT, "node_modules", ".package-lock.json");
  const lock = join(ROOT, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) {
    step("npm packages: already installed");
    return;
  }
  step("npm packages: npm ci");
  if (!succeeds("npm", ["ci", "--no-audit", "--no-fund"])) giveUp("npm ci failed: see its message above");
}

function build() {
  const built = join(ROOT, "dist", "cli", "main.js");
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(...SOURCES.map(lastChange))) {
    step("build: up to date");
    return;
  }
  step("build: npm run build");
  if (!succeeds("npm", ["run", "--silent", "build"])) giveUp("the build failed: see its message above");
}

/** When a file, or the newest file under a folder, was last changed. */
function lastChange(name) {
  const path = join(ROOT, name);
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return Math.max(0, ...readdirSync(path).map((child) => lastChange(join(name, child))));
}

/** Installs what is missing where that can be done without asking; says the command elsewhere. */
function installEmulators() {
  const missing = missingEmulators();
  if (missing.length === 0) {
    step("emulators: QEMU and Bochs are installed");
    return;
  }
  const names = missing.map(({ name }) => name).join(" and ");
  const manager = packageManager();
  if (manager === undefined) {
    step(`emulators: ${names} not found, and no package manager that this script knows`);
    return;
  }
  const packages = missing.flatMap((emulator) => emulator.packages[manager.name] ?? []);
  const command = [...manager.install, ...packages].join(" ");
  const privilege = manager.name === "apt-get" ? privilegePrefix() : undefined;
  if (privilege === undefined) {
    step(`emulators: ${names} not found. To install: ${command}`);
    return;
  }
  step(`emulators: ${names} not found; installing with: ${[...privilege, command].join(" ")}`);
  const run = (args) => {
    const [program, ...rest] = [...privilege, ...args];
    return succeeds(program, rest, { DEBIAN_FRONTEND: "noninteractive" });
  };
  // Out-of-date package lists name files that the mirror no longer has; stale ones may still do.
  run(["apt-get", "update", "-q"]);
  if (!run(["apt-get", "install", "-q", "-y", "--no-install-recommends", ...packages])) {
    step(`emulators: the installation failed; going on without ${names}`);
  }
}

function missingEmulators() {
  return [
    {
      name: "QEMU",
      programs: ["qemu-system-x86_64"],
      packages: {
        "apt-get": ["qemu-system-x86"],
        dnf: ["qemu-system-x86-core"],
        pacman: ["qemu-system-x86"],
        brew: ["qemu"],
      },
    },
    {
      name: "Bochs",
      programs: ["bochs-bin", "bochs"],
      packages: { "apt-get": ["bochs", "bochs-term"], dnf: ["bochs"], brew: ["bochs"] },
    },
  ].filter(({ programs }) => !programs.some(onPath));
}

function packageManager() {
  return [
    { name: "apt-get", install: ["apt-get", "install"] },
    { name: "dnf", install: ["sudo", "dnf", "install"] },
    { name: "pacman", install: ["sudo", "pacman", "-S"] },
    { name: "brew", install: ["brew", "install"] },
  ].find(({ name }) => onPath(name));
}

/** What to put before a command that needs root; undefined where that would have to ask. */
function privilegePrefix() {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync("sudo", ["-n", "true"], { stdio: "ignore" });
  return sudo.status === 0 ? ["sudo", "-n"] : undefined;
}

function runRingcross() {
  const missing = new Set(missingEmulators().map(({ name }) => name));
  const found = [
    ["QEMU", "qemu"],
    ["Bochs", "bochs"],
  ].flatMap(([name, processor]) => (missing.has(name) ? [] : [processor]));
  if (found.length === 0 && hasV86()) {
    step("Neither QEMU nor Bochs is installed, so this runs v86, an emulator of a 32-bit CPU that came");
    step("with the npm packages. It has no long mode: what you see is legacy mode.");
    found.push("v86");
  }
  if (found.length === 0) {
    step("DEMONSTRATION: no emulator is installed, so this shows the suite at work on itself: its");
    step("own oracle, and copies of it with one rule broken each. Nothing here says anything about");
    step("a real processor.");
  }
  const processors = found.length === 0 ? DEMONSTRATION : found;
  const args = ["run", ...processors, "--seed", `${SEED}`, "--cases", `${CASES}`];
  step(`ringcross ${args.map((word) => (word.includes("*") ? `'${word}'` : word)).join(" ")}`);
  const entry = join(ROOT, JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).bin.ringcross);
  const { status, signal } = spawnSync(process.execPath, [entry, ...args], { stdio: "inherit" });
  const meaning = (found.length === 0 ? DEMONSTRATED : JUDGED).get(status ?? -1);
  step(`ringcross run ended with ${status === null ? signal : `exit code ${status}`}`);
  if (meaning === undefined) giveUp("the run could not be completed: see its messages above");
  step(meaning);
}

/** As the suite looks for it: the variable V86_WASM names it and then nothing else is looked for. */
function hasV86() {
  return existsSync(process.env.V86_WASM ?? join(ROOT, "node_modules", "v86", "build", "v86.wasm"));
}

function onPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function succeeds(program, args, environment = {}) {
  const { status } = spawnSync(program, args, { stdio: "inherit", env: { ...process.env, ...environment } });
  return status === 0;
}

function step(text) {
  console.log(`[quickstart] ${text}`);
}

/** @returns {never} */
function giveUp(text) {
  step(text);
  process.exit(4);
}
