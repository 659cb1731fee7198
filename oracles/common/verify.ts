/** Intel SDM Vol. 2B, "VERR/VERW", and AMD APM Vol. 3, "VERR" and "VERW". */
import type { Operation } from "../operation.ts";
import { inspecting, refuses } from "./inspect.ts";

/** VERR: data, and readable code. */
export const verr: Operation = inspecting({
  takesCode: true,
  accepts: (context, { s, type }) => {
    if (s === 0) return !refuses(context, "inspect.verify_refuses_system");
    return (type & 0xa) !== 8 || !refuses(context, "inspect.verr_refuses_execute_only");
  },
});

/** VERW: writable data. */
export const verw: Operation = inspecting({
  takesCode: false,
  accepts: (context, { s, type }) => {
    if (s === 0) return !refuses(context, "inspect.verify_refuses_system");
    if ((type & 8) !== 0) return !refuses(context, "inspect.verw_refuses_code");
    return (type & 2) !== 0 || !refuses(context, "inspect.verw_refuses_read_only");
  },
});
