/** Intel SDM Vol. 2B and AMD APM Vol. 3, "RDMSR", Operation. */
import { field } from "../../spec/fields.js";
import { operation } from "../operation.js";
import { retireToNext } from "./boundary.js";
import { GP } from "./exceptions.js";
import { lma } from "./mode.js";
import { msrAt } from "./msrs.js";
const LOWER = 0xffffffffn;
const UPPER = LOWER << 32n;
export const rdmsr = operation("rdmsr", (context) => {
    const { cpu, raise, absent, setBits, unspecified } = context;
    if (cpu.cpl !== 0)
        raise(GP(0), "rdmsr.gp_cpl_nonzero");
    const msr = msrAt(cpu.rcx);
    if (msr === undefined)
        raise(GP(0), "rdmsr.gp_unknown_msr");
    if (cpu.rcx > LOWER)
        absent("rdmsr.rcx_upper_half_ignored", () => raise(GP(0), "rdmsr.gp_unknown_msr"));
    if (msr !== undefined) {
        const value = field(msr.field).get(cpu);
        setBits("rax", LOWER, value, `rdmsr.${msr.key}`);
        setBits("rdx", LOWER, value >> 32n, `rdmsr.${msr.key}`);
    }
    for (const register of ["rax", "rdx"]) {
        if (lma(cpu))
            setBits(register, UPPER, 0n, "rdmsr.upper_halves_cleared");
        else
            unspecified(register, UPPER, "rdmsr.legacy_upper_halves_unspecified");
    }
    retireToNext(context);
});
