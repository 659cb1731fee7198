/** Findings about far RET and IRET. */
import type { Vendor } from "../../../spec/model.ts";
import type { Confirmation } from "../confirmation.ts";
import { ADDRESS, SELECTOR, type Experiment, type Expectation, type Stub } from "../experiment.ts";

const { target, code } = ADDRESS;
const next = code + 0x1000n;
/** Where the returns lead; nothing is mapped there. */
const LANDING = 0x4030_0000n;
const BOTH: readonly Vendor[] = ["intel", "amd"];
const CR4_SMAP = 1n << 21n;
const VIF = 1n << 19n;
const VM = 1n << 17n;
const RF = 1n << 16n;

const RETF = [0xcb];
const RETFQ = [0x48, 0xcb];
const IRETD = [0xcf];
const IRETQ = [0x48, 0xcf];
const KERNEL_64 = BigInt(SELECTOR.kernelCode64);
const KERNEL_32 = BigInt(SELECTOR.kernelCode32);
const KERNEL_DATA = BigInt(SELECTOR.kernelData);
const USER_64 = BigInt(SELECTOR.userCode64);
const USER_DATA = BigInt(SELECTOR.userData);

const accesses = (cr2: bigint): Expectation => ({ kind: "exception", dump: { vector: 14, cr2 } });
const lands: Expectation = accesses(LANDING);
const faults = (vector: number, errorCode: bigint, length: number): Expectation => ({
  kind: "exception",
  dump: { vector, errorCode, frame: { rip: next - BigInt(length) } },
});
const landsWithRsp = (rsp: bigint): Expectation => ({
  kind: "exception",
  dump: { vector: 14, cr2: LANDING, frame: { rsp } },
});

/** A frame of slots of `size` bytes. */
function frame(size: number, values: readonly bigint[], linear: bigint = target): Stub {
  const bytes = values.flatMap((value) =>
    Array.from({ length: size }, (_, at) => Number((value >> BigInt(8 * at)) & 0xffn)),
  );
  return { linear, bytes };
}

/** A return from 64-bit mode at CPL 0 with this frame, which lies at RSP. */
function from64(
  instruction: readonly number[],
  values: readonly bigint[],
  { stubs = [], ...options }: Partial<Experiment> & { readonly at?: bigint } = {},
): Experiment {
  const { at = target, ...rest } = options;
  const size = instruction[0] === 0x48 || instruction.includes(0x48) ? 8 : 4;
  return {
    mode: "64",
    cpl: 0,
    instruction,
    ...rest,
    registers: { rsp: at, ...rest.registers },
    stubs: [frame(size, values, at), ...stubs],
  };
}

/** mov eax,<segment register>, then a write to the address in RAX. */
const show = (modrm: number): Stub => ({ linear: LANDING, bytes: [0x8c, modrm, 0, 0] });

export const QEMU_RETURNS: readonly Confirmation[] = [
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "return.stack_64bit_for_every_size",
    does: "pops at the low 32 bits of RSP in RETF of 32 bits",
    experiment: from64(RETF, [LANDING, KERNEL_64], { at: target + (1n << 32n) }),
    shows: accesses(target),
    other: lands,
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "retf.release_unsigned",
    does: "takes 32 KiB from RSP where RET releases as many",
    experiment: from64([0x48, 0xca, 0x00, 0x80], [LANDING, KERNEL_64]),
    shows: landsWithRsp(target + 16n - 0x8000n),
    other: landsWithRsp(target + 16n + 0x8000n),
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "return.gp_ss_null_not_64bit",
    does: "takes a null SS on the way to 32-bit code",
    experiment: from64(IRETQ, [LANDING, KERNEL_32, 2n, target, 0n]),
    shows: lands,
    other: faults(13, 0n, 2),
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "return.slots_read_as_user",
    does: "reads the frame of a RET at CPL 3 as a supervisor, whom SMAP keeps from it",
    experiment: from64(RETFQ, [LANDING, USER_64], { cpl: 3, cr4: CR4_SMAP }),
    shows: { kind: "exception", dump: { vector: 14, cr2: target, errorCode: 1n } },
    other: lands,
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "iret.vif_vip_from_image",
    does: "does not load VIF at CPL 0",
    experiment: from64(IRETQ, [LANDING, KERNEL_64, 2n | VIF, target, KERNEL_DATA]),
    shows: { kind: "exception", dump: { vector: 14, cr2: LANDING, frame: { rflags: 2n } } },
    other: { kind: "exception", dump: { vector: 14, cr2: LANDING, frame: { rflags: 2n | RF | VIF } } },
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "iret.same_level_keeps_data",
    does: "turns a null selector of RPL 1 in DS into 0 in an IRETQ to the same level",
    experiment: from64([0x8e, 0xd8, ...IRETQ], [LANDING, USER_64, 2n, target, USER_DATA], {
      cpl: 3,
      registers: { rax: 1n },
      stubs: [show(0xd8)],
    }),
    shows: accesses(0n),
    other: accesses(1n),
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "return.null_selector_zeroed",
    does: "leaves a null selector of RPL 3 in FS on the way to CPL 3",
    experiment: from64([0x8e, 0xe0, ...IRETQ], [LANDING, USER_64, 2n, target, USER_DATA], {
      registers: { rax: 3n },
      stubs: [show(0xe0)],
    }),
    shows: accesses(3n),
    other: accesses(0n),
  },
  {
    processor: "qemu",
    vendors: BOTH,
    rule: "iret.no_virtual_8086",
    does: "returns to virtual-8086 mode in compatibility mode",
    experiment: {
      mode: "compat",
      cpl: 3,
      instruction: IRETD,
      registers: { rsp: target },
      stubs: [frame(4, [LANDING, BigInt(SELECTOR.userCode32), 2n | VM, 0x100n, 0n, 0n, 0n, 0n, 0n])],
    },
    shows: accesses((BigInt(SELECTOR.userCode32) << 4n) + (LANDING & 0xffffn)),
    other: lands,
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "iret.rf_from_image",
    does: "loses the RF that IRETQ loads when RF was set before",
    experiment: from64(IRETQ, [LANDING, KERNEL_64, 2n | RF, target, KERNEL_DATA], {
      rflags: 2n | RF,
      breakpoint: LANDING,
      stubs: [{ linear: LANDING, bytes: [0x0f, 0x0b] }],
    }),
    shows: { kind: "exception", dump: { vector: 1, frame: { rip: LANDING } } },
    other: { kind: "exception", dump: { vector: 6, frame: { rip: LANDING } } },
  },
  {
    processor: "qemu",
    vendors: ["amd"],
    rule: "return.gp_rip_beyond_32_bits",
    does: "cuts a RIP of more than 32 bits on the way to 32-bit code",
    experiment: from64(RETFQ, [LANDING | (1n << 32n), KERNEL_32]),
    shows: lands,
  },
  {
    processor: "qemu",
    vendors: ["intel"],
    rule: "iret.gp_outer_rip_noncanonical",
    does: "cuts a RIP that is not canonical on the way to 32-bit code of CPL 3",
    experiment: from64(IRETQ, [LANDING | (1n << 63n), BigInt(SELECTOR.userCode32), 2n, target, USER_DATA]),
    shows: lands,
  },
];

export const BOCHS_RETURNS: readonly Confirmation[] = [
  {
    processor: "bochs",
    vendors: BOTH,
    rule: "iret.same_level_pops_stack",
    does: "does not pop RSP and SS in IRETD of 64-bit mode to the same level",
    experiment: from64(IRETD, [LANDING, KERNEL_64, 2n, 0x5000n, KERNEL_DATA]),
    shows: landsWithRsp(target + 12n),
    other: landsWithRsp(0x5000n),
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "return.narrow_stack_upper_kept",
    does: "clears the upper half of RSP where the new stack has 16 bits",
    experiment: from64(IRETQ, [LANDING, KERNEL_32, 2n, 0x1234n, BigInt(SELECTOR.kernelData16)], {
      at: target + (1n << 32n),
    }),
    shows: landsWithRsp(0x4010_1234n),
    other: landsWithRsp(0x1_4010_1234n),
  },
  {
    processor: "bochs",
    vendors: ["amd"],
    rule: "return.gp_rip_beyond_32_bits",
    does: "cuts a RIP of more than 32 bits on the way to 32-bit code",
    experiment: from64(RETFQ, [LANDING | (1n << 32n), KERNEL_32]),
    shows: lands,
  },
  {
    processor: "bochs",
    vendors: ["intel"],
    rule: "iret.gp_outer_rip_noncanonical",
    does: "cuts a RIP that is not canonical on the way to 32-bit code of CPL 3",
    experiment: from64(IRETQ, [LANDING | (1n << 63n), BigInt(SELECTOR.userCode32), 2n, target, USER_DATA]),
    shows: lands,
  },
];
