/** What nearly every case says, so that a replay line need not. */
/** The preset dictionary of replay lines. */
export declare const REPLAY_DICTIONARY: Buffer;
