import { amd } from "./amd/index.js";
import { decode } from "./common/decode.js";
import { GP, UD } from "./common/exceptions.js";
import { in64BitMode } from "./common/mode.js";
import { intel } from "./intel/index.js";
import { operation } from "./operation.js";
/** Intel SDM Vol. 3A, 6.9; AMD APM Vol. 2, 8.5: faults of decoding come before those of execution. */
function afterDecoding(inner) {
    return operation(inner.name, (context) => {
        const { instruction, raise, order, absent } = context;
        order("decode.too_long_before_lock", () => {
            if (instruction.length > 15)
                raise(GP(0), "decode.gp_too_long");
        }, () => {
            if (instruction.lock)
                raise(UD, "decode.ud_lock");
        });
        const { withDeadRex } = instruction;
        let read = context;
        if (withDeadRex !== undefined) {
            absent("decode.dead_rex_ignored", () => (read = { ...context, instruction: withDeadRex }));
        }
        inner.body(read);
    });
}
function allAfterDecoding(oracle) {
    const entries = Object.entries(oracle).map(([name, each]) => [name, afterDecoding(each)]);
    return Object.fromEntries(entries);
}
const ORACLES = {
    intel: allAfterDecoding(intel),
    amd: allAfterDecoding(amd),
};
/**
 * The operation of the case's instruction after `vendor`'s manual, and what it runs on.
 * Errors: `OutOfModel` when the step is no instruction that the oracles model.
 */
export function operationOf(testCase, vendor) {
    const { before: cpu, profile, steps } = testCase;
    const instruction = decode(steps[0].bytes, in64BitMode(cpu), cpu.cs.db === 0 ? 16 : 32);
    return {
        operation: ORACLES[vendor][instruction.name],
        subject: { cpu, instruction, profile, memory: testCase },
    };
}
