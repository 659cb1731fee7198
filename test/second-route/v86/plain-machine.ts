/**
 * The second route to v86: the whole machine of its package, booted from a BIOS image of our own. A program enters
 * protected mode, runs one instruction at CPL 0 or 3, and tells what its exception handlers saw. Nothing reaches into
 * the CPU.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findV86 } from "../../../harness/adapters/v86.ts";

/** Linear addresses, all in the image, which the BIOS area holds. */
export const PLACE = {
  pageDirectory: 0xf_0000,
  pageTable: 0xf_1000,
  gdt: 0xf_2000,
  idt: 0xf_2800,
  tss: 0xf_3000,
  ldt: 0xf_3400,
  agent: 0xf_4000,
  /** Where the instruction lies; UD2 follows it. */
  code: 0xf_5000,
  /** UD2, or what an experiment has there before it. */
  target: 0xf_6000,
  /** Where ESP points; `stack` lies from here on. */
  stack: 0xf_7800,
  handlers: 0xf_8000,
  kernelStack: 0xf_a000,
  start: 0xf_b000,
  reset: 0xf_fff0,
  /** A page that experiments may write to, or not. */
  data: 0xf_c000,
} as const;

/** Selectors of the GDT there is: flat code and data of both levels, the TSS, an LDT, 16-bit code; then the experiment's. */
export const SELECTOR = {
  code: 0x08,
  data: 0x10,
  userCode: 0x1b,
  userData: 0x23,
  tss: 0x28,
  ldt: 0x30,
  first: 0x40,
  second: 0x48,
  third: 0x50,
} as const;

/** Descriptors by what they are. */
export const DESCRIPTOR = {
  code: 0x00cf_9b00_0000_ffffn,
  data: 0x00cf_9300_0000_ffffn,
  userCode: 0x00cf_fb00_0000_ffffn,
  userData: 0x00cf_f300_0000_ffffn,
} as const;

const IMAGE = 0xf_0000;
const IMAGE_SIZE = 0x1_0000;
/** Where the handler tells what it saw. */
const SAID = 0x8000;
const SAID_SIZE = 0x100;
const GPRS = ["edi", "esi", "ebp", "oldEsp", "ebx", "edx", "ecx", "eax"] as const;
const SAID_WORDS = ["cr0", "cr2", "cr3", "cr4", "dr6", "dr7", "ds", "es", "fs", "gs", "tr", "ldtr"] as const;
const LOADED = ["eax", "ecx", "edx", "ebx", "esi", "edi", "ebp"] as const;
const NUMBERS = { eax: 0, ecx: 1, edx: 2, ebx: 3, ebp: 5, esi: 6, edi: 7 } as const;
const WITH_ERROR_CODE: ReadonlySet<number> = new Set([8, 10, 11, 12, 13, 14, 17]);

/** One instruction and what it finds. */
export interface Experiment {
  readonly code: readonly number[];
  /** 0 unless told. */
  readonly cpl?: 0 | 3;
  readonly registers?: Readonly<Partial<Record<(typeof LOADED)[number], number>>>;
  /** 32-bit words at ESP. */
  readonly stack?: readonly number[];
  /** Descriptors besides those there are, by selector. */
  readonly gdt?: Readonly<Record<number, bigint>>;
  readonly gdtLimit?: number;
  /** Code that runs before, at CPL 0; it may use EAX. */
  readonly first?: readonly number[];
  /** Turns paging on, everything mapped one to one but for these pages. */
  readonly pages?: Readonly<Record<number, "read-only" | "absent">>;
  /** ESP; PLACE.stack unless told. */
  readonly esp?: number;
  /** Code at PLACE.target, before the UD2s. */
  readonly target?: readonly number[];
}

/** What the handler saw: the frame, the registers, and the image afterwards. */
export type MachineSeen = {
  readonly vector: number;
  readonly errorCode?: number;
  readonly eip: number;
  readonly cs: number;
  readonly eflags: number;
  /** From the frame of an exception at CPL 3. */
  readonly esp?: number;
  readonly ss?: number;
  /** Bytes of an address of the image. */
  readonly at: (address: number, size: number) => number;
} & Readonly<Record<(typeof GPRS)[number] | (typeof SAID_WORDS)[number], number>>;

/** What became of an experiment. */
export type MachineEnd = { readonly seen: MachineSeen } | { readonly gaveUp: string };

/** Why there is nothing to run experiments on; undefined when there is. */
export const missingV86: string | undefined =
  findV86() === undefined ? "the npm package is not installed" : undefined;
if (missingV86 !== undefined) console.warn(`skipped: the second route to v86, because ${missingV86}`);

/** Runs an experiment on a machine of its own. */
export async function runMachine(experiment: Experiment): Promise<MachineEnd> {
  const program = fileURLToPath(new URL("machine.mjs", import.meta.url));
  const child = spawn(process.execPath, [program, String(SAID), String(SAID_SIZE)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(image(experiment));
  let text = "";
  for await (const chunk of child.stdout) text += String(chunk);
  const answer = JSON.parse(text) as { gaveUp?: string; memory?: string; bios?: string };
  if (answer.gaveUp !== undefined) return { gaveUp: answer.gaveUp };
  if (answer.memory === undefined || answer.bios === undefined) throw new Error("v86 said nothing");
  return { seen: read(Buffer.from(answer.memory, "hex"), Buffer.from(answer.bios, "hex")) };
}

function read(said: Buffer, bios: Buffer): MachineSeen {
  const at = (address: number, size: number): number => bios.readUIntLE(address - IMAGE, size);
  const frame = said.readUInt32LE(4);
  const word = (index: number): number => at(frame + index * 4, 4);
  const vector = word(GPRS.length);
  const hasCode = WITH_ERROR_CODE.has(vector);
  const first = GPRS.length + (hasCode ? 2 : 1);
  const cs = word(first + 1) & 0xffff;
  return {
    ...(Object.fromEntries(GPRS.map((name, index) => [name, word(index)])) as Record<
      (typeof GPRS)[number],
      number
    >),
    ...(Object.fromEntries(
      SAID_WORDS.map((name, index) => [name, said.readUInt32LE(8 + index * 4)]),
    ) as Record<(typeof SAID_WORDS)[number], number>),
    vector,
    ...(hasCode && { errorCode: word(GPRS.length + 1) }),
    eip: word(first),
    cs,
    eflags: word(first + 2),
    ...((cs & 3) === 3 && { esp: word(first + 3), ss: word(first + 4) & 0xffff }),
    at,
  };
}

/** A little-endian number. */
function le(value: number | bigint, size: number): readonly number[] {
  return Array.from({ length: size }, (_, index) =>
    Number((BigInt.asUintN(64, BigInt(value)) >> BigInt(index * 8)) & 0xffn),
  );
}

function image(experiment: Experiment): Buffer {
  const { code, cpl = 0, stack = [], gdt = {}, pages, target = [] } = experiment;
  const bytes = Buffer.alloc(IMAGE_SIZE);
  const put = (address: number, content: readonly number[]): void => {
    bytes.set(content, address - IMAGE);
  };
  const descriptors: readonly bigint[] = [
    0n,
    DESCRIPTOR.code,
    DESCRIPTOR.data,
    DESCRIPTOR.userCode,
    DESCRIPTOR.userData,
    system(PLACE.tss, 0x67, 0x89),
    system(PLACE.ldt, 0x3f, 0x82),
  ];
  for (const [index, descriptor] of descriptors.entries()) put(PLACE.gdt + index * 8, le(descriptor, 8));
  for (const [selector, descriptor] of Object.entries(gdt))
    put(PLACE.gdt + (Number(selector) & ~7), le(descriptor, 8));
  for (let vector = 0; vector < 32; vector++) {
    const stub = PLACE.handlers + vector * 16;
    const common = PLACE.handlers + 32 * 16;
    // push vector; jmp common
    put(stub, [0x6a, vector, 0xe9, ...le(common - (stub + 7), 4)]);
    put(PLACE.idt + vector * 8, le(gate(stub), 8));
    put(common, handler());
  }
  put(PLACE.tss + 4, [...le(PLACE.kernelStack, 4), ...le(SELECTOR.data, 4)]);
  if (pages !== undefined) putTables(put, pages);
  put(PLACE.code, [...code, ...UD2]);
  put(PLACE.target, [...target, ...UD2]);
  put(
    PLACE.stack,
    stack.flatMap((word) => le(word, 4)),
  );
  put(PLACE.agent, agent(experiment, cpl));
  putStart(put, experiment.gdtLimit ?? 0x7ff);
  return bytes;
}

function putTables(
  put: (address: number, content: readonly number[]) => void,
  pages: NonNullable<Experiment["pages"]>,
): void {
  put(PLACE.pageDirectory, le(PLACE.pageTable | 7, 4));
  for (let page = 0; page < 1024; page++) put(PLACE.pageTable + page * 4, le((page << 12) | 7, 4));
  for (const [address, kind] of Object.entries(pages)) {
    const entry = kind === "absent" ? 0 : Number(address) | 5;
    put(PLACE.pageTable + (Number(address) >> 12) * 4, le(entry, 4));
  }
}

/** A system descriptor. */
function system(base: number, limit: number, access: number): bigint {
  return BigInt(limit) | (BigInt(base) << 16n) | (BigInt(access) << 40n);
}

/** A 32-bit interrupt gate of DPL 3. */
function gate(offset: number): bigint {
  const high = BigInt(offset >>> 16) << 48n;
  return BigInt(offset & 0xffff) | (BigInt(SELECTOR.code) << 16n) | (0xee00n << 32n) | high;
}

const UD2 = [0x0f, 0x0b];
const mov = (number: number, value: number): readonly number[] => [0xb8 + number, ...le(value >>> 0, 4)];
const MOV_DS_AX = [0x8e, 0xd8];
const MOV_ES_AX = [0x8e, 0xc0];
const LTR_AX = [0x0f, 0x00, 0xd8];
const LLDT_AX = [0x0f, 0x00, 0xd0];
const MOV_SS_AX = [0x8e, 0xd0];

/** The first 16-bit code, the table registers, and the way to 32-bit code. */
function putStart(put: (address: number, content: readonly number[]) => void, gdtLimit: number): void {
  const tables = PLACE.start + 0x100;
  put(tables, [...le(gdtLimit, 2), ...le(PLACE.gdt, 4), ...le(0xff, 2), ...le(PLACE.idt, 4)]);
  const low = (address: number): readonly number[] => le(address & 0xffff, 2);
  put(PLACE.reset, [0xea, ...low(PLACE.start), ...le(IMAGE >> 4, 2)]);
  put(PLACE.start, [
    // cli; lgdt and lidt with a 32-bit base, of CS
    0xfa,
    0x66,
    0x2e,
    0x0f,
    0x01,
    0x16,
    ...low(tables),
    0x66,
    0x2e,
    0x0f,
    0x01,
    0x1e,
    ...low(tables + 6),
    // mov eax,cr0; or al,1; mov cr0,eax; jmp far to the agent
    0x0f,
    0x20,
    0xc0,
    0x0c,
    0x01,
    0x0f,
    0x22,
    0xc0,
    0x66,
    0xea,
    ...le(PLACE.agent, 4),
    ...le(SELECTOR.code, 2),
  ]);
}

/** From the first 32-bit instruction to the experiment's. */
function agent(
  { first = [], registers = {}, pages, esp = PLACE.stack }: Experiment,
  cpl: 0 | 3,
): readonly number[] {
  const data = cpl === 0 ? SELECTOR.data : SELECTOR.userData;
  const paging =
    pages === undefined
      ? []
      : // mov cr3,eax; mov eax,cr0; or eax,80010000h; mov cr0,eax
        [
          ...mov(0, PLACE.pageDirectory),
          0x0f,
          0x22,
          0xd8,
          0x0f,
          0x20,
          0xc0,
          0x0d,
          ...le(0x8001_0000, 4),
          0x0f,
          0x22,
          0xc0,
        ];
  const enter =
    cpl === 0
      ? [...mov(4, esp), 0xea, ...le(PLACE.code, 4), ...le(SELECTOR.code, 2)]
      : // push ss; push esp; push eflags; push cs; push eip; iret
        [SELECTOR.userData, esp, 2, SELECTOR.userCode, PLACE.code]
          .flatMap((word) => [0x68, ...le(word, 4)])
          .concat(0xcf);
  return [
    ...mov(0, SELECTOR.data),
    ...MOV_DS_AX,
    ...MOV_ES_AX,
    ...MOV_SS_AX,
    ...mov(4, PLACE.kernelStack),
    ...mov(0, SELECTOR.tss),
    ...LTR_AX,
    ...mov(0, SELECTOR.ldt),
    ...LLDT_AX,
    ...paging,
    ...mov(0, data),
    ...MOV_DS_AX,
    ...MOV_ES_AX,
    ...first,
    ...LOADED.flatMap((name) => mov(NUMBERS[name], registers[name] ?? 0)),
    ...enter,
  ];
}

/** Saves everything, says where, and halts. */
function handler(): readonly number[] {
  const store = (index: number): readonly number[] => [0xa3, ...le(SAID + 8 + index * 4, 4)];
  const control = [
    // mov eax,cr0 ... mov eax,dr7
    [0x0f, 0x20, 0xc0],
    [0x0f, 0x20, 0xd0],
    [0x0f, 0x20, 0xd8],
    [0x0f, 0x20, 0xe0],
    [0x0f, 0x21, 0xf0],
    [0x0f, 0x21, 0xf8],
    // mov eax,es; mov eax,fs; mov eax,gs; str eax; sldt eax; DS was kept in EBX
    [0x89, 0xd8],
    [0x8c, 0xc0],
    [0x8c, 0xe0],
    [0x8c, 0xe8],
    [0x0f, 0x00, 0xc8],
    [0x0f, 0x00, 0xc0],
  ];
  return [
    // pushad; mov ebx,ds
    0x60,
    0x8c,
    0xdb,
    ...mov(0, SELECTOR.data),
    ...MOV_DS_AX,
    ...control.flatMap((code, index) => [...mov(0, 0), ...code, ...store(index)]),
    // mov [SAID+4],esp; mov dword [SAID],1; hlt
    0x89,
    0x25,
    ...le(SAID + 4, 4),
    0xc7,
    0x05,
    ...le(SAID, 4),
    ...le(1, 4),
    0xf4,
  ];
}
