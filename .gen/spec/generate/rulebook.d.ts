/** The text of docs/rules.md. */
export declare function rulebookText(root: string): string;
