/** One running QEMU: its RAM as a file, its serial port as a doorbell. */
import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import {
  CONTROL,
  HELLO_BYTE,
  MEMORY,
  OBSERVER,
  RAM_MEGABYTES,
  SLOT,
  SLOT_BYTE,
  SLOT_SIZE,
} from "../../guest/layout.ts";
import type { ObserverName } from "../../guest/layout.ts";
import { onExit } from "./exit-guard.ts";
import { makeRamDirectory } from "./ram-directory.ts";

/** How to start it and whom to tell. */
export interface QemuProcessOptions {
  readonly binary: string;
  readonly cpu: string;
  readonly rom: string;
  readonly observer: ObserverName;
  /** QEMU's `-accel`. */
  readonly accelerator: string;
  /** Seconds without work after which the guest ends QEMU. */
  readonly idleLimit: number;
  /** Slot `slot` is done. */
  readonly onDone: (slot: number) => void;
  /** The process ended, with what it said last. Not called after `kill`. */
  readonly onEnd: (message: string) => void;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** What QEMU always says about models that have more than TCG implements. */
const IDLE_WARNING = /warning: TCG doesn't support requested feature/;

/** What QEMU prints when KVM refuses to go on; QEMU itself waits for a debugger then. */
const KVM_STOPPED = /^((?:KVM internal error|KVM: entry failed|error: kvm run failed)[^\n]*)[^]*^[ER]AX=/m;
const EMULATION_FAILURE = /^emulation failure/m;

/** The PC's timer runs at this rate until somebody programs it. */
const TICKS_PER_SECOND = 1_193_182 / 65_536;

/** Milliseconds until the guest's hello; a loaded machine needs a fraction of a second. */
const HELLO_LIMIT = 20_000;

/** A QEMU whose guest has said hello. */
export class QemuProcess {
  readonly #child: Child;
  readonly #ram: number;
  readonly #forget: () => void;
  #open = true;

  private constructor(child: Child, ram: number, forget: () => void) {
    this.#child = child;
    this.#ram = ram;
    this.#forget = forget;
  }

  /** Starts QEMU and waits for the hello. Errors: an Error that says why there is no hello. */
  static async start(options: QemuProcessOptions): Promise<QemuProcess> {
    const directory = makeRamDirectory();
    const removeFile = (): void => rmSync(directory, { recursive: true, force: true });
    try {
      const file = join(directory, "ram");
      const ram = openSync(file, "w+");
      ftruncateSync(ram, RAM_MEGABYTES << 20);
      // Before QEMU starts: the guest may look at it before this process gets to run again.
      const words = Uint32Array.of(
        Math.ceil(options.idleLimit * TICKS_PER_SECOND),
        OBSERVER[options.observer],
      );
      writeSync(ram, words, 0, words.byteLength, MEMORY.control + CONTROL.idleTicks);
      const child = spawn(options.binary, qemuArguments(options, file), { stdio: ["pipe", "pipe", "pipe"] });
      const forget = onExit(() => {
        child.kill("SIGKILL");
        removeFile();
      });
      const process = new QemuProcess(child, ram, forget);
      await process.#greeting(options);
      process.hold(false);
      return process;
    } finally {
      // QEMU has it open; without its name nothing is left behind, even after a SIGKILL of this process.
      removeFile();
    }
  }

  /** Resolves at the guest's hello; from then on tells whom it concerns. */
  #greeting(options: QemuProcessOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = this.#child;
      let stderr = "";
      let greeted = false;
      const fail = (message: string): void => {
        clearTimeout(limit);
        if (!this.#open) return;
        this.kill();
        if (greeted) {
          options.onEnd(message);
        } else {
          this.release();
          reject(new Error(message));
        }
      };
      const limit = setTimeout(() => fail(`the guest said nothing for ${HELLO_LIMIT / 1000} s`), HELLO_LIMIT);
      // A doorbell to a dead process fails; the end itself is reported by "close".
      child.stdin.on("error", () => {});
      child.stderr.on("data", (chunk: Buffer) => {
        stderr = (stderr + chunk.toString("utf8")).slice(-2000);
        const stopped = KVM_STOPPED.exec(stderr)?.[1];
        if (stopped === undefined) return;
        const why = EMULATION_FAILURE.test(stderr) ? ", emulation failure" : "";
        fail(`KVM stopped the guest: ${stopped}${why}`);
      });
      child.stdout.on("data", (chunk: Buffer) => {
        for (const byte of chunk) {
          if (!this.#open) return;
          if (greeted) {
            options.onDone(byte - SLOT_BYTE);
          } else if (byte === HELLO_BYTE) {
            greeted = true;
            clearTimeout(limit);
            resolve();
          }
        }
      });
      child.on("error", (error) => fail(error.message));
      child.on("close", (code, signal) => {
        const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
        const words = stderr
          .split("\n")
          .filter((line) => line !== "" && !IDLE_WARNING.test(line))
          .join("; ");
        fail(`QEMU ended with ${how}${words === "" ? "" : `: ${words}`}`);
      });
    });
  }

  /** The operating system's id of the process. */
  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** Whether a waiting process keeps Node from exiting. */
  hold(held: boolean): void {
    const change = held ? "ref" : "unref";
    this.#child[change]();
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
      (stream as unknown as Socket)[change]();
    }
  }

  /** Copies `bytes` to physical `address`. */
  write(address: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.#ram, bytes, done, bytes.length - done, address + done);
    }
  }

  /** Fills `target` from physical `address`. */
  read(address: number, target: Uint8Array): void {
    for (let done = 0; done < target.length;) {
      const got = readSync(this.#ram, target, done, target.length - done, address + done);
      if (got === 0) throw new Error("the RAM file ended early");
      done += got;
    }
  }

  /** Describes a batch in `slot` and rings the doorbell. */
  ring(slot: number, batch: { nonce: number; count: number; cases: number; results: number }): void {
    const words = new Uint32Array(SLOT_SIZE / 4);
    words[SLOT.nonce >> 2] = batch.nonce;
    words[SLOT.count >> 2] = batch.count;
    words[SLOT.cases >> 2] = batch.cases;
    words[SLOT.results >> 2] = batch.results;
    words[SLOT.done >> 2] = ~batch.nonce;
    this.write(slotAddress(slot), new Uint8Array(words.buffer));
    this.#child.stdin.write(Uint8Array.of(SLOT_BYTE + slot));
  }

  /** Index of the case that `slot` is running, and the nonce of the batch if it is complete. */
  progress(slot: number): { readonly running: number; readonly done: number } {
    const words = new Uint32Array(SLOT_SIZE / 4);
    this.read(slotAddress(slot), new Uint8Array(words.buffer));
    return { running: words[SLOT.progress >> 2] as number, done: words[SLOT.done >> 2] as number };
  }

  /** Ends the process. RAM stays readable until `release`. */
  kill(): void {
    this.#open = false;
    this.#child.kill("SIGKILL");
  }

  /** Ends the process and lets go of everything. */
  release(): void {
    this.kill();
    this.#forget();
    closeSync(this.#ram);
  }
}

function slotAddress(slot: number): number {
  return MEMORY.control + CONTROL.slots + slot * SLOT_SIZE;
}

function qemuArguments(options: QemuProcessOptions, file: string): readonly string[] {
  return [
    "-machine",
    "pc,memory-backend=ram",
    "-accel",
    options.accelerator,
    "-object",
    `memory-backend-file,id=ram,size=${RAM_MEGABYTES}M,mem-path=${file.replaceAll(",", ",,")},share=on`,
    "-m",
    `${RAM_MEGABYTES}`,
    "-cpu",
    options.cpu,
    "-bios",
    options.rom,
    "-no-user-config",
    "-nodefaults",
    "-display",
    "none",
    "-no-reboot",
    "-chardev",
    "stdio,id=doorbell,signal=off",
    "-serial",
    "chardev:doorbell",
  ];
}
