import { V86_INSTALL } from "../harness/adapters/v86.ts";
import { onPath } from "./on-path.ts";

/** What package managers install. */
type Packaged = "qemu" | "bochs" | "unicorn";

/** What can be installed. */
export type Installable = Packaged | "v86";

/** Per package manager, what installs each emulator. The first manager found on PATH counts. */
const COMMANDS: readonly (readonly [manager: string, commands: Readonly<Record<Packaged, string>>])[] = [
  [
    "apt-get",
    {
      qemu: "apt-get install qemu-system-x86",
      bochs: "apt-get install bochs bochs-term",
      unicorn: "apt-get install libunicorn2",
    },
  ],
  [
    "dnf",
    {
      qemu: "dnf install qemu-system-x86-core",
      bochs: "dnf install bochs",
      unicorn: "dnf install unicorn",
    },
  ],
  [
    "pacman",
    {
      qemu: "pacman -S qemu-system-x86",
      bochs: "build Bochs from https://bochs.sourceforge.io",
      unicorn: "pacman -S unicorn",
    },
  ],
  ["brew", { qemu: "brew install qemu", bochs: "brew install bochs", unicorn: "brew install unicorn" }],
];

const ELSEWHERE: Readonly<Record<Packaged, string>> = {
  qemu: "see https://www.qemu.org/download",
  bochs: "see https://bochs.sourceforge.io",
  unicorn: "see https://www.unicorn-engine.org/download",
};

/** How to install `what` on this machine. */
export function installHint(what: Installable): string {
  if (what === "v86") return V86_INSTALL;
  const found = COMMANDS.find(([manager]) => onPath(manager) !== undefined);
  return (found?.[1] ?? ELSEWHERE)[what];
}
