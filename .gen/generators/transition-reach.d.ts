import type { Profile } from "../spec/model.ts";
import type { ReachClass } from "./reach.ts";
import type { Transition } from "./transition.ts";
/** What `transition` must hit for a profile. */
export declare function transitionReach(profile: Profile): readonly ReachClass<Transition>[];
