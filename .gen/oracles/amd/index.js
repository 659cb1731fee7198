/** The oracle after the AMD APM. */
import { readBase, writeBase } from "../common/fsgsbase.js";
import { movFromSreg, movToSreg } from "../common/movsreg.js";
import { rdmsr } from "../common/rdmsr.js";
import { swapgs } from "../common/swapgs.js";
import { far } from "./farjump.js";
import { loadSegment } from "./segload.js";
import { syscall } from "./syscall.js";
import { sysenter } from "./sysenter.js";
import { sysexit } from "./sysexit.js";
import { sysret } from "./sysret.js";
import { wrmsr } from "./wrmsr.js";
export const amd = {
    syscall,
    sysret,
    sysenter,
    sysexit,
    swapgs,
    rdmsr,
    wrmsr,
    rdfsbase: readBase("fs"),
    rdgsbase: readBase("gs"),
    wrfsbase: writeBase("fs"),
    wrgsbase: writeBase("gs"),
    mov_to_sreg: movToSreg(loadSegment),
    mov_from_sreg: movFromSreg,
    ...far,
};
