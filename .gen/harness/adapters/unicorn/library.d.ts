/** A pointer of the library. */
export type Pointer = unknown;
/** What is used of libunicorn; functions return 0 or a UC_ERR code. */
export interface UnicornLibrary {
    /** "2.0.1". */
    readonly version: string;
    /** Errors: Unicorn refuses the model. */
    readonly open: (model: number) => Pointer;
    readonly close: (engine: Pointer) => number;
    readonly mapPointer: (engine: Pointer, address: bigint, size: number, rights: number, host: Pointer) => number;
    readonly writeMemory: (engine: Pointer, address: bigint, bytes: Uint8Array) => number;
    readonly unmap: (engine: Pointer, address: bigint, size: number) => number;
    readonly writeRegister: (engine: Pointer, register: number, value: Uint8Array) => number;
    readonly readRegister: (engine: Pointer, register: number, value: Uint8Array) => number;
    /** Forgets the translations of the code in [start, end), in the mapping that the engine has at this time. */
    readonly forgetCode: (engine: Pointer, start: bigint, end: bigint) => number;
    readonly start: (engine: Pointer, rip: bigint) => number;
    readonly stop: (engine: Pointer) => number;
    readonly newContext: (engine: Pointer) => Pointer;
    readonly contextSize: (engine: Pointer) => number;
    readonly saveContext: (engine: Pointer, context: Pointer) => number;
    readonly restoreContext: (engine: Pointer, context: Pointer) => number;
    readonly freeContext: (context: Pointer) => number;
    /** Calls `heard` with the vector of each exception and software interrupt. */
    readonly onInterrupt: (engine: Pointer, heard: (vector: number) => void) => Hook;
    /** Calls `heard` when SYSCALL or SYSENTER is executed. */
    readonly onSystemCall: (engine: Pointer, heard: () => void) => Hook;
    /** Calls `heard` with the address of an access that no mapping backs, and tries again when it returns true. */
    readonly onUnmapped: (engine: Pointer, heard: (address: bigint) => boolean) => Hook;
    /** The bytes at a pointer, shared. */
    readonly view: (pointer: Pointer, size: number) => ArrayBuffer;
    /** Zeroed memory of the process, page aligned. */
    readonly allocate: (size: number) => Pointer;
}
/** Frees what a hook holds on this side. */
export type Hook = () => void;
/** Read, write and execute. */
export declare const ALL_RIGHTS = 7;
/** The error that stands for #UD. */
export declare const ERROR_INVALID_INSTRUCTION = 10;
/** On Linux the system then kills this process when its parent ends, even if a case keeps it busy for ever. */
export declare function dieWithParent(): void;
/** Loads the library at `path`. Errors: it cannot be loaded, or it is no Unicorn 2. */
export declare function loadUnicorn(path: string): UnicornLibrary;
