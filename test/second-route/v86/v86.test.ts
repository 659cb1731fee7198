/** Every finding on v86, once more by a route that uses nothing but the interface of its package. */
import { describe, expect, it } from "vitest";
import { V86_CONFIRMATIONS } from "./findings.ts";
import { missingV86, PLACE, runMachine } from "./plain-machine.ts";

describe.skipIf(missingV86 !== undefined)("the machine of v86", () => {
  it("runs an instruction at either CPL, and sees its exceptions", async () => {
    const nop = await runMachine({ code: [0x90], registers: { ebp: 5 } });
    expect(nop).toMatchObject({ seen: { vector: 6, eip: PLACE.code + 1, cs: 8, ebp: 5 } });
    const hlt = await runMachine({ code: [0xf4], cpl: 3 });
    expect(hlt).toMatchObject({ seen: { vector: 13, errorCode: 0, eip: PLACE.code, cs: 0x1b, ss: 0x23 } });
    const push = await runMachine({
      code: [0x50],
      cpl: 3,
      esp: PLACE.data + 0x1000,
      pages: { [PLACE.data]: "absent" },
    });
    expect(push).toMatchObject({ seen: { vector: 14, errorCode: 6, cr2: PLACE.data + 0xffc } });
  });
});

describe.skipIf(missingV86 !== undefined)("confirmed: v86", () => {
  it.each(V86_CONFIRMATIONS)("$rule: $does", async ({ experiment, shows }) => {
    const end = await runMachine(experiment);
    if ("gaveUp" in shows) {
      expect(end).toEqual({ gaveUp: expect.stringMatching(shows.gaveUp) as unknown });
      return;
    }
    expect(end).toMatchObject({ seen: shows.seen });
    if (shows.word !== undefined && "seen" in end)
      expect(end.seen.at(shows.word.address, 2)).toBe(shows.word.value);
  });
});
