/** What is needed, and the command that installs it here. */
export type Installable = "qemu" | "bochs" | "unicorn";
/** How to install `what` on this machine. */
export declare function installHint(what: Installable): string;
