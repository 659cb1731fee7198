/** The page that strangers read: every message on it is valid, and the exchange on it is a real one. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { decodeMessage, introduction } from "../../harness/adapters/protocol.ts";
import { encodeMemoryImage, renderMemory } from "../../harness/memory-image.ts";
import { decodeTestCase } from "../../spec/codec.ts";
import type { ReadyMessage } from "../../spec/generated/documents.ts";
import { validateDocument } from "../../spec/validate-document.ts";
import { examplePath } from "./example-programs.ts";

interface Block {
  readonly kind?: string;
  readonly id?: number;
  readonly case?: unknown;
  readonly chunks?: readonly unknown[];
}

const PAGE = readFileSync(fileURLToPath(new URL("../../docs/adding-an-adapter.md", import.meta.url)), "utf8");
const BLOCKS = [...PAGE.matchAll(/^```json\n(.*?)^```$/gms)].map(
  ([, text]) => JSON.parse(text ?? "") as Block,
);
const FROM_HARNESS: ReadonlySet<string | undefined> = new Set(["start", "run", "stop"]);

describe("docs/adding-an-adapter.md", () => {
  it("shows only messages that the schemas accept", () => {
    for (const block of BLOCKS.filter(({ kind }) => kind !== undefined)) {
      const side = FROM_HARNESS.has(block.kind) ? "harnessMessage" : "adapterMessage";
      expect(validateDocument(side, block)).toBe(block);
    }
  });

  it("shows every kind of message", () => {
    const kinds = new Set(BLOCKS.flatMap(({ kind }) => kind ?? []));
    expect([...kinds].sort()).toEqual([
      "error",
      "observation",
      "ready",
      "run",
      "start",
      "stop",
      "unsupported",
    ]);
  });

  it("introduces capabilities that exist", () => {
    const readies = BLOCKS.filter(({ kind }) => kind === "ready");
    const parts = readies.map((block) => introduction(decodeMessage(JSON.stringify(block)) as ReadyMessage));
    expect(parts.map(({ capabilities }) => capabilities.fields.size)).toEqual([0, 13]);
  });

  it("shows the exchange that the Python example has", () => {
    const input = ["start", "run", "stop"].map((kind) => JSON.stringify(first(kind))).join("\n");
    const output = execFileSync("python3", [examplePath("python/core.py")], { input, encoding: "utf8" });
    const answers = output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(answers).toEqual([first("ready"), first("observation")]);
  });

  it("shows the beginning of the physical image of its case", () => {
    const shown = BLOCKS.find(({ chunks }) => chunks !== undefined);
    const { cr3, fill, chunks } = encodeMemoryImage(renderMemory(decodeTestCase(first("run").case)));
    expect({ cr3, fill, chunks: chunks.slice(0, 4) }).toEqual(shown);
  });
});

function first(kind: string): Block {
  const found = BLOCKS.find((block) => block.kind === kind);
  if (found === undefined) throw new Error(`the page shows no message of kind ${kind}`);
  return found;
}
