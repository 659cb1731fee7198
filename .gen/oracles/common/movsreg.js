/** Intel SDM Vol. 2B and AMD APM Vol. 3, "MOV": between a segment register and a general register or memory. */
import { operation } from "../operation.js";
import { retireToNext } from "./boundary.js";
import { UD } from "./exceptions.js";
import { linearOf, readData, writeData } from "./memory.js";
import { in64BitMode } from "./mode.js";
import { SEGMENT_BY_NUMBER } from "./modrm.js";
const LOW_16 = 0xffffn;
const BITS_31_16 = 0xffff0000n;
const UPPER = 0xffffffffn << 32n;
/** The 16 bits that an operand holds; of memory no more than these are read, whatever the operand size. */
export function readWord(context, operand) {
    if (operand.kind === "register")
        return Number(context.cpu[operand.register] & LOW_16);
    return Number(readData(context, linearOf(context, operand, { size: 2 }), 2));
}
/** MOV to a segment register. */
export function movToSreg(load) {
    return operation("movsreg", (context) => {
        const { instruction, raise } = context;
        const number = instruction.reg & 7;
        if (number === 1)
            raise(UD, "movsreg.ud_to_cs");
        if (number > 5)
            raise(UD, "movsreg.ud_no_such_register");
        const name = SEGMENT_BY_NUMBER[number % 6];
        load(context, name, readWord(context, instruction.operand));
        retireToNext(context, { shadow: name === "ss" });
    });
}
/** MOV from a segment register. */
export const movFromSreg = operation("movsreg", (context) => {
    const { cpu, instruction, raise } = context;
    const number = instruction.reg & 7;
    if (number > 5)
        raise(UD, "movsreg.ud_no_such_register");
    const { selector } = cpu[SEGMENT_BY_NUMBER[number % 6]];
    storeSelector(context, instruction.operand, BigInt(selector));
    retireToNext(context);
});
function storeSelector(context, operand, selector) {
    const { cpu, instruction, setBits, unspecified } = context;
    if (operand.kind === "memory") {
        const linear = linearOf(context, operand, { size: 2, writes: true });
        writeData(context, linear, { size: 2, value: selector }, "movsreg.memory_from_selector");
        return;
    }
    const { register } = operand;
    setBits(register, LOW_16, selector, "movsreg.register_from_selector");
    if (instruction.size === 16)
        return;
    setBits(register, BITS_31_16, 0n, "movsreg.register_zero_extended");
    if (in64BitMode(cpu))
        setBits(register, UPPER, 0n, "movsreg.register_zero_extended");
    else
        unspecified(register, UPPER, "movsreg.upper_half_unspecified");
}
