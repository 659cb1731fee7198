import type { Profile, TestCase } from "../../spec/model.ts";
import type { ObserverName } from "../../guest/layout.ts";
import type { Answer } from "./job.ts";
/** The profile of a machine with everything imposed that `observer` forces. Errors: what `run` throws. */
export declare function probeProfile(observer: ObserverName, greeted: Profile, run: (cases: readonly TestCase[]) => Promise<readonly Answer[]>): Promise<Profile>;
