/** Canonical addresses: Intel SDM Vol. 1, 3.3.7.1 and Vol. 3A, 4.5.3; AMD APM Vol. 2, 5.3.1. */
import type { CpuState, Profile } from "../../spec/model.ts";
/** Whether bits 63 down to `width` - 1 are all equal. */
export declare function isCanonical(address: bigint, width: number): boolean;
/** The width of the paging in use: what RIP and the operands of WRFSBASE and WRGSBASE must fit. */
export declare function pagingWidth(cpu: CpuState): 48 | 57;
/** The width that the CPU supports, whatever CR4 says: what MSRs that hold addresses must fit. */
export declare function cpuWidth(profile: Profile): 48 | 57;
