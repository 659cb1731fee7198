import { type KvmBacking } from "./kvm-backing.ts";
import { type QemuAdapter, type QemuOptions } from "./qemu.ts";
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
export declare function startKvm(options?: KvmOptions): Promise<KvmAdapter>;
