import type { KvmOptions } from "../harness/adapters/kvm.ts";
/** How to start KVM here. The variable KVM_DEVICE names its device file where that is not /dev/kvm. */
export declare function kvmOptions(environment?: NodeJS.ProcessEnv): KvmOptions;
