import { describe, expect, it } from "vitest";
import { onExit } from "../../../harness/adapters/exit-guard.ts";

/** The listeners that `register` adds to the process. */
function addedListeners(register: () => void): readonly ((code: number) => void)[] {
  const before = new Set(process.listeners("exit"));
  register();
  return process.listeners("exit").filter((listener) => !before.has(listener));
}

describe("onExit", () => {
  it("runs every action that is still wanted when the process exits", () => {
    const ran: string[] = [];
    let forget = (): void => {};
    let forgetOther = (): void => {};
    const [listener] = addedListeners(() => {
      forget = onExit(() => ran.push("wanted"));
      forgetOther = onExit(() => ran.push("forgotten"));
    });
    forgetOther();
    listener?.(0);
    expect(ran).toEqual(["wanted"]);
    forget();
  });

  it("leaves no listener behind", () => {
    expect(addedListeners(() => onExit(() => {})())).toEqual([]);
  });
});
