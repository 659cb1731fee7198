/** What Bochs 2.7 cannot be asked, and what its VMCB does not show. */
import type { FieldName, Observation, TestCase, Unsupported } from "../../spec/model.ts";
import type { FieldCapability } from "../adapter.ts";

export const BOCHS_FIELDS: ReadonlyMap<FieldName, FieldCapability> = new Map();

export function bochsObjection(_testCase: TestCase): string | undefined {
  return undefined;
}

export function withBochsUnseen(answer: Observation | Unsupported): Observation | Unsupported {
  return answer;
}
