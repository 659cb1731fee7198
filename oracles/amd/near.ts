/** AMD APM Vol. 3, "CALL (Near)", "JMP (Near)" and "RET (Near)", and 1.2.2 for the operand size. */
import { nearBranches, type NearBranches } from "../common/near.ts";

const vendor: NearBranches = {
  narrows: true,
  prefixRule: "near.operand_size_prefix_counts",
  pushAndCheck: ({ order, absent }, { refused, checkStack, push, checkTarget }) => {
    order("near.stack_before_target", checkStack, () => {
      if (refused) absent("near.call_slot_unwritten", () => push("near.call_pushes_next"));
      checkTarget();
    });
    push("near.call_pushes_next");
  },
};

export const near: ReturnType<typeof nearBranches> = nearBranches(vendor);
