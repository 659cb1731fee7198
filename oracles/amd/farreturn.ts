/** AMD APM Vol. 3, "IRET" and "RET (Far)", and what AMD's processors were seen to do: what is AMD's own. */
import { GP } from "../common/exceptions.ts";
import type { ReturnVendor } from "../common/farreturn.ts";
import { iret } from "../common/iret.ts";
import { retf } from "../common/retf.ts";
import { RF } from "../common/rflags.ts";
import type { Operation, OperationContext } from "../operation.ts";

const LOWER = 0xffff_ffffn;
const UPPER = LOWER << 32n;

function firstRule({ instruction }: OperationContext): "iret.stack_or_cs_first" | "retf.stack_or_cs_first" {
  return instruction.name === "iret" ? "iret.stack_or_cs_first" : "retf.stack_or_cs_first";
}

const VENDOR: ReturnVendor = {
  inOrder: (context, { code, stack, ss, rip }, pops) => {
    const { order, variant } = context;
    if (pops === "always") {
      order("iret.stack_read_before_cs_checks", stack, code);
    } else if (pops === "outwards" && variant(firstRule(context), ["cs", "stack"]) === "stack") {
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
    const own = name === "fs" || name === "gs";
    const rule = own ? "return.null_selector_fs_gs" : "return.null_selector_ds_es";
    if (variant(rule, ["zeroed", "kept"]) === "zeroed") load(name, { selector: 0 }, rule);
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
