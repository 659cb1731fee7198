/** The children of a process, as /proc shows them. */
import { readdirSync, readFileSync } from "node:fs";

/** The status of a process as the kernel tells it; empty when there is none. */
export function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

/** The process ids of the children of `parent` that run now. */
export function childrenOf(parent: number): readonly number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0)
    .filter((pid) => {
      const status = statusOf(pid);
      return status.includes(`PPid:\t${parent}\n`) && !status.includes("State:\tZ");
    });
}
