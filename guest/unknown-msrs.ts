/** MSR indices that no vendor defines, from the committed list in spec/registers/msrs.json. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

/** Used until the list exists; neither vendor's manual has these, and the permission map covers them. */
const FALLBACK: readonly number[] = [0x0000_0005, 0x0000_1ff0, 0xc000_0110, 0xc000_1234];

/** The list. Errors: a file without an array `unknown` of hexadecimal strings. */
export function unknownMsrs(): readonly number[] {
  const path = join(packageRoot(), "spec", "registers", "msrs.json");
  if (!existsSync(path)) return FALLBACK;
  const document = JSON.parse(readFileSync(path, "utf8")) as { readonly unknown?: readonly string[] };
  if (document.unknown === undefined) throw new Error(`${path}: no array "unknown"`);
  return document.unknown.map((text) => {
    const index = Number(text);
    if (!Number.isInteger(index)) throw new Error(`${path}: ${text} is no MSR index`);
    return index;
  });
}
