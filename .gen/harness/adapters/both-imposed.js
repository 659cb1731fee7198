/** The profile of cases that two observers of one processor can set up. */
import { FIELD_NAMES } from "../../spec/fields.js";
/**
 * `first` with what either observer forces, and with the modes that both reach.
 * Errors: bits that the observers force to different values.
 */
export function bothImposed(first, second) {
    const all = [...first.imposed, ...second.imposed];
    const imposed = FIELD_NAMES.flatMap((field) => {
        const entries = all.filter((entry) => entry.field === field);
        if (entries.length === 0)
            return [];
        return [
            entries.reduce((sum, { mask, value }) => {
                if (((sum.value ^ value) & sum.mask & mask) !== 0n) {
                    throw new Error(`the observers force ${field} to different values`);
                }
                return { field, mask: sum.mask | mask, value: sum.value | value };
            }),
        ];
    });
    return { ...first, modes: first.modes.filter((mode) => second.modes.includes(mode)), imposed };
}
