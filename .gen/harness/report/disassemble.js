/** Instruction bytes as a person reads them. */
import iced from "iced-x86";
/** The size of code that CS and EFER select: 64, 32 or 16 bits. */
export function codeWidth(state) {
    const longModeActive = ((state.efer >> 10n) & 1n) === 1n;
    if (longModeActive && state.cs.l === 1)
        return 64;
    return state.cs.db === 1 ? 32 : 16;
}
/** Bytes as lower-case pairs: `48 0f 07`. */
export function formatBytes(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
/**
 * The instruction in Intel's syntax as NASM writes it; bytes that are none are `(bad)`. A LOCK that
 * makes the processor raise #UD is shown all the same.
 */
export function disassemble(bytes, width) {
    const decoder = new iced.Decoder(width, bytes, iced.DecoderOptions.NoInvalidCheck);
    const formatter = new iced.Formatter(iced.FormatterSyntax.Nasm);
    const instruction = decoder.decode();
    try {
        return formatter.format(instruction);
    }
    finally {
        // These live in WebAssembly memory, which no garbage collector sees.
        instruction.free();
        formatter.free();
        decoder.free();
    }
}
