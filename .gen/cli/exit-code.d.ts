/** What `ringcross` ends with. Never 1, which Node uses for its own crashes. */
/** Everything that ran passed. */
export declare const ALL_PASS = 0;
/** The command line or a file named on it is wrong. */
export declare const USAGE = 2;
/** Nothing could be judged: every case or processor was skipped. */
export declare const ONLY_SKIPS = 3;
/** A processor, an adapter or a report broke. */
export declare const ERROR = 4;
/** A processor differs from what the manuals require. */
export declare const FINDINGS = 5;
/** The one code of a run to which `codes` apply; 0 when none does. */
export declare function exitCodeOf(codes: ReadonlySet<number>): number;
/** What a shell expects of a process that a signal ended: 130 for SIGINT, 143 for SIGTERM. */
export declare function exitCodeOfSignal(signal: "SIGINT" | "SIGTERM"): number;
