/** What `ringcross` ends with. Never 1, which Node uses for its own crashes. */
/** Everything that ran passed. */
export const ALL_PASS = 0;
/** The command line or a file named on it is wrong. */
export const USAGE = 2;
/** Nothing could be judged: every case or processor was skipped. */
export const ONLY_SKIPS = 3;
/** A processor, an adapter or a report broke. */
export const ERROR = 4;
/** A processor differs from what the manuals require. */
export const FINDINGS = 5;
/** Which code wins when several apply. */
const PRECEDENCE = [USAGE, ERROR, FINDINGS, ONLY_SKIPS];
/** The one code of a run to which `codes` apply; 0 when none does. */
export function exitCodeOf(codes) {
    return PRECEDENCE.find((code) => codes.has(code)) ?? ALL_PASS;
}
/** What a shell expects of a process that a signal ended: 130 for SIGINT, 143 for SIGTERM. */
export function exitCodeOfSignal(signal) {
    return signal === "SIGINT" ? 130 : 143;
}
