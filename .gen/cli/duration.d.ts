/** Milliseconds of `60s`, `1.5m`, `500ms` or `1h`. Errors: `UsageError` on anything else. */
export declare function parseDuration(text: string): number;
