/** The paint for a stream that shows colours, or for one that does not. */
export function paintFor(coloured) {
    // SGR codes by hand: util.styleText decides by itself, and differently from release to release.
    const sgr = (start, end) => (text) => coloured ? `\u001b[${start}m${text}\u001b[${end}m` : text;
    return {
        strong: sgr(1, 22),
        faint: sgr(2, 22),
        good: sgr(32, 39),
        bad: sgr(31, 39),
        notice: sgr(33, 39),
    };
}
