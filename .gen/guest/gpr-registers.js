/** The registers of PLAIN_GPRS as the assembler names them. */
import { Register } from "iced-x86";
const R = Register;
/** By the name of the field. */
export const GPR_REGISTERS = {
    rcx: R.RCX,
    rdx: R.RDX,
    rbx: R.RBX,
    rbp: R.RBP,
    rsi: R.RSI,
    rdi: R.RDI,
    r8: R.R8,
    r9: R.R9,
    r10: R.R10,
    r11: R.R11,
    r12: R.R12,
    r13: R.R13,
    r14: R.R14,
    r15: R.R15,
};
