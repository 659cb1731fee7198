/** v86's CPU, which is one WebAssembly module, without the devices around it. */
import { PLACE } from "./layout.ts";
import { WASM, type WasmImports, type WasmModule } from "./web-assembly.ts";

/** What the module is called from. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  rust_init(): void;
  allocate_memory(size: number): number;
  reset_cpu(): void;
  set_jit_config(index: number, value: number): void;
  full_clear_tlb(): void;
  update_state_flags(): void;
  get_eflags(): number;
  main_loop(): number;
}

/** What the CPU asks its surroundings. */
export interface Surroundings {
  /** Reads 32 bits of physical memory beyond RAM. */
  readonly readBeyond: (address: number) => number;
  /** Called now and then while the CPU runs. */
  readonly tick: () => void;
}

/** Bytes of RAM. */
export const RAM_SIZE = 0x40_0000;
/** Functions of the module itself and of code that it compiles; it compiles none here. */
const TABLE_SIZE = 1024 + 900;
const JIT_DISABLED = 0;
const ALL_ONES = 0xff;

/** One CPU with its memory. */
export class V86Cpu {
  readonly exports: Exports;
  /** The module's memory, in which the CPU's state lies. */
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly halves: Uint16Array;
  /** Physical memory. */
  readonly ram: Uint8Array<ArrayBuffer>;
  /** What the module said last when it gave up. */
  lastWords = "";

  constructor(module: WasmModule, { readBeyond, tick }: Surroundings) {
    let now = 0;
    const nothing = (): void => {};
    const floating = (): number => ALL_ONES;
    const env: WasmImports = {
      __indirect_function_table: new WASM.Table({ element: "anyfunc", initial: TABLE_SIZE }),
      // Time passes so fast that the main loop comes back as soon as it looks at the clock.
      microtick: () => {
        tick();
        now += 1000;
        return now;
      },
      run_hardware_timers: () => 100,
      mmap_read32: readBeyond,
      mmap_read8: floating,
      io_port_read8: floating,
      io_port_read16: () => 0xffff,
      io_port_read32: () => -1,
      get_rand_int: () => 0,
      console_log_from_wasm: (pointer: number, length: number) => {
        const said = new Uint8Array(this.exports.memory.buffer, pointer, length);
        this.lastWords = new TextDecoder().decode(said);
      },
    };
    for (const { name, kind } of WASM.Module.imports(module)) if (kind === "function") env[name] ??= nothing;
    const { exports } = new WASM.Instance(module, { env });
    this.exports = exports as unknown as Exports;
    this.exports.rust_init();
    const start = this.exports.allocate_memory(RAM_SIZE);
    const { buffer } = this.exports.memory;
    this.bytes = new Uint8Array(buffer);
    this.words = new Int32Array(buffer);
    this.halves = new Uint16Array(buffer);
    this.ram = new Uint8Array(buffer, start, RAM_SIZE);
    this.words[PLACE.memorySize >> 2] = RAM_SIZE;
    this.exports.reset_cpu();
    this.exports.set_jit_config(JIT_DISABLED, 1);
    this.words[PLACE.cr >> 2] = 1;
    this.bytes[PLACE.isProtected] = 1;
  }

  /** Lets the CPU run until it halts. Errors: those of WebAssembly when it gives up, after which it cannot be used again. */
  run(): void {
    this.bytes[PLACE.halted] = 0;
    while (this.bytes[PLACE.halted] === 0) this.exports.main_loop();
  }
}
