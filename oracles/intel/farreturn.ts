/** Intel SDM Vol. 2A, "IRET", and Vol. 2B, "RET": what is Intel's own. */
import { isCanonical, pagingWidth } from "../common/canonical.ts";
import { GP } from "../common/exceptions.ts";
import { cutStackPointer } from "../common/far.ts";
import type { ReturnVendor } from "../common/farreturn.ts";
import { iret } from "../common/iret.ts";
import { retf } from "../common/retf.ts";
import { RF } from "../common/rflags.ts";
import type { Operation } from "../operation.ts";

const VENDOR: ReturnVendor = {
  inOrder: ({ order }, { code, stack, ss, rip }) => {
    order("return.cs_before_stack", code, stack);
    order("return.ss_before_rip", ss, rip);
  },
  offset: ({ cpu, instruction, raise, variant }, rip, outer) => {
    if (!outer || isCanonical(rip, pagingWidth(cpu))) return rip;
    if (instruction.name === "iret") raise(GP(0), "iret.gp_outer_rip_noncanonical");
    else if (variant("retf.outer_rip_noncanonical", ["gp", "cut"]) === "gp") {
      raise(GP(0), "retf.outer_rip_noncanonical");
    }
    return rip;
  },
  narrowStack: cutStackPointer,
  nullSelector: ({ load }, name) => load(name, { selector: 0 }, "return.null_selector_zeroed"),
  resume: ({ setBits }, image) => setBits("rflags", RF, image, "iret.rf_from_image"),
};

export const returns: { readonly [name in "ret_far" | "ret_far_imm" | "iret"]: Operation } = {
  ret_far: retf(VENDOR),
  ret_far_imm: retf(VENDOR),
  iret: iret(VENDOR),
};
