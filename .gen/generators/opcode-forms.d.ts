/** How instructions under test are encoded: opcode, ModRM and immediate. */
import type { InstructionName } from "./instruction-name.ts";
/** The encoding of an instruction but for its prefixes. */
export interface OpcodeForm {
    readonly opcode: readonly number[];
    /** Nothing; the register of RD/WRxSBASE in the low bits of the opcode's last byte; or ModRM after the opcode. */
    readonly operand: "none" | "base" | "modrm";
    /** ModRM.reg where it belongs to the opcode; undefined where it names a register, or there is no ModRM. */
    readonly digit?: number;
    /** Bytes of immediate: that many, as many as the operand size (2 or 4), or a far pointer of that size. */
    readonly immediate?: 1 | 2 | "operand" | "pointer";
    /** Whether REX.W chooses between two forms. */
    readonly wide: boolean;
}
/** The form of each instruction. */
export declare const OPCODE_FORMS: {
    readonly [name in InstructionName]: OpcodeForm;
};
/** RDFSBASE, RDGSBASE, WRFSBASE and WRGSBASE: F3 0F AE with a register operand. */
export declare function isBaseInstruction(name: InstructionName): boolean;
/** Whether ModRM follows the opcode. */
export declare function hasModRm(name: InstructionName): boolean;
/** Whether anything follows the opcode: ModRM, an immediate, or both. */
export declare function hasTail(name: InstructionName): boolean;
/** Whether REX.W chooses between two forms. */
export declare function hasWideForm(name: InstructionName): boolean;
/** Bytes of the immediate under an operand size of 16, 32 or 64 bits; 0 for none. */
export declare function immediateLength(name: InstructionName, operandSize: 16 | 32 | 64): number;
