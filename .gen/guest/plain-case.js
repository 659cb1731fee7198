import { CASE_CR3 } from "./layout.js";
const CODE = 0x401000n;
function flat(selector, type) {
    const code = type === 11;
    return {
        selector,
        base: 0n,
        limit: 0xffff_ffff,
        type,
        s: 1,
        dpl: 0,
        p: 1,
        avl: 0,
        l: code ? 1 : 0,
        db: code ? 0 : 1,
        g: 1,
    };
}
const UNUSABLE = { ...flat(0, 0), limit: 0, s: 0, p: 0, db: 0, g: 0 };
/** A case that retires on every processor with SVM, with `efer` and otherwise as little as possible. */
export function plainCase(profile, efer) {
    const data = flat(0x10, 3);
    const before = {
        cpl: 0,
        rip: CODE + 0xfffn,
        rflags: 2n,
        cr0: 0x80010011n,
        cr3: CASE_CR3,
        cr4: 0x20n,
        dr6: 0xffff0ff0n,
        dr7: 0x400n,
        rax: 0n,
        rcx: 0n,
        rdx: 0n,
        rbx: 0n,
        rsp: 0n,
        rbp: 0n,
        rsi: 0n,
        rdi: 0n,
        r8: 0n,
        r9: 0n,
        r10: 0n,
        r11: 0n,
        r12: 0n,
        r13: 0n,
        r14: 0n,
        r15: 0n,
        cs: flat(8, 11),
        ss: data,
        ds: data,
        es: data,
        fs: data,
        gs: data,
        ldtr: UNUSABLE,
        tr: { ...flat(0x50, 11), limit: 0x67, s: 0, l: 0, g: 0 },
        gdtr: { base: 0n, limit: 0 },
        idtr: { base: 0n, limit: 0 },
        efer,
        star: 0n,
        lstar: 0n,
        cstar: 0n,
        fmask: 0n,
        kernelGsBase: 0n,
        sysenterCs: 0n,
        sysenterEsp: 0n,
        sysenterEip: 0n,
    };
    return {
        profile,
        before,
        pages: [{ linear: CODE, user: false, write: false, execute: true, data: [] }],
        steps: [{ bytes: Uint8Array.of(0x90) }],
        delivery: "observe",
    };
}
