import { describe, expect, it } from "vitest";
import { ResultDecoder } from "../../guest/decode.ts";
import { RESULT, RESULT_SIZE, STATUS } from "../../guest/layout.ts";
import { recordSum } from "../../guest/record-sum.ts";
import type { Profile } from "../../spec/model.ts";
import { GDT, SWAPGS, makeCase } from "./cases.ts";

const NONCE = 0xffff_ffff;
const testCase = makeCase({ profile: { imposed: [] } as unknown as Profile, code: SWAPGS });

/** A decoder that holds one result, made by `fill` and then summed. */
function decoderOf(fill: (view: DataView) => void = () => {}): ResultDecoder {
  const decoder = new ResultDecoder(1);
  const bytes = decoder.target(1);
  const view = new DataView(bytes.buffer);
  view.setUint32(RESULT.sequence, NONCE, true);
  view.setUint32(RESULT.status, STATUS.ran, true);
  view.setUint32(RESULT.exitCode, 0x46, true);
  fill(view);
  const words = new Uint32Array(bytes.buffer);
  recordSum(words, 2, RESULT_SIZE / 4, words, 0);
  return decoder;
}

describe("ResultDecoder", () => {
  it("turns an exit code into an exception", () => {
    expect(decoderOf().decode(0, NONCE, testCase)).toMatchObject({
      end: { kind: "exception", vector: 6 },
      writes: [],
    });
  });

  it("gives #PF its error code and address", () => {
    const decoder = decoderOf((view) => {
      view.setUint32(RESULT.exitCode, 0x4e, true);
      view.setUint32(RESULT.exitInfo1, 0x14, true);
      view.setBigUint64(RESULT.exitInfo2, 0x1234n, true);
    });
    expect(decoder.decode(0, NONCE, testCase)).toMatchObject({
      end: { kind: "exception", vector: 14, errorCode: 0x14, address: 0x1234n },
    });
  });

  it("knows a shutdown", () => {
    const decoder = decoderOf((view) => view.setUint32(RESULT.exitCode, 0x7f, true));
    expect(decoder.decode(0, NONCE, testCase)).toMatchObject({ end: { kind: "shutdown" } });
  });

  it("takes a guest that ends as if it had been refused, by MOV to CR3 or CR4, for a shutdown", () => {
    const decoder = decoderOf((view) => view.setUint32(RESULT.exitCode, 0xffff_ffff, true));
    for (const modrm of [0xd8, 0xe3]) {
      const steps = [{ bytes: Uint8Array.of(0x66, 0x0f, 0x22, modrm) }];
      expect(decoder.decode(0, NONCE, { ...testCase, steps })).toMatchObject({ end: { kind: "shutdown" } });
    }
    const steps = [{ bytes: Uint8Array.of(0x0f, 0x22, 0xc0) }];
    expect(decoder.decode(0, NONCE, { ...testCase, steps })).toHaveProperty("unsupported");
  });

  it("names the changed bytes of a qword, in their page", () => {
    const decoder = decoderOf((view) => {
      view.setUint32(RESULT.writeCount, 1, true);
      // Page 1 is the GDT; its descriptor 30h is 00cf_9200_0000_ffff.
      view.setUint32(RESULT.writes, (1 << 12) | 0x30, true);
      view.setBigUint64(RESULT.writes + 8, 0x11cf_9300_0000_ffffn, true);
    });
    expect(decoder.decode(0, NONCE, testCase)).toMatchObject({
      writes: [
        { linear: GDT + 0x35n, bytes: Uint8Array.of(0x93) },
        { linear: GDT + 0x37n, bytes: Uint8Array.of(0x11) },
      ],
    });
  });

  it.each([
    ["a refused VMRUN, on 32 and on 64 bits", RESULT.exitCode, 0xffff_ffff, "VMRUN"],
    ["an intercepted instruction", RESULT.exitCode, 0x78, "HLT"],
    ["an MSR outside the list", RESULT.exitCode, 0x7c, "MSR 0h"],
    ["too many writes", RESULT.writeCount, 1000, "memory"],
  ])("answers unsupported for %s", (_, offset, value, reason) => {
    const decoder = decoderOf((view) => view.setUint32(offset, value, true));
    expect(decoder.decode(0, NONCE, testCase)).toEqual({ unsupported: expect.stringContaining(reason) });
  });

  it("refuses a record with a wrong checksum", () => {
    const decoder = decoderOf();
    decoder.target(1)[RESULT.state + 5] = 1;
    expect(() => decoder.decode(0, NONCE, testCase)).toThrow("checksum");
  });

  it("refuses a record of another batch", () => {
    expect(() => decoderOf().decode(0, NONCE - 5, testCase)).toThrow("answers case 5");
  });

  it("refuses a record that the guest could not read", () => {
    const decoder = decoderOf((view) => view.setUint32(RESULT.status, STATUS.badRecord, true));
    expect(() => decoder.decode(0, NONCE, testCase)).toThrow("damaged");
  });

  it("refuses an external interrupt, which no case may see", () => {
    const decoder = decoderOf((view) => view.setUint32(RESULT.exitCode, 0x60, true));
    expect(() => decoder.decode(0, NONCE, testCase)).toThrow("interrupt");
  });
});
