/** Worked examples of the rules: a machine, and by hand what it must do. */
import type { RuleId } from "../../spec/generated/rule-id.ts";
import type { End, TestCase, Vendor } from "../../spec/model.ts";
import { machine, type FieldValues, type MachineOptions } from "./machine.ts";

/** An end in the architecture's notation. */
export type EndText = "retired" | "#DB" | "#UD" | "#GP(0)";

/** What is expected of one outcome. */
export interface Expected {
  readonly end: EndText;
  /** Fields of which the value after is stated; more may change. */
  readonly after?: FieldValues;
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

/** The notation of an end. */
export function endText(end: End): string {
  if (end.kind !== "exception") return end.kind;
  const name = { 1: "#DB", 6: "#UD", 13: "#GP" }[end.vector] ?? `vector ${end.vector}`;
  return end.errorCode === undefined ? name : `${name}(${end.errorCode})`;
}
