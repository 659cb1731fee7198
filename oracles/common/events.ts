/** Intel SDM Vol. 2A, "INT n/INTO/INT3/INT1", and Vol. 2B, "UD"; AMD APM Vol. 3, "INT", "INTO", "INT 3", "UD". */
import { operation, type Operation, type OperationContext } from "../operation.ts";
import { nextRip, retireToNext } from "./boundary.ts";
import { DB, UD } from "./exceptions.ts";
import { deliver } from "./interrupt.ts";
import { in64BitMode } from "./mode.ts";
import { TF } from "./rflags.ts";

const OF = 1n << 11n;

/** A software interrupt: a trap, after which TF of the interrupted program does not count. */
function interrupt(context: OperationContext, vector: number, asked: boolean): void {
  deliver(context, { vector, asked, fault: false, rip: nextRip(context) });
  if ((context.cpu.rflags & TF) === 0n) return;
  context.absent("events.no_single_step", () => context.trap(DB, "debug.db_single_step"));
}

export const int: Operation = operation("events", (context) => {
  interrupt(context, Number(BigInt.asUintN(8, context.instruction.immediate)), true);
});

export const int3: Operation = operation("events", (context) => interrupt(context, 3, true));

/** INT1, also known as ICEBP: no gate's DPL keeps a program from it. */
export const int1: Operation = operation("events", (context) => interrupt(context, 1, false));

export const into: Operation = operation("events", (context) => {
  const { cpu, raise, absent } = context;
  if (in64BitMode(cpu)) raise(UD, "events.ud_into_64bit");
  let overflow = (cpu.rflags & OF) !== 0n;
  if (!overflow) absent("events.into_without_overflow", () => (overflow = true));
  if (overflow) interrupt(context, 4, true);
  else retireToNext(context);
});

export const ud2: Operation = operation("events", (context) => {
  context.raise(UD, "events.ud_ud2");
  retireToNext(context);
});
