import { describe, expect, it } from "vitest";
import { LineSplitter, Tail } from "../../../harness/adapters/json-lines.ts";

describe("LineSplitter", () => {
  it("joins pieces, takes both kinds of line end, and passes over empty lines", () => {
    const splitter = new LineSplitter();
    expect(splitter.push('{"a"')).toEqual([]);
    expect(splitter.push(":1}\r\n\n{}\n[")).toEqual(['{"a":1}', "{}"]);
    expect(splitter.rest).toBe("[");
    expect(splitter.push("]\r")).toEqual([]);
    expect(splitter.push("\n")).toEqual(["[]"]);
  });

  it("refuses a line that never ends", () => {
    const splitter = new LineSplitter();
    const piece = "x".repeat(1024 * 1024);
    expect(() => {
      for (let i = 0; i < 17; i++) splitter.push(piece);
    }).toThrow("a line of more than 16777216 characters");
  });
});

describe("Tail", () => {
  it("keeps the last lines, however much came before", () => {
    const tail = new Tail();
    for (let i = 0; i < 10_000; i++) tail.push(`line ${i}\n\n`);
    tail.push("the end");
    expect(tail.lines(3)).toEqual(["line 9998", "line 9999", "the end"]);
  });
});
