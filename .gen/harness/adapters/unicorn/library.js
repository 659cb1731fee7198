/** libunicorn's C interface, as far as it is used. Constants are those of unicorn.h and x86.h, version 2. */
import { koffi } from "./koffi.js";
/** Read, write and execute. */
export const ALL_RIGHTS = 7;
/** The error that stands for #UD. */
export const ERROR_INVALID_INSTRUCTION = 10;
const ARCH_X86 = 4;
const MODE_64 = 8;
const CTL_USE_EXITS = 0x4400_0004;
const CTL_CPU_MODEL = 0x4400_0007;
const CTL_REMOVE_CACHE = 0x4800_0009;
const HOOK_INTERRUPT = 1;
const HOOK_INSTRUCTION = 2;
/** UC_HOOK_MEM_READ_UNMAPPED, WRITE and FETCH. */
const HOOK_UNMAPPED = 0x70;
const INSTRUCTIONS = { syscall: 699, sysenter: 700 };
/** PROT_READ | PROT_WRITE. */
const READ_WRITE = 3;
/** MAP_PRIVATE | MAP_ANONYMOUS, which differ between systems. */
const PRIVATE_ANONYMOUS = process.platform === "darwin" ? 0x1002 : 0x22;
const LIBC = process.platform === "darwin" ? "libSystem.B.dylib" : "libc.so.6";
/** PR_SET_PDEATHSIG and SIGKILL. */
const DEATH_SIGNAL = [1, 9];
/** On Linux the system then kills this process when its parent ends, even if a case keeps it busy for ever. */
export function dieWithParent() {
    if (process.platform !== "linux")
        return;
    const prctl = koffi.load(LIBC).func("int prctl(int option, unsigned long signal)");
    prctl(...DEATH_SIGNAL);
}
/** Prototypes have names, so they are made once. */
const ofInterrupt = koffi.proto("void UnicornInterrupt(void *engine, uint32_t vector, void *data)");
const ofInstruction = koffi.proto("void UnicornInstruction(void *engine, void *data)");
const ofMemory = koffi.proto("bool UnicornMemory(void *engine, int type, uint64_t address, int size, int64_t value, void *data)");
/** Loads the library at `path`. Errors: it cannot be loaded, or it is no Unicorn 2. */
export function loadUnicorn(path) {
    const library = koffi.load(path);
    const libc = koffi.load(LIBC);
    const version = library.func("uint32_t uc_version(void *major, void *minor)");
    const open = library.func("int uc_open(int arch, int mode, _Out_ void **engine)");
    const control = library.func("int uc_ctl(void *engine, uint32_t control, ...)");
    const addHook = library.func("int uc_hook_add(void *engine, _Out_ void **hook, int type, void *callback, void *data, uint64_t from, uint64_t to, ...)");
    const start = library.func("int uc_emu_start(void *engine, uint64_t begin, uint64_t until, uint64_t timeout, size_t count)");
    const writeMemory = library.func("int uc_mem_write(void *engine, uint64_t address, void *bytes, size_t size)");
    const newContext = library.func("int uc_context_alloc(void *engine, _Out_ void **context)");
    const contextSize = library.func("size_t uc_context_size(void *engine)");
    const allocate = libc.func("void *mmap(void *address, size_t size, int rights, int flags, int file, int64_t at)");
    const number = version(null, null);
    const parts = [24, 16, 8].map((shift) => (number >>> shift) & 0xff);
    // 2.0.1 numbers itself 02.00.01.ff.
    if (parts[0] !== 2)
        throw new Error(`${path} is Unicorn ${parts.join(".")}, and version 2 is needed`);
    const must = (what, error) => {
        if (error !== 0)
            throw new Error(`${what} gives the error ${error}`);
    };
    const hook = (engine, type, { prototype, callback, more = [], }) => {
        const registered = koffi.register(callback, koffi.pointer(prototype));
        must("uc_hook_add", addHook(engine, [null], type, registered, null, 1n, 0n, ...more));
        return () => koffi.unregister(registered);
    };
    return {
        version: parts.join("."),
        open: (model) => {
            const found = [null];
            must("uc_open", open(ARCH_X86, MODE_64, found));
            const [engine] = found;
            must("choosing the CPU model", control(engine, CTL_CPU_MODEL, "int", model));
            // An empty list of exits: no address ends a run, 0 included.
            must("uc_ctl", control(engine, CTL_USE_EXITS, "int", 1));
            return engine;
        },
        close: library.func("int uc_close(void *engine)"),
        mapPointer: library.func("int uc_mem_map_ptr(void *engine, uint64_t address, size_t size, uint32_t rights, void *host)"),
        writeMemory: (engine, address, bytes) => writeMemory(engine, address, bytes, bytes.length),
        unmap: library.func("int uc_mem_unmap(void *engine, uint64_t address, size_t size)"),
        writeRegister: library.func("int uc_reg_write(void *engine, int register, void *value)"),
        readRegister: library.func("int uc_reg_read(void *engine, int register, void *value)"),
        forgetCode: (engine, from, to) => control(engine, CTL_REMOVE_CACHE, "uint64_t", from, "uint64_t", to),
        start: (engine, rip) => start(engine, rip, 0, 0, 0),
        stop: library.func("int uc_emu_stop(void *engine)"),
        newContext: (engine) => {
            const found = [null];
            must("uc_context_alloc", newContext(engine, found));
            return found[0];
        },
        contextSize: (engine) => Number(contextSize(engine)),
        saveContext: library.func("int uc_context_save(void *engine, void *context)"),
        restoreContext: library.func("int uc_context_restore(void *engine, void *context)"),
        freeContext: library.func("int uc_context_free(void *context)"),
        onInterrupt: (engine, heard) => hook(engine, HOOK_INTERRUPT, {
            prototype: ofInterrupt,
            callback: (_, vector) => heard(vector),
        }),
        onSystemCall: (engine, heard) => {
            const hooks = Object.values(INSTRUCTIONS).map((instruction) => hook(engine, HOOK_INSTRUCTION, {
                prototype: ofInstruction,
                callback: () => heard(),
                more: ["int", instruction],
            }));
            return () => {
                for (const free of hooks)
                    free();
            };
        },
        onUnmapped: (engine, heard) => hook(engine, HOOK_UNMAPPED, {
            prototype: ofMemory,
            callback: (_, __, address) => heard(BigInt.asUintN(64, BigInt(address))),
        }),
        view: (pointer, size) => koffi.view(pointer, size),
        allocate: (size) => allocate(null, size, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0),
    };
}
