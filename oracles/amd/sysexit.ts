/** AMD APM Vol. 3, "SYSEXIT", Action. */
import { UD } from "../common/exceptions.ts";
import { lma } from "../common/mode.ts";
import { checkPrivilege, returnTo32 } from "../common/sysexit.ts";
import { operation, type Operation } from "../operation.ts";

export const sysexit: Operation = operation("sysexit", (context) => {
  const { cpu, raise, order } = context;
  order(
    "sysexit.ud_before_gp",
    () => {
      if (lma(cpu)) raise(UD, "sysexit.ud_long_mode");
    },
    () => checkPrivilege(context),
  );
  returnTo32(context);
});
