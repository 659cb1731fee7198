/** The CPU of this machine through KVM, or what stands in for it: the same guest, which ends in its own IDT. */
import { accessSync, constants, readdirSync } from "node:fs";
import { AdapterError } from "../errors.ts";
import { startQemu, type QemuAdapter, type QemuOptions } from "./qemu.ts";

/** What KVM runs a guest on. `software`: a module emulates it, so that what is seen is not the CPU. */
export type KvmBacking = "VT-x" | "SVM" | "software" | "unknown";

const DEVICE = "/dev/kvm";
const MODULES = "/sys/module";

/** KVM's back ends by their kernel modules. */
const BACKINGS: ReadonlyMap<string, KvmBacking> = new Map([
  ["kvm_pvm", "software"],
  ["kvm_intel", "VT-x"],
  ["kvm_amd", "SVM"],
]);

/** What KVM stands on, by the modules that are loaded; a software module decides where several are. */
export function kvmBacking(modules: readonly string[]): KvmBacking {
  for (const [module, backing] of BACKINGS) if (modules.includes(module)) return backing;
  return "unknown";
}

function loadedModules(): readonly string[] {
  try {
    return readdirSync(MODULES);
  } catch {
    return [];
  }
}

/** How to start it. */
export type KvmOptions = Pick<QemuOptions, "binary" | "timeLimit" | "idleLimit"> & {
  readonly device?: string;
};

/** Starts QEMU on KVM. Errors: `unavailable` where KVM cannot be opened, and those of QEMU. */
export async function startKvm(options: KvmOptions = {}): Promise<QemuAdapter> {
  const { device = DEVICE, ...others } = options;
  try {
    accessSync(device, constants.R_OK | constants.W_OK);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "does not exist: this machine offers no KVM" : "may not be opened";
    const hint = code === "ENOENT" ? "" : "join the group that owns it, on most systems kvm";
    throw new AdapterError({ code: "unavailable", message: `${device} ${why}`, hint, cause });
  }
  const backing = kvmBacking(loadedModules());
  // ARCH_CAPABILITIES is an MSR that a software KVM offers and then refuses.
  const adapter = await startQemu({
    ...others,
    cpu: "host,-arch-capabilities",
    observer: "idt",
    accelerator: "kvm",
  });
  const words = backing === "software" ? "a software KVM, not the CPU" : `KVM on ${backing}`;
  return {
    name: "kvm",
    version: adapter.version,
    model: `host through ${words}`,
    profile: adapter.profile,
    capabilities: adapter.capabilities,
    get pid() {
      return adapter.pid;
    },
    run: (cases) => adapter.run(cases),
    close: () => adapter.close(),
  };
}
