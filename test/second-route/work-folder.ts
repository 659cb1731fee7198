/** A folder for one experiment's files. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onWayOut } from "./way-out.ts";

/** Runs `use` with a fresh folder and removes the folder afterwards. */
export async function withWorkFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "ringcross-second-route-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const forget = onWayOut(remove);
  try {
    return await use(folder);
  } finally {
    forget();
    remove();
  }
}
