/** Intel SDM Vol. 2D, "WRFSBASE/WRGSBASE", and Vol. 3A, 4.5.3: the width is that of paging. */
import { isCanonical, pagingWidth } from "../common/canonical.ts";
import { writeBase } from "../common/fsgsbase.ts";
import type { Operation, OperationContext } from "../operation.ts";

function allows({ cpu }: OperationContext, value: bigint): boolean {
  return isCanonical(value, pagingWidth(cpu));
}

export const wrfsbase: Operation = writeBase("fs", allows);
export const wrgsbase: Operation = writeBase("gs", allows);
