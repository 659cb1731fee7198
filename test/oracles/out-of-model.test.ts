/** What the oracles have no opinion on is said, not guessed. */
import { describe, expect, it } from "vitest";
import { OutOfModel, predict } from "../../oracles/index.ts";
import type { Mode, Vendor } from "../../spec/model.ts";
import { machine, type FieldValues } from "./machine.ts";

const MOV_TO_CR0 = [0x0f, 0x22, 0xc0];
const MOV_TO_CR4 = [0x0f, 0x22, 0xe0];

interface Case {
  readonly title: string;
  readonly vendor: Vendor;
  readonly mode?: Mode;
  readonly bytes: readonly number[];
  readonly set?: FieldValues;
}

const CASES: readonly Case[] = [
  { title: "INT n that is not delivered", vendor: "intel", bytes: [0xcd, 0x80] },
  { title: "MOV of CR2", vendor: "intel", bytes: [0x0f, 0x20, 0xd0] },
  { title: "MOV of DR0", vendor: "amd", bytes: [0x0f, 0x21, 0xc0] },
  { title: "MOV of CR8", vendor: "amd", bytes: [0x44, 0x0f, 0x22, 0xc0] },
  { title: "LOCK MOV of CR0 on AMD", vendor: "amd", bytes: [0xf0, ...MOV_TO_CR0] },
  { title: "clearing CR0.PG in 64-bit mode on AMD", vendor: "amd", bytes: MOV_TO_CR0, set: { rax: 0x31 } },
  {
    title: "clearing CR0.PG in compatibility mode",
    vendor: "intel",
    mode: "compat",
    bytes: MOV_TO_CR0,
    set: { rax: 0x31 },
  },
  {
    title: "setting CR4.PAE in legacy mode",
    vendor: "intel",
    mode: "legacy",
    bytes: MOV_TO_CR4,
    set: { rax: 0x20 },
  },
];

describe("out of the model", () => {
  it.each(CASES)("is $title", ({ vendor, mode, bytes, set }) => {
    const options = { vendor, bytes, ...(mode && { mode }), ...(set && { set }) };
    expect(() => predict(machine(options))).toThrow(OutOfModel);
  });

  it("is no dead REX prefix that would make CR8 of CR0", () => {
    const prediction = predict(machine({ vendor: "intel", bytes: [0x44, 0x66, 0x0f, 0x20, 0xc0] }));
    expect(prediction.outcomes[0].end).toEqual({ kind: "retired" });
  });

  it("is not LOCK MOV of CR0 on Intel, which raises #UD", () => {
    const prediction = predict(machine({ vendor: "intel", bytes: [0xf0, ...MOV_TO_CR0] }));
    expect(prediction.outcomes[0].endRule).toBe("decode.ud_lock");
  });
});
