/** EFER.SCE: SYSCALL and SYSRET are enabled. */
export function sce(cpu) {
    return (cpu.efer & 1n) !== 0n;
}
/** EFER.LMA: long mode is active. */
export function lma(cpu) {
    return (cpu.efer & (1n << 10n)) !== 0n;
}
/** 64-bit mode: long mode is active and the code segment is 64-bit. */
export function in64BitMode(cpu) {
    return lma(cpu) && cpu.cs.l === 1;
}
