/** What far transfers leave out of the model. */
import { describe, expect, it } from "vitest";
import { OutOfModel, predict } from "../../oracles/index.ts";
import { machine } from "./machine.ts";
import { gdtWith } from "./pages.ts";

/** jmp 28h:4567h in legacy mode, to a system descriptor. */
function jumpTo(type: number): () => unknown {
  const bytes = [0xea, 0x67, 0x45, 0x28, 0];
  const testCase = machine({ vendor: "intel", mode: "legacy", bytes, pages: gdtWith({ s: 0, type }) });
  return () => predict(testCase);
}

describe("a far transfer in legacy mode", () => {
  it.each([1, 3, 4, 5, 9, 0xb, 0xc])("is out of the model for a gate or task of type %i", (type) => {
    expect(jumpTo(type)).toThrow(OutOfModel);
  });

  it.each([0, 2, 6, 7, 8, 0xa, 0xd, 0xe, 0xf])("raises #GP for type %i", (type) => {
    expect(jumpTo(type)).not.toThrow();
  });
});
