// The catalogue holds what manuals say, so these three are not in it.
const own = (id) => id;
/** A case on which the processor does not come back within the time limit, also when run alone. */
export const HANGS = own("processor.hangs");
/** A case on which the processor dies, also when run alone. */
export const CRASHES = own("processor.crashes");
/** A point where manuals leave a choice, and the processor chose now this, now that. */
export const INCONSISTENT_VARIANT = own("inconsistent_variant");
