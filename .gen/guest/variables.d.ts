/** Addresses of the agent's variables in the control page, 32 bits each unless they are arrays. */
export declare const VARIABLE: {
    readonly slotIndex: 329728;
    readonly slot: 329732;
    readonly casePointer: 329736;
    readonly resultPointer: 329740;
    readonly index: 329744;
    readonly nextPage: 329748;
    readonly undoEnd: 329752;
    readonly idle: 329756;
    /** RSP of the agent while a case runs under observer B. */
    readonly stackPointer: 329760;
    /** Physical address of each page of the running case. */
    readonly pages: 329792;
    /** Address of the leaf entry of each page. */
    readonly leaves: 329856;
};
