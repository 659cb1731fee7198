import { describe, expect, it } from "vitest";
import { readHello } from "../../guest/hello.ts";
import {
  CONTROL,
  CPUID_ENTRY_SIZE,
  CPUID_LEAVES,
  HELLO_MAGIC,
  PROTOCOL_VERSION,
} from "../../guest/layout.ts";

type Registers = readonly [eax: number, ebx: number, ecx: number, edx: number];

function vendorLeaf(largest: number, name: string): Registers {
  const word = (at: number): number => Buffer.from(name, "latin1").readUInt32LE(at);
  return [largest, word(0), word(8), word(4)];
}

function controlPage(leaves: { readonly [leaf: number]: Registers }): Uint8Array {
  const page = new Uint8Array(0x400);
  const view = new DataView(page.buffer);
  view.setBigUint64(CONTROL.magic, HELLO_MAGIC, true);
  view.setUint32(CONTROL.version, PROTOCOL_VERSION, true);
  CPUID_LEAVES.forEach(([leaf], index) => {
    (leaves[leaf] ?? [0, 0, 0, 0]).forEach((word, position) => {
      view.setUint32(CONTROL.cpuid + index * CPUID_ENTRY_SIZE + 8 + position * 4, word, true);
    });
  });
  return page;
}

function otherVersion(): Uint8Array {
  const page = controlPage({});
  new DataView(page.buffer).setUint32(CONTROL.version, PROTOCOL_VERSION + 1, true);
  return page;
}

const AMD = {
  0: vendorLeaf(0xd, "AuthenticAMD"),
  7: [0, 1, 1 << 16, 0],
  0x8000_0000: [0x8000_0021, 0, 0, 0],
  0x8000_0001: [0, 0, (1 << 2) | (1 << 17), (1 << 20) | (1 << 25)],
  0x8000_0021: [1 << 7, 0, 0, 0],
} satisfies { readonly [leaf: number]: Registers };

describe("readHello", () => {
  it("reads vendor and features from CPUID", () => {
    expect(readHello(controlPage(AMD))).toMatchObject({
      vendor: "amd",
      features: {
        nx: true,
        la57: true,
        fsgsbase: true,
        svm: true,
        ffxsr: true,
        tce: true,
        lmsle: true,
        mcommit: false,
        intwb: false,
        uaie: true,
        aibrse: false,
      },
      modes: ["64", "compat", "legacy"],
    });
  });

  it("follows Intel for Intel, and AMD for Hygon", () => {
    const intel = readHello(controlPage({ ...AMD, 0: vendorLeaf(0xd, "GenuineIntel") }));
    expect(intel).toMatchObject({ vendor: "intel", modes: ["64", "compat"], features: { lmsle: false } });
    expect(readHello(controlPage({ ...AMD, 0: vendorLeaf(0xd, "HygonGenuine") })).vendor).toBe("amd");
  });

  it("takes leaves beyond the largest for zero, whatever CPUID returned there", () => {
    expect(readHello(controlPage({ ...AMD, 0: vendorLeaf(1, "AuthenticAMD") })).features).toMatchObject({
      la57: false,
      fsgsbase: false,
    });
  });

  it("takes SVM's own leaf for a sign of SVM", () => {
    const page = controlPage({ ...AMD, 0x8000_0001: [0, 0, 0, 0], 0x8000_000a: [1, 0x40, 0, 0] });
    expect(readHello(page).features.svm).toBe(true);
  });

  it.each([
    ["no hello", new Uint8Array(0x400), "hello"],
    ["another version of the protocol", otherVersion(), "version"],
    ["an unknown vendor", controlPage({ ...AMD, 0: vendorLeaf(0xd, "SomeoneElse.") }), "SomeoneElse."],
    ["a processor without SVM", controlPage({ ...AMD, 0x8000_0001: [0, 0, 0, 0] }), "SVM"],
  ])("refuses %s", (_, page, reason) => {
    expect(() => readHello(page)).toThrow(reason);
  });
});
