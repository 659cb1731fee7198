/** Intel SDM Vol. 2B and 2D, Vol. 3A, 4.5.3, and AMD APM Vol. 3: "RDFSBASE", "RDGSBASE", "WRFSBASE", "WRGSBASE". */
import { operation } from "../operation.js";
import { retireToNext } from "./boundary.js";
import { isCanonical, pagingWidth } from "./canonical.js";
import { GP, UD } from "./exceptions.js";
import { in64BitMode } from "./mode.js";
const CR4_FSGSBASE = 1n << 16n;
const LOWER = 0xffffffffn;
const UPPER = LOWER << 32n;
function checkEnabled({ cpu, raise, absent }) {
    if (!in64BitMode(cpu))
        raise(UD, "fsgsbase.ud_not_64bit");
    if ((cpu.cr4 & CR4_FSGSBASE) === 0n)
        raise(UD, "fsgsbase.ud_cr4_clear");
    if (cpu.cpl !== 0)
        absent("fsgsbase.legal_at_any_cpl", () => raise(GP(0), "fsgsbase.ud_cr4_clear"));
}
/** Whether 66h would choose 16 bits, if it counted. */
function is16BitByPrefix({ instruction }) {
    return instruction.operandSizePrefix && instruction.operandSize === 32;
}
/** RDFSBASE or RDGSBASE. */
export function readBase(segment) {
    return operation("fsgsbase", (context) => {
        const { cpu, instruction, setBits, absent } = context;
        checkEnabled(context);
        const { base } = cpu[segment];
        let upper = 0n;
        if (is16BitByPrefix(context)) {
            absent("fsgsbase.operand_size_prefix_ignored", () => (upper = base));
        }
        setBits(instruction.register, LOWER, base, "fsgsbase.register_from_base");
        if (instruction.operandSize === 64) {
            setBits(instruction.register, UPPER, base, "fsgsbase.register_from_base");
        }
        else {
            setBits(instruction.register, UPPER, upper, "fsgsbase.o32_register_zero_extended");
        }
        retireToNext(context);
    });
}
/** WRFSBASE or WRGSBASE. */
export function writeBase(segment) {
    return operation("fsgsbase", (context) => {
        const { cpu, instruction, raise, setBits, absent } = context;
        checkEnabled(context);
        const value = cpu[instruction.register];
        let upper = 0n;
        if (is16BitByPrefix(context)) {
            absent("fsgsbase.operand_size_prefix_ignored", () => (upper = value));
        }
        const name = `${segment}.base`;
        setBits(name, LOWER, value, "fsgsbase.base_from_register");
        if (instruction.operandSize === 64) {
            if (!isCanonical(value, pagingWidth(cpu)))
                raise(GP(0), "fsgsbase.gp_base_noncanonical");
            setBits(name, UPPER, value, "fsgsbase.base_from_register");
        }
        else {
            setBits(name, UPPER, upper, "fsgsbase.o32_base_zero_extended");
        }
        retireToNext(context);
    });
}
