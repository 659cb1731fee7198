/** AMD APM Vol. 3, "SYSEXIT", Action. */
import { UD } from "../common/exceptions.js";
import { lma } from "../common/mode.js";
import { checkPrivilege, returnTo32 } from "../common/sysexit.js";
import { operation } from "../operation.js";
export const sysexit = operation("sysexit", (context) => {
    const { cpu, raise, order } = context;
    order("sysexit.ud_before_gp", () => {
        if (lma(cpu))
            raise(UD, "sysexit.ud_long_mode");
    }, () => checkPrivilege(context));
    returnTo32(context);
});
