/** Intel SDM Vol. 2A, "CALL" and "JMP", and Vol. 2B, "RET". */
import { in64BitMode } from "../common/mode.ts";
import { nearBranches, type NearBranches } from "../common/near.ts";

const vendor: NearBranches = {
  narrows: false,
  prefixRule: "near.operand_size_prefix_ignored",
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
