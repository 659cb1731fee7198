import { type Law } from "./law.ts";
/**
 * The way into the kernel and straight back. SYSRET ends where SYSCALL ended, so that both return
 * to the same absent page. A trap flag would end either of them in #DB: it is cleared before.
 */
export declare const syscallThenSysret: Law;
