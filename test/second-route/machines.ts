/** The machines of the second route: the suite's default models, but SVM is not used. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { Vendor } from "../../spec/model.ts";
import type { Machine } from "./experiment.ts";
import { BOCHS_BINARY, bochsMachine } from "./run-bochs.ts";
import { QEMU_BINARY, qemuMachine } from "./run-qemu.ts";

export type ProcessorName = Machine["name"];

type Machines<Value> = Readonly<Record<ProcessorName, Readonly<Record<Vendor, Value>>>>;

/** The models on which the suite looks for findings. */
export const MACHINES: Machines<readonly Machine[]> = {
  qemu: {
    intel: [qemuMachine("Skylake-Server"), qemuMachine("Skylake-Server,+la57")],
    amd: [qemuMachine("EPYC"), qemuMachine("EPYC,+la57")],
  },
  bochs: {
    intel: [bochsMachine({ model: "bx_generic", cpuid: "vmx=0, svm=1, vendor_string=GenuineIntel" })],
    amd: [bochsMachine({ model: "ryzen" })],
  },
};

/** The models that show the other side of a finding; Bochs' one for Intel above has no FSGSBASE. */
export const REFERENCES: Machines<Machine> = {
  qemu: { intel: qemuMachine("Skylake-Server"), amd: qemuMachine("EPYC") },
  bochs: { intel: bochsMachine({ model: "corei7_skylake_x" }), amd: bochsMachine({ model: "ryzen" }) },
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
