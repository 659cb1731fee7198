/** Worked examples of the rules: a machine, and by hand what it must do. */
import type { RuleId } from "../../spec/generated/rule-id.ts";
import type { End, TestCase, Vendor } from "../../spec/model.ts";
import { machine, type FieldValues, type MachineOptions } from "./machine.ts";

/** An end in the architecture's notation. */
export type EndText = "retired" | `#${string}`;

/** What is expected of one outcome. */
export interface Expected {
  readonly end: EndText;
  /** Fields of which the value after is stated; more may change. */
  readonly after?: FieldValues;
  /** All that is stored, as hexadecimal bytes by linear address. */
  readonly writes?: { readonly [linear: string]: string };
}

/** One worked example. */
export interface Example extends Expected {
  readonly title: string;
  /** What it is an example of: a processor that breaks any one of these rules must fail it. */
  readonly rules: readonly RuleId[];
  /** The default is both. */
  readonly vendors?: readonly Vendor[];
  readonly on: Omit<MachineOptions, "vendor">;
  /** The outcome of alternatives that are not the default, by `<rule>=<alternative>`. */
  readonly otherwise?: { readonly [choice: string]: Expected };
  /** Bits that are not specified. */
  readonly masked?: FieldValues;
}

/** An example as one vendor's machine. */
export interface VendorExample {
  readonly example: Example;
  readonly vendor: Vendor;
  readonly testCase: TestCase;
}

/** The examples for each vendor that they hold for. */
export function perVendor(examples: readonly Example[]): readonly VendorExample[] {
  return examples.flatMap((example) =>
    (example.vendors ?? (["intel", "amd"] as const)).map((vendor) => ({
      example,
      vendor,
      testCase: machine({ ...example.on, vendor }),
    })),
  );
}

const NAMES: { readonly [vector: number]: string } = {
  1: "#DB",
  6: "#UD",
  10: "#TS",
  11: "#NP",
  12: "#SS",
  13: "#GP",
  14: "#PF",
  17: "#AC",
};

/** The notation of an end. */
export function endText(end: End): string {
  if (end.kind !== "exception") return end.kind;
  const name = NAMES[end.vector] ?? `vector ${end.vector}`;
  const address = end.address === undefined ? "" : ` at ${end.address.toString(16)}h`;
  const { errorCode } = end;
  if (errorCode === undefined) return name;
  return `${name}(${errorCode === 0 ? "0" : `${errorCode.toString(16)}h`})${address}`;
}
