/** Which cases a Linux process can run on the CPU that it runs on, and why not the others. */
import { modeOf } from "../../spec/validity.ts";
import type { CpuState, ImposedMemory, Mode, Profile, Segment, TestCase, Vendor } from "../../spec/model.ts";
import { samePage } from "../../spec/same-page.ts";
import { MAX_PAGES, type NativeHello } from "./native-record.ts";
import { namedSegment, nativeTables, type NativeTables } from "./native-tables.ts";

/** What decides besides the case. */
export interface NativeMachine {
  readonly vendor: Vendor;
  /** The kernel filters system calls. */
  readonly seccomp: boolean;
  /** Bits of the addresses that paging translates. */
  readonly width: 48 | 57;
  readonly memory: ImposedMemory;
  readonly tables: NativeTables;
}

/** How a case runs: by itself, or through the kernel and back; or why it cannot. */
export type NativeWay = "plain" | "through the kernel" | { readonly unsupported: string };

const LONGEST = 15;
const LOCK = 0xf0;
const PREFIXES: ReadonlySet<number> = new Set([
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
/** CLTS, SYSRET, MOV of a control or debug register, WRMSR, RDMSR: refused at CPL 3. */
const PRIVILEGED: ReadonlySet<number> = new Set([0x06, 0x07, 0x20, 0x21, 0x22, 0x23, 0x30, 0x32]);
const SYSENTER = 0x34;
const SYSEXIT = 0x35;
const SEGMENT_MOVES: readonly number[] = [0x8c, 0x8e, 0xc4, 0xc5];
const SEGMENT_PUSHES: readonly number[] = [0x06, 0x07, 0x0e, 0x16, 0x17, 0x1e, 0x1f];
/** PUSH and POP of anything else, PUSHF, POPF, ENTER, LEAVE. */
const STACK_MOVES: readonly number[] = [0x68, 0x6a, 0x8f, 0x9c, 0x9d, 0xc8, 0xc9];
const REGISTER_PUSHES: readonly number[] = Array.from({ length: 16 }, (_, index) => 0x50 + index);
const FAR_TRANSFERS: readonly number[] = [0x9a, 0xca, 0xcb, 0xcf, 0xea];
const NEAR_TRANSFERS: readonly number[] = [0xc2, 0xc3, 0xe8, 0xe9, 0xeb];
/** INT3, INTO, INT1. */
const TRAPS: readonly number[] = [0xcc, 0xce, 0xf1];
const PLAIN_ONE_BYTE: ReadonlySet<number> = new Set([
  ...SEGMENT_MOVES,
  ...SEGMENT_PUSHES,
  ...STACK_MOVES,
  ...REGISTER_PUSHES,
  ...FAR_TRANSFERS,
  ...NEAR_TRANSFERS,
  ...TRAPS,
]);
/** INT n, and FFh: calls, jumps and PUSH. */
const INT_N = 0xcd;
const GROUP_5 = 0xff;
const FAR_CALL = 0x9a;
/** Bytes that a far CALL pushes at most: into 64-bit code, below address 0 lies the top of all addresses. */
const PUSHED = 16n;
/** LAR, LSL, LSS, LFS, LGS, and PUSH and POP of FS and GS. */
const PLAIN_TWO_BYTES: ReadonlySet<number> = new Set([0x02, 0x03, 0xb2, 0xb4, 0xb5, 0xa0, 0xa1, 0xa8, 0xa9]);
/** Entries of Linux that a program may use with INT. */
const LINUX_ENTRY = 0x80;
const SEGMENTS = ["cs", "ss", "ds", "es", "fs", "gs"] as const;

/** The machine behind `hello`, whose profile is `profile`. */
export function nativeMachine(hello: NativeHello, { vendor, memory }: Profile): NativeMachine {
  return {
    vendor,
    seccomp: hello.seccomp,
    width: hello.la57 ? 57 : 48,
    memory: memory as ImposedMemory,
    tables: nativeTables(hello),
  };
}

/** How `testCase` can be run on `machine`. */
export function nativeWay(testCase: TestCase, machine: NativeMachine): NativeWay {
  const reason = objection(testCase, machine);
  if (reason !== undefined) return { unsupported: reason };
  return instructionWay(testCase, machine);
}

function objection({ before, pages, steps, delivery }: TestCase, machine: NativeMachine): string | undefined {
  const { width, memory, tables } = machine;
  if (delivery !== "observe") return "Linux delivers exceptions, not the case's IDT";
  if (steps.length > 1) return "one step per case";
  let supervisor = 0;
  let user = 0;
  for (const page of pages) {
    const { linear } = page;
    if (!page.user) {
      if (!memory.supervisor.some((each) => samePage(each, page)))
        return "a process has no page of the supervisor but its descriptor tables, which are Linux's";
      supervisor += 1;
    } else {
      if (linear < memory.lowest) return `Linux maps nothing below ${memory.lowest.toString(16)}h`;
      if (linear >= memory.end) return "Linux maps no page at the end of the lower half, and none above it";
      user += 1;
    }
  }
  if (user > MAX_PAGES) return `more than ${MAX_PAGES} pages`;
  if (supervisor < memory.supervisor.length) return "a process cannot do without Linux's descriptor tables";
  for (const { base } of [before.fs, before.gs]) {
    if (BigInt.asUintN(64, BigInt.asIntN(width, base)) !== base)
      return `WRFSBASE and WRGSBASE set no base of more than ${width} bits`;
  }
  for (const name of SEGMENTS) {
    if (!isLoaded(before[name], name, tables))
      return `no descriptor of this process gives ${name} its content`;
  }
  if (before.ss.db === 0) return "Linux does not keep the upper half of RSP on the way to a 16-bit stack";
  return undefined;
}

/** Whether a register holds what its selector names, or null; FS and GS have a base of their own. */
function isLoaded(segment: Segment, name: (typeof SEGMENTS)[number], tables: NativeTables): boolean {
  if (segment.p === 0) return segment.selector === 0 && name !== "cs" && name !== "ss";
  const named = namedSegment(tables, segment.selector);
  if (named === undefined) return false;
  const { base, limit, type, dpl, avl, l, db, g } = segment;
  return (
    (base === named.base || name === "fs" || name === "gs") &&
    limit === named.limit &&
    type === named.type &&
    dpl === named.dpl &&
    avl === named.avl &&
    l === named.l &&
    db === named.db &&
    g === named.g
  );
}

/** The opcode after all prefixes, and whether LOCK is among them. */
function opcodeOf(bytes: Uint8Array, mode: Mode): { readonly at: number; readonly lock: boolean } {
  let at = 0;
  let lock = false;
  for (; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (!PREFIXES.has(byte) && !(mode === "64" && byte >> 4 === 4)) break;
    if (byte === LOCK) lock = true;
  }
  return { at, lock };
}

/** Only instructions that leave the machine as it is, whatever they do in the case. */
function instructionWay(testCase: TestCase, machine: NativeMachine): NativeWay {
  const { before, steps } = testCase;
  const bytes = steps[0]?.bytes ?? new Uint8Array();
  const mode = modeOf(before);
  const { at, lock } = opcodeOf(bytes, mode);
  const [first, second, third = 0] = bytes.subarray(at);
  if (first === 0x0f && second !== undefined) {
    if (second === SYSCALL) return lock || bytes.length > LONGEST ? "plain" : syscallWay(testCase, machine);
    if (second === SYSENTER) return sysenterWay(before, machine);
    if (second === SYSEXIT) return sysexitWay(machine);
    if (PRIVILEGED.has(second) || (second === 0x01 && third === 0xf8)) return "plain";
    // LMSW of a register.
    if (second === 0x01 && third >> 3 === 0x1e) return "plain";
    // RDFSBASE, RDGSBASE, WRFSBASE and WRGSBASE.
    if (second === 0xae && third >= 0xc0 && third <= 0xdf) return "plain";
    if (PLAIN_TWO_BYTES.has(second)) return "plain";
    const digit = (third >> 3) & 7;
    // LLDT and LTR are refused; VERR and VERW. LGDT and LIDT are refused.
    if (second === 0x00 && digit >= 2 && digit <= 5) return "plain";
    if (second === 0x01 && third < 0xc0 && (digit === 2 || digit === 3)) return "plain";
  }
  const digit = ((second ?? 0) >> 3) & 7;
  const isFarCall = first === FAR_CALL || (first === GROUP_5 && digit === 3);
  if (isFarCall && mode === "compat" && before.rsp < PUSHED) {
    return { unsupported: "Linux has compatibility code retry what faults above 4 GiB for ever" };
  }
  if (first !== undefined && PLAIN_ONE_BYTE.has(first)) return "plain";
  if (first === GROUP_5 && digit >= 2 && digit <= 6) return "plain";
  if (first === INT_N) {
    if (second !== LINUX_ENTRY) return "plain";
    return { unsupported: "INT 80h enters the kernel of this machine" };
  }
  return { unsupported: "native runs only instructions that are known to leave the machine as it is" };
}

/**
 * A SYSCALL that completes enters the kernel of this machine. With a number that no system call has, it comes back
 * and has changed nothing but RAX: RCX and R11 are still what the instruction put there.
 */
function syscallWay({ before }: TestCase, { vendor, seccomp }: NativeMachine): NativeWay {
  if (modeOf(before) !== "64") {
    if (vendor === "intel") return "plain";
    return { unsupported: "SYSCALL from compatibility mode enters the kernel of this machine" };
  }
  if (seccomp)
    return { unsupported: "SYSCALL enters the kernel of this machine, which filters system calls" };
  const number = Number(before.rax & 0xffff_ffffn);
  if (isSystemCall(number) || isSystemCall(number - X32)) {
    return { unsupported: "RAX holds what may be the number of a system call of this machine" };
  }
  return "through the kernel";
}

/** AMD has none in long mode. Should a CPU have it after all, RAX names no system call. */
function sysenterWay({ rax }: CpuState, { vendor }: NativeMachine): NativeWay {
  if (vendor === "amd" && !isSystemCall(Number(rax & 0xffff_ffffn))) return "plain";
  return { unsupported: "SYSENTER enters the kernel of this machine" };
}

/** KVM steps in when a CPU of AMD raises #UD for SYSEXIT, and raises #GP(0) for CPL itself. */
function sysexitWay({ vendor }: NativeMachine): NativeWay {
  if (vendor === "intel") return "plain";
  return { unsupported: "what SYSEXIT does on AMD may be KVM's doing, not the CPU's" };
}

/** The bit that marks system calls of the x32 interface. */
const X32 = 0x4000_0000;

/** Numbers of system calls are far below this. */
function isSystemCall(number: number): boolean {
  return number >= 0 && number < 0x1_0000;
}
