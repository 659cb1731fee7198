/** AMD APM Vol. 3, "WRFSBASE" and "WRGSBASE": canonical, without saying by which width. */
import { cpuWidth, isCanonical, pagingWidth } from "../common/canonical.ts";
import { writeBase } from "../common/fsgsbase.ts";
import type { Operation, OperationContext } from "../operation.ts";

function allows({ cpu, profile, variant }: OperationContext, value: bigint): boolean {
  const byPaging = isCanonical(value, pagingWidth(cpu));
  if (byPaging || !isCanonical(value, cpuWidth(profile))) return byPaging;
  return variant("fsgsbase.canonical_width", ["paging", "cpu"]) === "cpu";
}

export const wrfsbase: Operation = writeBase("fs", allows);
export const wrgsbase: Operation = writeBase("gs", allows);
