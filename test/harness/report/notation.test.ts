import { describe, expect, it } from "vitest";
import { bitNames } from "../../../harness/report/bit-names.ts";
import { codeWidth, disassemble } from "../../../harness/report/disassemble.ts";
import { modeText } from "../../../harness/report/example-text.ts";
import { formatDifference, formatEnd, formatHex, formatValue } from "../../../harness/report/notation.ts";
import { sampleState } from "./sample-finding.ts";

describe("formatEnd", () => {
  it.each([
    ["retired at CPL 3", { kind: "retired" }, 3],
    ["#GP(0) at CPL 0", { kind: "exception", vector: 13, errorCode: 0 }, 0],
    ["#UD at CPL 1", { kind: "exception", vector: 6 }, 1],
    ["#GP(0x33) at CPL 3", { kind: "exception", vector: 13, errorCode: 0x33 }, 3],
    [
      "#PF(0x14) at CPL 3, address 0x00000000_00700000",
      { kind: "exception", vector: 14, errorCode: 0x14, address: 0x700000n },
      3,
    ],
    ["exception 9 at CPL 0", { kind: "exception", vector: 9 }, 0],
    ["at the handler of vector 64 at CPL 0", { kind: "delivered", vector: 64 }, 0],
    ["shutdown (triple fault)", { kind: "shutdown" }, 0],
    ["no end within the time limit", { kind: "timeout" }, 0],
  ] as const)("writes %s", (text, end, cpl) => {
    expect(formatEnd(end, cpl)).toBe(text);
  });

  it("leaves the level out when it is not known", () => {
    expect(formatEnd({ kind: "exception", vector: 6 })).toBe("#UD");
  });
});

describe("formatValue", () => {
  it("writes levels and bits in decimal, the rest in hex of the field's width", () => {
    expect(formatValue("cpl", 3n)).toBe("3");
    expect(formatValue("cs.l", 1n)).toBe("1");
    expect(formatValue("ss.selector", 0x33n)).toBe("0x0033");
    expect(formatValue("cs.type", 0xbn)).toBe("0xb");
    expect(formatValue("rcx", 0x8000_0000_0000n)).toBe("0x00008000_00000000");
    expect(formatHex(0n, 64)).toBe("0");
  });
});

describe("bitNames", () => {
  it("names bits as the manuals do and joins unnamed neighbours to ranges", () => {
    expect(bitNames("rflags", 0x10001n)).toEqual(["CF", "RF"]);
    expect(bitNames("rflags", 0x28n)).toEqual(["bit 3", "bit 5"]);
    expect(bitNames("efer", 1n)).toEqual(["SCE"]);
    expect(bitNames("rcx", 0xffff_8000_0000_0000n)).toEqual(["bits 63:47"]);
    expect(bitNames("cr4", 1n << 12n)).toEqual(["LA57"]);
  });
});

describe("formatDifference", () => {
  it("names only bits that the blamed rule decides", () => {
    const difference = { rule: "sysret.rf_cleared", field: "rflags", mask: 0x10000n } as const;
    expect(formatDifference({ ...difference, predicted: 2n, observed: 0x10003n })).toEqual({
      field: "rflags",
      predicted: "0x00000000_00000002",
      observed: "0x00000000_00010003",
      bits: "RF",
    });
  });

  it("shows memory that was written though it should not be", () => {
    const observed = [{ linear: 0x600028n, bytes: Uint8Array.of(0xff, 0x01) }];
    expect(formatDifference({ rule: "syscall.unchanged", field: "memory", predicted: [], observed })).toEqual(
      {
        field: "memory",
        predicted: "not written",
        observed: "0x00000000_00600028: ff 01",
        bits: "",
      },
    );
  });
});

describe("disassemble", () => {
  it("tells the operand sizes apart", () => {
    expect(disassemble(Uint8Array.of(0x48, 0x0f, 0x07), 64)).toBe("o64 sysret");
    expect(disassemble(Uint8Array.of(0x0f, 0x07), 64)).not.toContain("o64");
    expect(disassemble(Uint8Array.of(0x0f, 0x01, 0xf8), 64)).toBe("swapgs");
  });

  it("shows a LOCK prefix where the processor refuses it", () => {
    expect(disassemble(Uint8Array.of(0xf0, 0x0f, 0x07), 64)).toBe("lock sysret");
  });

  it("reads the same bytes by the size of the code segment", () => {
    const longMode = sampleState();
    expect([codeWidth(longMode), modeText(longMode)]).toEqual([64, "64-bit mode"]);
    const compatibility = sampleState((state) => {
      state.cs.l = 0;
      state.cs.db = 1;
    });
    expect(modeText(compatibility)).toBe("compatibility mode, 32-bit");
    const legacy = sampleState((state) => {
      state.efer = 1n;
      state.cs.l = 0;
      state.cs.db = 0;
    });
    expect(modeText(legacy)).toBe("legacy mode, 16-bit");
  });

  it("says (bad) of bytes that are no instruction", () => {
    expect(disassemble(Uint8Array.of(0x06), 64)).toBe("(bad)");
  });
});
