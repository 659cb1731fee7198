/** The families, by instruction. */
import type { InstructionName } from "../instruction-name.ts";
import type { Delivery, Mode } from "../../spec/model.ts";
import { MODE } from "../weights.ts";
import { EVENTS } from "./events.ts";
import type { Family } from "./family.ts";
import { LOAD_FAR, LOAD_FAR_32 } from "./load-far.ts";
import { FAR_RETURN } from "./far-return.ts";
import { CONTROL_REGISTERS, MACHINE_STATUS } from "./control.ts";
import { FAR_DIRECT, FAR_MEMORY } from "./far-transfer.ts";
import { INSPECT_DESCRIPTOR } from "./inspect-descriptor.ts";
import { LOAD_SYSTEM } from "./load-system.ts";
import { LOAD_TABLE } from "./load-table.ts";
import { MOVE_SEGMENT } from "./move-segment.ts";
import { STACK_SEGMENT } from "./stack-segment.ts";
import { NEAR_BRANCH } from "./near-branch.ts";

/** Every family. */
export const FAMILIES: readonly Family[] = [
  MOVE_SEGMENT,
  STACK_SEGMENT,
  LOAD_FAR,
  LOAD_FAR_32,
  NEAR_BRANCH,
  FAR_DIRECT,
  FAR_MEMORY,
  FAR_RETURN,
  CONTROL_REGISTERS,
  MACHINE_STATUS,
  EVENTS,
  INSPECT_DESCRIPTOR,
  LOAD_SYSTEM,
  LOAD_TABLE,
];

const BY_NAME: ReadonlyMap<InstructionName, Family> = new Map(
  FAMILIES.flatMap((family) => family.names.map((name) => [name, family] as const)),
);

/** The family of an instruction; undefined for one whose cases need no memory but its code and the GDT. */
export function familyOf(name: InstructionName): Family | undefined {
  return BY_NAME.get(name);
}

/** How the cases of an instruction treat exceptions. */
export function deliveryOf(name: InstructionName): Delivery {
  return familyOf(name)?.delivery ?? "observe";
}

/** Whether an instruction has cases in one of `modes`. */
export function hasModes(name: InstructionName, modes: readonly Mode[]): boolean {
  const weights = familyOf(name)?.modes ?? MODE;
  return modes.some((mode) => weights[mode] > 0);
}
