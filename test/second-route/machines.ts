/** The machines of the second route: the suite's default models, without any use of SVM. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Vendor } from "../../spec/model.ts";
import type { Machine } from "./experiment.ts";
import { BOCHS_BINARY, bochsMachine } from "./run-bochs.ts";
import { QEMU_BINARY, qemuMachine } from "./run-qemu.ts";

export type ProcessorName = Machine["name"];

/** One machine per emulator and vendor. */
export const MACHINES: Readonly<Record<ProcessorName, Readonly<Record<Vendor, Machine>>>> = {
  qemu: { intel: qemuMachine("Skylake-Server"), amd: qemuMachine("EPYC") },
  bochs: {
    intel: bochsMachine({ model: "bx_generic", cpuid: "vmx=0, svm=1, vendor_string=GenuineIntel" }),
    amd: bochsMachine({ model: "ryzen" }),
  },
};

/** The same, where one emulator stands for the manual: on the Bochs model above FSGSBASE is missing. */
export const REFERENCES: typeof MACHINES = {
  qemu: MACHINES.qemu,
  bochs: { intel: bochsMachine({ model: "corei7_skylake_x" }), amd: MACHINES.bochs.amd },
};

/** Why an emulator cannot be asked, or undefined when it can. */
export function missing(name: ProcessorName): string | undefined {
  const binary = name === "qemu" ? QEMU_BINARY : BOCHS_BINARY;
  return onPath(binary) ? undefined : `${name} is not installed: there is no ${binary} on the PATH`;
}

function onPath(binary: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, binary), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
