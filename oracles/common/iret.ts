/** Intel SDM Vol. 2A and AMD APM Vol. 3, "IRET": all operand sizes, without task returns and virtual-8086 mode. */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { DB, GP } from "./exceptions.ts";
import { isOuter, returnTo, type Pops, type ReturnVendor } from "./farreturn.ts";
import { in64BitMode, lma } from "./mode.ts";
import type { StackImage } from "./outer-return.ts";
import { BIT_1, IF, RESERVED, RF, TF, VIF_VIP, VM } from "./rflags.ts";
import { slotsOf, type ReadSlot } from "./return-slots.ts";
import { toVirtual8086 } from "./virtual-8086.ts";

const NT = 1n << 14n;
const IOPL = 3n << 12n;
const AC_ID = (1n << 18n) | (1n << 21n);
/** CF, PF, AF, ZF, SF, TF, DF, OF and NT. */
const ALWAYS = 0x4dd5n;

/** IRET, IRETD and IRETQ. */
export function iret(vendor: ReturnVendor): Operation {
  return operation("iret", (context) => {
    const { cpu, instruction, raise, order, set } = context;
    if (lma(cpu) && (cpu.rflags & NT) !== 0n) raise(GP(0), "iret.gp_nt");
    const slot = slotsOf(context);
    const size = instruction.size / 8;
    let selector = 0;
    let rip = 0n;
    let image = 0n;
    order(
      "iret.rflags_read_first",
      () => (image = slot(context, 2 * size)),
      () =>
        order(
          "return.cs_read_before_rip",
          () => (selector = Number(slot(context, size) & 0xffffn)),
          () => (rip = slot(context, 0)),
        ),
    );
    if (heedsVm(context, image)) {
      toVirtual8086(context, { rip, selector, image }, slot);
      singleStep(context, image);
      return;
    }
    const frame = {
      selector,
      rip,
      pops: popsOf(context, selector),
      stack: (open: OperationContext) => popStack(open, slot, size),
      rsp: BigInt.asUintN(64, cpu.rsp + BigInt(3 * size)),
      released: 0n,
    };
    const target = returnTo(context, frame, vendor);
    if (target === undefined) return;
    set({ rip: target }, "return.rip");
    loadFlags(context, image, vendor);
    singleStep(context, image);
  });
}

/** In long mode VM of the image does not count, and outside it only at CPL 0, where it is out of the model. */
function heedsVm({ instruction, absent }: OperationContext, image: bigint): boolean {
  let heeds = false;
  if (instruction.size === 32 && (image & VM) !== 0n) absent("iret.no_virtual_8086", () => (heeds = true));
  return heeds;
}

/** 64-bit mode pops SS and RSP whatever the operand size, and to the same level too. */
function popsOf(context: OperationContext, selector: number): Pops {
  let pops: Pops = isOuter(context, selector) ? "outwards" : "never";
  if (in64BitMode(context.cpu)) {
    const otherwise = pops;
    pops = "always";
    if (otherwise === "never") context.absent("iret.same_level_pops_stack", () => (pops = otherwise));
  }
  return pops;
}

function popStack(context: OperationContext, slot: ReadSlot, size: number): StackImage {
  let selector = 0;
  let rsp = 0n;
  context.order(
    "iret.ss_read_before_rsp",
    () => (selector = Number(slot(context, 4 * size) & 0xffffn)),
    () => (rsp = slot(context, 3 * size)),
  );
  return { selector, rsp };
}

function loadFlags(context: OperationContext, image: bigint, vendor: ReturnVendor): void {
  const { cpu, instruction, setBits, ignore } = context;
  setBits("rflags", ALWAYS, image, "iret.flags_from_image");
  const iopl = Number((cpu.rflags & IOPL) >> 12n);
  if (cpu.cpl <= iopl) setBits("rflags", IF, image, "iret.if_from_image");
  else ignore("rflags", IF, image, "iret.if_kept_above_iopl");
  if (cpu.cpl === 0) setBits("rflags", IOPL, image, "iret.iopl_from_image");
  else ignore("rflags", IOPL, image, "iret.iopl_kept_above_cpl_0");
  if (instruction.size === 16) {
    setBits("rflags", RF, 0n, "iret.o16_rf_cleared");
    ignore("rflags", AC_ID | VIF_VIP, 0n, "iret.o16_upper_flags_kept");
  } else {
    setBits("rflags", AC_ID, image, "iret.ac_id_from_image");
    vendor.resume(context, image);
    if (cpu.cpl === 0) setBits("rflags", VIF_VIP, image, "iret.vif_vip_from_image");
    else ignore("rflags", VIF_VIP, image, "iret.vif_vip_kept_above_cpl_0");
    ignore("rflags", VM, image, "iret.vm_kept_0");
  }
  ignore("rflags", RESERVED | BIT_1, image, "iret.reserved_ignored");
}

/** TF of before decides: the one that is loaded lets one instruction run. */
function singleStep({ cpu, absent, trap }: OperationContext, image: bigint): void {
  if ((cpu.rflags & TF) !== 0n) trap(DB, "iret.db_old_tf");
  if ((image & TF) !== 0n) absent("iret.no_db_new_tf", () => trap(DB, "iret.db_old_tf"));
}
