import { describe, expect, it } from "vitest";
import { decode, OutOfModel } from "../../../oracles/index.ts";

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));

describe("decode", () => {
  it.each([
    ["0f 05", "syscall", 2, 32],
    ["48 0f 05", "syscall", 3, 64],
    ["0f 07", "sysret", 2, 32],
    ["48 0f 07", "sysret", 3, 64],
    ["0f 01 f8", "swapgs", 3, 32],
    ["0f 30", "wrmsr", 2, 32],
    ["0f 32", "rdmsr", 2, 32],
    ["f3 0f ae c0", "rdfsbase", 4, 32],
    ["f3 0f ae c8", "rdgsbase", 4, 32],
    ["f3 0f ae d0", "wrfsbase", 4, 32],
    ["f3 48 0f ae d8", "wrgsbase", 5, 64],
  ] as const)("reads %s as %s of %i bytes", (hex, name, length, operandSize) => {
    expect(decode(bytes(hex), true)).toMatchObject({ name, length, operandSize, lock: false });
  });

  it("takes bytes beyond the end for 0", () => {
    for (const cut of ["", "66", "0f"]) expect(() => decode(bytes(cut), true)).toThrow(OutOfModel);
    expect(decode(bytes("8e"), true)).toMatchObject({ name: "mov_to_sreg", reg: 0, length: 2 });
  });

  it("knows no LDS and LES in 64-bit mode, where they are VEX prefixes", () => {
    expect(() => decode(bytes("c5 03"), true)).toThrow(OutOfModel);
    expect(decode(bytes("c5 03"), false).name).toBe("lds");
  });

  it("finds the register in ModRM.rm and REX.B", () => {
    expect(decode(bytes("f3 0f ae c4"), true).register).toBe("rsp");
    expect(decode(bytes("f3 49 0f ae c4"), true).register).toBe("r12");
    expect(decode(bytes("f3 41 0f ae d7"), true).register).toBe("r15");
  });

  it("sees LOCK anywhere among the prefixes", () => {
    expect(decode(bytes("f0 48 0f 07"), true).lock).toBe(true);
    expect(decode(bytes("66 f0 2e 0f 07"), true).lock).toBe(true);
    expect(decode(bytes("66 2e 0f 07"), true).lock).toBe(false);
  });

  it("takes a REX prefix for dead when a legacy prefix follows", () => {
    expect(decode(bytes("48 66 0f 07"), true)).toMatchObject({ operandSize: 32, length: 4 });
    expect(decode(bytes("66 48 0f 07"), true)).toMatchObject({ operandSize: 64, length: 4 });
    expect(decode(bytes("40 48 0f 07"), true)).toMatchObject({ operandSize: 64, length: 4 });
    expect(decode(bytes("48 40 0f 07"), true)).toMatchObject({ operandSize: 32, length: 4 });
  });

  it("says what the instruction would be if a dead REX prefix counted", () => {
    expect(decode(bytes("48 66 0f 07"), true).withDeadRex).toMatchObject({ operandSize: 64, length: 4 });
    expect(decode(bytes("49 f3 0f ae c0"), true).withDeadRex).toMatchObject({
      operandSize: 64,
      register: "r8",
    });
    expect(decode(bytes("48 0f 07"), true).withDeadRex).toBeUndefined();
    expect(decode(bytes("48 66 40 0f 07"), true).withDeadRex).toBeUndefined();
  });

  it("lets the last of F2 and F3 count", () => {
    expect(decode(bytes("f2 f3 0f ae c0"), true).name).toBe("rdfsbase");
    expect(() => decode(bytes("f3 f2 0f ae c0"), true)).toThrow(OutOfModel);
  });

  it("goes on beyond 15 bytes, for the oracle to refuse them", () => {
    expect(decode(bytes(`${"66".repeat(14)} 0f 05`), true).length).toBe(16);
  });

  it.each([
    ["no opcode", "66"],
    ["nothing", ""],
    ["another opcode", "90"],
    ["another two-byte opcode", "0f a2"],
    ["XGETBV", "0f 01 d0"],
    ["FXSAVE RSP, without F3", "0f ae c0"],
    ["F3 0F AE with memory", "f3 0f ae 00"],
    ["F3 0F AE /4", "f3 0f ae e0"],
    ["0F AE without ModRM", "f3 0f ae"],
  ])("refuses %s", (_, hex) => {
    expect(() => decode(bytes(hex), true)).toThrow(OutOfModel);
  });

  it.each([
    ["8e", 2, "rax", undefined],
    ["8e 04", 3, "rax", "rax"],
    ["8e 40", 3, "rax", undefined],
    ["8e 80 01", 6, "rax", undefined],
  ])("reads operand bytes that are missing as 0: %s", (hex, length, base, index) => {
    expect(decode(bytes(hex), true)).toMatchObject({ name: "mov_to_sreg", length, operand: { base, index } });
  });

  it("takes 40h to 4Fh for instructions outside 64-bit mode", () => {
    expect(() => decode(bytes("48 0f 07"), false)).toThrow(/no oracle models the instruction 480f07/);
    expect(decode(bytes("66 0f 07"), false)).toMatchObject({ name: "sysret", operandSize: 32 });
  });
});
