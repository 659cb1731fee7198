/** What a generator must hit, as data that a test measures. */
/** The share of `values` in each class, in the order of `classes`; 0 when no value counts. */
export function measureReach(classes, values) {
    return classes.map(({ matches, among }) => {
        const counted = among === undefined ? values : values.filter(among);
        return counted.length === 0 ? 0 : counted.filter(matches).length / counted.length;
    });
}
