/** The same source, which keeps every case that it gave. */
export function rememberingSource(source) {
    const cases = [];
    return { ...source, at: (index) => (cases[index] ??= source.at(index)) };
}
/** The same oracle, which keeps every prediction while its case lives. */
export function rememberingOracle(predict) {
    const predictions = new WeakMap();
    return (testCase) => {
        const known = predictions.get(testCase) ?? predict(testCase);
        predictions.set(testCase, known);
        return known;
    };
}
