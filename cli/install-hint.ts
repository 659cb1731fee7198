import { onPath } from "./on-path.ts";

/** What is needed, and the command that installs it here. */
export type Installable = "qemu" | "bochs";

/** Per package manager, what installs each emulator. The first manager found on PATH counts. */
const COMMANDS: readonly (readonly [manager: string, commands: Readonly<Record<Installable, string>>])[] = [
  ["apt-get", { qemu: "apt-get install qemu-system-x86", bochs: "apt-get install bochs bochs-term" }],
  ["dnf", { qemu: "dnf install qemu-system-x86-core", bochs: "dnf install bochs" }],
  ["pacman", { qemu: "pacman -S qemu-system-x86", bochs: "build Bochs from https://bochs.sourceforge.io" }],
  ["brew", { qemu: "brew install qemu", bochs: "brew install bochs" }],
];

const ELSEWHERE: Readonly<Record<Installable, string>> = {
  qemu: "see https://www.qemu.org/download",
  bochs: "see https://bochs.sourceforge.io",
};

/** How to install `what` on this machine. */
export function installHint(what: Installable): string {
  const found = COMMANDS.find(([manager]) => onPath(manager) !== undefined);
  return (found?.[1] ?? ELSEWHERE)[what];
}
