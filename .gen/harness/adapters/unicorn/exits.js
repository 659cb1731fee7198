/** Exit codes in result records that a VMCB does not have: cases about which Unicorn says nothing, and why. */
/** Codes far from those of a VMCB. */
export const UNICORN_EXIT = {
    systemCall: 0x1000,
    interrupt: 0x1001,
    stopped: 0x1002,
    noPlace: 0x1003,
    failed: 0x1004,
};
/** What a report says about a case with that code. */
export const UNICORN_REASONS = new Map([
    [UNICORN_EXIT.systemCall, "Unicorn calls a hook for SYSCALL and SYSENTER and does not execute them"],
    [UNICORN_EXIT.interrupt, "Unicorn reports software interrupts and does not deliver them"],
    [UNICORN_EXIT.stopped, "the emulation stopped without an exception (HLT, or a reset after a triple fault)"],
    [UNICORN_EXIT.noPlace, "a page of the case lies where its page tables are"],
    [UNICORN_EXIT.failed, "the emulation ended with an error of Unicorn that is no exception"],
]);
