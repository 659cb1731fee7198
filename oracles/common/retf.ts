/** Intel SDM Vol. 2B, "RET", and AMD APM Vol. 3, "RET (Far)": opcodes CAh and CBh. */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { retireAt } from "./boundary.ts";
import { isOuter, returnTo, type ReturnVendor } from "./farreturn.ts";
import type { StackImage } from "./outer-return.ts";
import { slotsOf } from "./return-slots.ts";

/** Far RET, with and without an immediate, which is how many bytes of parameters it releases. */
export function retf(vendor: ReturnVendor): Operation {
  return operation("retf", (context) => {
    const { cpu, instruction, order, absent, variant } = context;
    const slot = slotsOf(context);
    const size = instruction.size / 8;
    let released = BigInt.asUintN(16, instruction.immediate);
    if (released !== instruction.immediate) {
      absent("retf.release_unsigned", () => (released = instruction.immediate));
    }
    let selector = 0;
    let rip = 0n;
    order(
      "return.cs_read_before_rip",
      () => (selector = Number(slot(context, size) & 0xffffn)),
      () => (rip = slot(context, 0)),
    );
    const above = 2 * size + Number(released);
    const outer = isOuter(context, selector);
    const rspFirst = outer && variant("retf.ss_and_rsp_order", ["ss", "rsp"]) === "rsp";
    const frame = {
      selector,
      rip,
      pops: outer ? ("outwards" as const) : ("never" as const),
      stack: (open: OperationContext): StackImage => {
        let rsp = rspFirst ? slot(open, above) : 0n;
        const ss = Number(slot(open, above + size) & 0xffffn);
        if (!rspFirst) rsp = slot(open, above);
        return { selector: ss, rsp };
      },
      rsp: BigInt.asUintN(64, cpu.rsp + BigInt(above)),
      released,
    };
    const target = returnTo(context, frame, vendor);
    if (target !== undefined) retireAt(context, target, "return.rip");
  });
}
