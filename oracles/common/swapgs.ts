/** Intel SDM Vol. 2B and AMD APM Vol. 3, "SWAPGS", Operation. */
import { operation, type Operation } from "../operation.ts";
import { retireToNext } from "./boundary.ts";
import { isCanonical, pagingWidth } from "./canonical.ts";
import { GP, UD } from "./exceptions.ts";
import { in64BitMode } from "./mode.ts";

export const swapgs: Operation = operation("swapgs", (context) => {
  const { cpu, raise, order, absent, set } = context;
  order(
    "swapgs.ud_before_gp",
    () => {
      if (!in64BitMode(cpu)) raise(UD, "swapgs.ud_not_64bit");
    },
    () => {
      if (cpu.cpl !== 0) raise(GP(0), "swapgs.gp_cpl_nonzero");
    },
  );
  if (!isCanonical(cpu.kernelGsBase, pagingWidth(cpu))) {
    absent("swapgs.no_canonical_check", () => raise(GP(0), "swapgs.gp_cpl_nonzero"));
  }
  set({ "gs.base": cpu.kernelGsBase }, "swapgs.gs_base_from_kernel_gs_base");
  set({ kernelGsBase: cpu.gs.base }, "swapgs.kernel_gs_base_from_gs_base");
  retireToNext(context);
});
