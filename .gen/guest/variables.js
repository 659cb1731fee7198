/** Addresses of the agent's variables in the control page, 32 bits each unless they are arrays. */
export const VARIABLE = {
    slotIndex: 0x5_0800,
    slot: 0x5_0804,
    casePointer: 0x5_0808,
    resultPointer: 0x5_080c,
    index: 0x5_0810,
    nextPage: 0x5_0814,
    undoEnd: 0x5_0818,
    idle: 0x5_081c,
    /** RSP of the agent while a case runs under observer B. */
    stackPointer: 0x5_0820,
    /** Physical address of each page of the running case. */
    pages: 0x5_0840,
    /** Address of the leaf entry of each page. */
    leaves: 0x5_0880,
};
