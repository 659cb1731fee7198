import { avl } from "./avl.ts";
import { faultChangesNothing } from "./fault-changes-nothing.ts";
import { gdtSlots } from "./gdt-slots.ts";
import type { Law } from "./law.ts";
import { otherMsrs } from "./other-msrs.ts";
import { swapgsTwice } from "./swapgs-twice.ts";
import { syscallThenSysret } from "./syscall-then-sysret.ts";
import { unusedRegisters } from "./unused-registers.ts";

/** Every law that needs no oracle. */
export const LAWS: readonly Law[] = [
  swapgsTwice,
  syscallThenSysret,
  faultChangesNothing,
  unusedRegisters,
  otherMsrs,
  gdtSlots,
  avl,
];
