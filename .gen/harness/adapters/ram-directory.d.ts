/** A fresh directory, in memory if the system offers that as files. The caller removes it. */
export declare function makeRamDirectory(): string;
