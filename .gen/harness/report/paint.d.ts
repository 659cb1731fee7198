/** Marks up text for a terminal, or leaves it alone where escape sequences would be noise. */
export interface Paint {
    strong(text: string): string;
    faint(text: string): string;
    good(text: string): string;
    bad(text: string): string;
    notice(text: string): string;
}
/** The paint for a stream that shows colours, or for one that does not. */
export declare function paintFor(coloured: boolean): Paint;
