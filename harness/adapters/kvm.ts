/** The CPU of this machine through KVM, or what stands in for it: the same guest, which ends in its own IDT. */
import { closeSync, openSync, readdirSync } from "node:fs";
import { AdapterError } from "../errors.ts";
import { kvmBacking, type KvmBacking } from "./kvm-backing.ts";
import { startQemu, type QemuAdapter, type QemuOptions } from "./qemu.ts";

const DEVICE = "/dev/kvm";
const MODULES = "/sys/module";

function loadedModules(): readonly string[] {
  try {
    return readdirSync(MODULES);
  } catch {
    return [];
  }
}

/** How to start it. */
export type KvmOptions = Pick<QemuOptions, "binary" | "timeLimit" | "idleLimit"> & {
  /** The device file; another than `/dev/kvm`, the default, needs a QEMU that can be told so. */
  readonly device?: string;
};

/** QEMU's adapter, and what answers in the CPU's name. */
export interface KvmAdapter extends QemuAdapter {
  readonly backing: KvmBacking;
}

/** Starts QEMU on KVM. Errors: `unavailable` where KVM cannot be opened, and those of QEMU. */
export async function startKvm(options: KvmOptions = {}): Promise<KvmAdapter> {
  const { device = DEVICE, ...others } = options;
  tryToOpen(device);
  const backing = kvmBacking(loadedModules());
  const adapter = await startQemu({
    ...others,
    // ARCH_CAPABILITIES is an MSR that a software KVM offers and then refuses.
    cpu: "host,-arch-capabilities",
    observer: "idt",
    accelerator: device === DEVICE ? "kvm" : `kvm,device=${device.replaceAll(",", ",,")}`,
  });
  const words = backing === "software" ? "a software KVM, not the CPU" : `KVM on ${backing}`;
  return {
    name: "kvm",
    version: adapter.version,
    model: `host through ${words}`,
    backing,
    profile: adapter.profile,
    capabilities: adapter.capabilities,
    get pid() {
      return adapter.pid;
    },
    run: (cases) => adapter.run(cases),
    close: () => adapter.close(),
  };
}

/** Errors: `unavailable`, with the reason. */
function tryToOpen(device: string): void {
  try {
    closeSync(openSync(device, "r+"));
  } catch (cause) {
    const { code = "unknown error" } = cause as NodeJS.ErrnoException;
    const isForbidden = code === "EACCES" || code === "EPERM";
    const why =
      code === "ENOENT" ? "does not exist: this machine offers no KVM" : `cannot be opened: ${code}`;
    const hint = isForbidden ? "join the group that owns it, on most systems kvm" : "";
    throw new AdapterError({ code: "unavailable", message: `${device} ${why}`, hint, cause });
  }
}
