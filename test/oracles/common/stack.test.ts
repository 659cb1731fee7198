import { describe, expect, it } from "vitest";
import { checkSlot, currentStack } from "../../../oracles/common/stack.ts";
import type { OperationContext } from "../../../oracles/operation.ts";
import { machine } from "../machine.ts";

describe("checkSlot", () => {
  it("takes a mistake of ours for no fault", () => {
    const { before: cpu, profile } = machine({ vendor: "intel", bytes: [0x1e] });
    const memory = {
      pageAt: () => {
        throw new Error("a mistake");
      },
    };
    const context = { cpu, profile, memory, raise: () => {} } as unknown as OperationContext;
    const access = { pointer: 0x5000n, size: 8, least: 2, writes: true };
    expect(() => checkSlot(context, currentStack(context), access, "memory.ss_limit")).toThrow("a mistake");
  });
});
