/** AMD APM Vol. 3, "IRET" and "RET (Far)", and what AMD's processors were seen to do: what is AMD's own. */
import { GP } from "../common/exceptions.ts";
import type { ReturnVendor } from "../common/farreturn.ts";
import { iret } from "../common/iret.ts";
import { retf } from "../common/retf.ts";
import { RF } from "../common/rflags.ts";
import type { Operation, OperationContext } from "../operation.ts";

const LOWER = 0xffff_ffffn;
const UPPER = LOWER << 32n;

/** Whether the stack is read before CS is checked, where a return outwards pops it. */
function stackFirst({ instruction, variant }: OperationContext): boolean {
  return instruction.name === "iret"
    ? variant("iret.stack_or_cs_first", ["cs", "stack"]) === "stack"
    : variant("retf.stack_or_cs_first", ["cs", "stack"]) === "stack";
}

const VENDOR: ReturnVendor = {
  inOrder: (context, { code, stack, ss, rip }, pops) => {
    const { order } = context;
    if (pops === "always") {
      order("iret.stack_read_before_cs_checks", stack, code);
    } else if (pops === "outwards" && stackFirst(context)) {
      stack();
      code();
    } else {
      code();
      stack();
    }
    order("return.rip_before_ss", rip, ss);
  },
  offset: ({ raise }, rip) => {
    if (rip > LOWER) raise(GP(0), "return.gp_rip_beyond_32_bits");
    return rip & LOWER;
  },
  narrowStack: ({ ignore }) => ignore("rsp", UPPER, 0n, "return.narrow_stack_upper_kept"),
  nullSelector: ({ load, variant }, name) => {
    if (name === "fs" || name === "gs") {
      const zeroed = variant("return.null_selector_fs_gs", ["zeroed", "kept"]) === "zeroed";
      if (zeroed) load(name, { selector: 0 }, "return.null_selector_fs_gs");
    } else {
      const zeroed = variant("return.null_selector_ds_es", ["zeroed", "kept"]) === "zeroed";
      if (zeroed) load(name, { selector: 0 }, "return.null_selector_ds_es");
    }
  },
  resume: ({ setBits, variant }, image) => {
    const kept = variant("iret.rf", ["image", "cleared"]) === "image";
    setBits("rflags", RF, kept ? image : 0n, "iret.rf");
  },
};

export const returns: { readonly [name in "ret_far" | "ret_far_imm" | "iret"]: Operation } = {
  ret_far: retf(VENDOR),
  ret_far_imm: retf(VENDOR),
  iret: iret(VENDOR),
};
