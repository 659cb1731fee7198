import { describe, expect, it } from "vitest";
import { hanging, wrapped } from "../../../harness/report/wrap.ts";

describe("wrapped", () => {
  it("breaks lines between words and indents what continues", () => {
    expect(wrapped(["  a statement of several words"], 16)).toEqual([
      "  a statement of",
      "    several",
      "    words",
    ]);
  });

  it("leaves lines that fit alone, and words that do not", () => {
    expect(wrapped(["short", "averyveryverylongword"], 10)).toEqual(["short", "averyveryverylongword"]);
  });

  it("does not count escape sequences", () => {
    const line = "\u001b[31mred\u001b[39m words";
    expect(wrapped([line], 9)).toEqual([line]);
  });
});

describe("hanging", () => {
  it("wraps the last column under itself", () => {
    expect(hanging([["id", "some words here"]], 14)).toEqual(["id  some words", "    here"]);
  });

  it("puts the last column below where there is no room for it", () => {
    expect(hanging([["a.rather.long.id", "some words here"]], 21)).toEqual([
      "a.rather.long.id",
      "    some words here",
    ]);
  });
});
