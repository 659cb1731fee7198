/** Which cases a Linux process can run on the CPU that it runs on, and why not the others. */
import { modeOf } from "../../spec/validity.js";
import { MAX_PAGES } from "./native-record.js";
const LONGEST = 15;
const LOCK = 0xf0;
const PREFIXES = new Set([
    0x66,
    0x67,
    0xf2,
    0xf3,
    0x2e,
    0x36,
    0x3e,
    0x26,
    0x64,
    0x65,
    LOCK,
]);
const SYSCALL = 0x05;
/** SYSRET, WRMSR, RDMSR: refused at CPL 3. */
const PRIVILEGED = new Set([0x07, 0x30, 0x32]);
const SYSENTER = 0x34;
const SYSEXIT = 0x35;
/** Linux keeps the lowest pages and the last page of the lower half free. */
const LOWEST = 0x10000n;
const PAGE = 0x1000n;
/** How `testCase` can be run on `machine`. */
export function nativeWay(testCase, machine) {
    const reason = objection(testCase, machine);
    if (reason !== undefined)
        return { unsupported: reason };
    return instructionWay(testCase, machine);
}
function objection({ before, pages, delivery }, { width }) {
    if (delivery !== "observe")
        return "Linux delivers exceptions, not the case's IDT";
    if (pages.length > MAX_PAGES)
        return `more than ${MAX_PAGES} pages`;
    const last = (1n << BigInt(width - 1)) - PAGE;
    for (const { linear, user, write } of pages) {
        if (!user)
            continue;
        if (linear < LOWEST)
            return "Linux maps nothing below 10000h";
        if (linear >= last)
            return "Linux maps no page at the end of the lower half, and none above it";
        if (write)
            return "what a case writes to memory is not observed yet";
    }
    for (const { base } of [before.fs, before.gs]) {
        if (BigInt.asUintN(64, BigInt.asIntN(width, base)) !== base)
            return `WRFSBASE and WRGSBASE set no base of more than ${width} bits`;
    }
    return undefined;
}
/** The opcode after all prefixes, and whether LOCK is among them. */
function opcodeOf(bytes, mode) {
    let at = 0;
    let lock = false;
    for (; at < bytes.length; at += 1) {
        const byte = bytes[at];
        if (!PREFIXES.has(byte) && !(mode === "64" && byte >> 4 === 4))
            break;
        if (byte === LOCK)
            lock = true;
    }
    return { at, lock };
}
/** Only instructions that leave the machine as it is, whatever they do in the case. */
function instructionWay(testCase, machine) {
    const { before, steps } = testCase;
    const bytes = steps[0]?.bytes ?? new Uint8Array();
    const mode = modeOf(before);
    const { at, lock } = opcodeOf(bytes, mode);
    const [first, second, third = 0] = bytes.subarray(at);
    if (first === 0x0f && second !== undefined) {
        if (second === SYSCALL)
            return lock || bytes.length > LONGEST ? "plain" : syscallWay(testCase, machine);
        if (second === SYSENTER)
            return sysenterWay(before, machine);
        if (second === SYSEXIT)
            return sysexitWay(machine);
        if (PRIVILEGED.has(second) || (second === 0x01 && third === 0xf8))
            return "plain";
        // RDFSBASE, RDGSBASE, WRFSBASE and WRGSBASE.
        if (second === 0xae && third >= 0xc0 && third <= 0xdf)
            return "plain";
    }
    return { unsupported: "native runs only instructions that are known to leave the machine as it is" };
}
/**
 * A SYSCALL that completes enters the kernel of this machine. With a number that no system call has, it comes back
 * and has changed nothing but RAX: RCX and R11 are still what the instruction put there.
 */
function syscallWay({ before }, { vendor, seccomp }) {
    if (modeOf(before) !== "64") {
        if (vendor === "intel")
            return "plain";
        return { unsupported: "SYSCALL from compatibility mode enters the kernel of this machine" };
    }
    if (seccomp)
        return { unsupported: "SYSCALL enters the kernel of this machine, which filters system calls" };
    const number = Number(before.rax & 0xffffffffn);
    if (isSystemCall(number) || isSystemCall(number - X32)) {
        return { unsupported: "RAX holds what may be the number of a system call of this machine" };
    }
    return "through the kernel";
}
/** AMD has none in long mode. Should a CPU have it after all, RAX names no system call. */
function sysenterWay({ rax }, { vendor }) {
    if (vendor === "amd" && !isSystemCall(Number(rax & 0xffffffffn)))
        return "plain";
    return { unsupported: "SYSENTER enters the kernel of this machine" };
}
/** KVM steps in when a CPU of AMD raises #UD for SYSEXIT, and raises #GP(0) for CPL itself. */
function sysexitWay({ vendor }) {
    if (vendor === "intel")
        return "plain";
    return { unsupported: "what SYSEXIT does on AMD may be KVM's doing, not the CPU's" };
}
/** The bit that marks system calls of the x32 interface. */
const X32 = 0x4000_0000;
/** Numbers of system calls are far below this. */
function isSystemCall(number) {
    return number >= 0 && number < 0x1_0000;
}
