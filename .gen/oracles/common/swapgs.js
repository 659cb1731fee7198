/** Intel SDM Vol. 2B and AMD APM Vol. 3, "SWAPGS", Operation. */
import { operation } from "../operation.js";
import { retireToNext } from "./boundary.js";
import { isCanonical, pagingWidth } from "./canonical.js";
import { GP, UD } from "./exceptions.js";
import { in64BitMode } from "./mode.js";
export const swapgs = operation("swapgs", (context) => {
    const { cpu, raise, order, absent, set } = context;
    order("swapgs.ud_before_gp", () => {
        if (!in64BitMode(cpu))
            raise(UD, "swapgs.ud_not_64bit");
    }, () => {
        if (cpu.cpl !== 0)
            raise(GP(0), "swapgs.gp_cpl_nonzero");
    });
    if (!isCanonical(cpu.kernelGsBase, pagingWidth(cpu))) {
        absent("swapgs.no_canonical_check", () => raise(GP(0), "swapgs.gp_cpl_nonzero"));
    }
    set({ "gs.base": cpu.kernelGsBase }, "swapgs.gs_base_from_kernel_gs_base");
    set({ kernelGsBase: cpu.gs.base }, "swapgs.kernel_gs_base_from_gs_base");
    retireToNext(context);
});
