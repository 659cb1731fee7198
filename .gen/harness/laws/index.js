import { avl } from "./avl.js";
import { faultChangesNothing } from "./fault-changes-nothing.js";
import { gdtSlots } from "./gdt-slots.js";
import { otherMsrs } from "./other-msrs.js";
import { swapgsTwice } from "./swapgs-twice.js";
import { syscallThenSysret } from "./syscall-then-sysret.js";
import { unusedRegisters } from "./unused-registers.js";
/** Every law that needs no oracle. */
export const LAWS = [
    swapgsTwice,
    syscallThenSysret,
    faultChangesNothing,
    unusedRegisters,
    otherMsrs,
    gdtSlots,
    avl,
];
