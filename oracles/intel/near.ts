/** Intel SDM Vol. 2A, "CALL" and "JMP", and Vol. 2B, "RET". */
import { in64BitMode } from "../common/mode.ts";
import { nearBranches, type NearBranches } from "../common/near.ts";

const vendor: NearBranches = {
  sizeIn64BitMode: ({ instruction, absent }) => {
    let size: 16 | 64 = 64;
    if (instruction.size === 16) absent("near.operand_size_prefix_ignored", () => (size = 16));
    return size;
  },
  pushAndCheck: ({ cpu, order, variant }, { refused, checkStack, push, checkTarget }) => {
    order(
      "near.stack_before_target",
      () => {
        if (!refused) push("near.call_pushes_next");
        else if (
          in64BitMode(cpu) ||
          variant("near.call_slot_outside_64bit", ["written", "unwritten"]) === "written"
        )
          push("near.call_slot_written");
        else checkStack();
      },
      checkTarget,
    );
  },
};

export const near: ReturnType<typeof nearBranches> = nearBranches(vendor);
