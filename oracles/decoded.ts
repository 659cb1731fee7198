/** From a test case to the operation that runs on it. */
import type { Step, TestCase, Vendor } from "../spec/model.ts";
import { amd } from "./amd/index.ts";
import { decode } from "./common/decode.ts";
import { GP, UD } from "./common/exceptions.ts";
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
      absent("decode.dead_rex_ignored", () => {
        // The memory is a getter, which a copy leaves out.
        read = { ...context, memory: context.memory, instruction: withDeadRex };
      });
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

/**
 * The operation of the case's instruction after `vendor`'s manual, and what it runs on.
 * Errors: `OutOfModel` when the step is no instruction that the oracles model.
 */
export function operationOf(testCase: TestCase, vendor: Vendor): { operation: Operation; subject: Subject } {
  const { before: cpu, profile, steps } = testCase;
  const instruction = decode((steps[0] as Step).bytes, in64BitMode(cpu), cpu.cs.db === 0 ? 16 : 32);
  return {
    operation: ORACLES[vendor][instruction.name],
    subject: { cpu, instruction, profile, memory: testCase },
  };
}
