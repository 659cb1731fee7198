import type { KvmOptions } from "../harness/adapters/kvm.ts";

/** How to start KVM here. The variable KVM_DEVICE names its device file where that is not /dev/kvm. */
export function kvmOptions(environment: NodeJS.ProcessEnv = process.env): KvmOptions {
  const device = environment["KVM_DEVICE"];
  return device === undefined || device === "" ? {} : { device };
}
