/** From the step of a test case to the operation that runs it. */
import type { CpuState, Profile, Vendor } from "../spec/model.ts";
import { amd } from "./amd/index.ts";
import { decode, OutOfModel, type Instruction } from "./common/decode.ts";
import { GP, UD } from "./common/exceptions.ts";
import type { Memory } from "./common/memory-view.ts";
import { in64BitMode } from "./common/mode.ts";
import { intel } from "./intel/index.ts";
import { operation, type Operation, type Subject } from "./operation.ts";
import type { VendorOracle } from "./vendor.ts";

/** Intel SDM Vol. 3A, 6.9; AMD APM Vol. 2, 8.5: faults of decoding come before those of execution. */
function afterDecoding(inner: Operation): Operation {
  return operation(inner.name, (context) => {
    const { instruction, raise, order, absent } = context;
    order(
      "decode.too_long_before_lock",
      () => {
        if (instruction.length > 15) raise(GP(0), "decode.gp_too_long");
      },
      () => {
        if (instruction.lock) raise(UD, "decode.ud_lock");
      },
    );
    const { withDeadRex } = instruction;
    let read = context;
    if (withDeadRex !== undefined) {
      absent(
        "decode.dead_rex_ignored",
        () => (read = { ...context, memory: context.memory, instruction: withDeadRex }),
      );
    }
    inner.body(read);
  });
}

function allAfterDecoding(oracle: VendorOracle): VendorOracle {
  const entries = Object.entries(oracle).map(([name, each]) => [name, afterDecoding(each)]);
  return Object.fromEntries(entries) as VendorOracle;
}

const ORACLES: { readonly [vendor in Vendor]: VendorOracle } = {
  intel: allAfterDecoding(intel),
  amd: allAfterDecoding(amd),
};

/** Whether 66h makes near branches in 64-bit mode branches of 16 bits: AMD APM Vol. 3, 1.2.2; Intel SDM Vol. 2A, JMP. */
const NARROWS_BRANCHES: { readonly [vendor in Vendor]: boolean } = { intel: false, amd: true };

function narrowed(read: Instruction): Instruction {
  return read.otherReading === undefined ? read : { ...read.otherReading, otherReading: read };
}

/** One step of a case, and the state that it meets. */
export interface StepContext {
  readonly cpu: CpuState;
  readonly bytes: Uint8Array;
  readonly profile: Profile;
  readonly memory: Memory;
}

/**
 * The operation of an instruction after `vendor`'s manual, and what it runs on.
 * Errors: `OutOfModel` when the step is no instruction that the oracles model.
 */
export function operationOf(
  { cpu, bytes, profile, memory }: StepContext,
  vendor: Vendor,
): { operation: Operation; subject: Subject } {
  const read = decode(bytes, in64BitMode(cpu), cpu.cs.db === 0 ? 16 : 32);
  const instruction = NARROWS_BRANCHES[vendor] ? narrowed(read) : read;
  refuseUnmodelled(instruction, vendor);
  return { operation: ORACLES[vendor][instruction.name], subject: { cpu, instruction, profile, memory } };
}

/** Errors: `OutOfModel` for MOV of control registers that are no state of a case. */
function refuseUnmodelled({ name, reg, lock }: Instruction, vendor: Vendor): void {
  if (name !== "mov_from_cr" && name !== "mov_to_cr") return;
  if (reg === 2 || reg === 8) throw new OutOfModel(`CR${reg} is no state of a case`);
  if (vendor === "amd" && lock && reg === 0) {
    throw new OutOfModel("LOCK MOV CR0 is MOV CR8 on AMD where CPUID says so");
  }
}
