// Generated from spec/claims.json by `npm run generate`; do not edit.
/** What the founding notes claim, by number. */
export const CLAIMS = [
    {
        "number": 1,
        "claim": "Bit 0 of EFER (MSR C0000080h), named SCE, is what turns SYSCALL and SYSRET on.",
        "verdict": "right",
        "correct": "So it is. On Intel both need 64-bit mode as well, whatever SCE says.",
        "rules": [
            "syscall.ud_sce_clear",
            "sysret.ud_sce_clear"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSCALL with SCE clear",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "efer": {
                            "clear": "0x1"
                        }
                    },
                    "law": {
                        "end": "#UD",
                        "after": {
                            "cpl": 3
                        }
                    }
                },
                {
                    "title": "SYSCALL with SCE set",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {},
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "rip": "0x800000"
                        }
                    }
                },
                {
                    "title": "SYSRET with SCE clear",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "efer": {
                            "clear": "0x1"
                        }
                    },
                    "law": {
                        "end": "#UD",
                        "after": {
                            "cpl": 0
                        }
                    }
                },
                {
                    "title": "SYSRET with SCE set",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {},
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 3,
                            "rip": "0x700000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 2,
        "claim": "Bit 11 of EFER is NXE.",
        "verdict": "right",
        "correct": "So it is: the bit exists where the CPU has NX, and WRMSR changes it.",
        "rules": [
            "wrmsr.efer"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "WRMSR clears bit 11",
                    "instruction": "wrmsr",
                    "mode": "64",
                    "msr": "efer",
                    "feature": "nx",
                    "before": {
                        "rax": {
                            "clear": "0x800"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "efer": {
                                "bits": "0x800",
                                "value": 0
                            }
                        }
                    }
                },
                {
                    "title": "WRMSR sets bit 11",
                    "instruction": "wrmsr",
                    "mode": "64",
                    "msr": "efer",
                    "feature": "nx",
                    "before": {
                        "efer": {
                            "clear": "0x800"
                        },
                        "rax": {
                            "set": "0x800"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "efer": {
                                "bits": "0x800",
                                "value": "0x800"
                            }
                        }
                    }
                }
            ],
            "needs": [
                "paging privilege"
            ]
        }
    },
    {
        "number": 3,
        "claim": "STAR (MSR C0000081h) decides which CS and SS the two instructions load.",
        "verdict": "right",
        "correct": "So it does, as far as the selectors go; the hidden parts are fixed.",
        "rules": [
            "syscall.cs_selector_from_star",
            "syscall.ss_selector_from_star",
            "sysret.cs_selector_plus_16",
            "sysret.ss_selector_from_star"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSCALL with 30h in STAR[47:32]",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0043003000000000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x30",
                            "ss.selector": "0x38"
                        }
                    }
                },
                {
                    "title": "SYSRET with 43h in STAR[63:48]",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x0043003000000000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x53",
                            "ss.selector": "0x4b"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 4,
        "claim": "The upper half of STAR belongs to the kernel's CS and SS, the lower half to the user's.",
        "verdict": "wrong",
        "correct": "STAR[47:32] is the base of SYSCALL's selectors and STAR[63:48] that of SYSRET's. STAR[31:0] is the EIP of SYSCALL in AMD's legacy mode.",
        "rules": [
            "syscall.cs_selector_from_star",
            "sysret.cs_selector_plus_16",
            "syscall.legacy_eip_from_star"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSRET with 43h in STAR[63:48] and 63h in STAR[31:16]",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x0043001000630058"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x73",
                            "ss.selector": "0x6b"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x53",
                            "ss.selector": "0x4b"
                        }
                    }
                },
                {
                    "title": "SYSCALL in legacy mode with 802000h in STAR[31:0]",
                    "instruction": "syscall",
                    "mode": "legacy",
                    "vendors": [
                        "amd"
                    ],
                    "before": {
                        "star": "0x0023001000802000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "rip": "0x800000"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "rip": "0x802000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 5,
        "claim": "SYSRET loads CS with STAR[63:48]+16 and SS with STAR[63:48]+8.",
        "verdict": "imprecise",
        "correct": "Only with REX.W; without it CS is STAR[63:48] itself. CS always gets RPL 3. SS gets it on Intel and keeps the bits of STAR on AMD.",
        "rules": [
            "sysret.cs_selector_plus_16",
            "sysret.o32_cs_selector",
            "sysret.cs_rpl_forced",
            "sysret.ss_rpl_forced",
            "sysret.ss_rpl_verbatim"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "with REX.W",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {},
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x33",
                            "ss.selector": "0x2b"
                        }
                    }
                },
                {
                    "title": "without REX.W",
                    "instruction": "sysret",
                    "mode": "64",
                    "wide": false,
                    "before": {},
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x33",
                            "ss.selector": "0x2b"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x23",
                            "ss.selector": "0x2b"
                        }
                    }
                },
                {
                    "title": "with RPL 0 in STAR, Intel",
                    "instruction": "sysret",
                    "mode": "64",
                    "vendors": [
                        "intel"
                    ],
                    "before": {
                        "star": "0x0020001000000000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x30",
                            "ss.selector": "0x28"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x33",
                            "ss.selector": "0x2b"
                        }
                    }
                },
                {
                    "title": "with RPL 0 in STAR, AMD",
                    "instruction": "sysret",
                    "mode": "64",
                    "vendors": [
                        "amd"
                    ],
                    "before": {
                        "star": "0x0020001000000000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x30",
                            "ss.selector": "0x28"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x33",
                            "ss.selector": "0x28"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 6,
        "claim": "SYSCALL loads CS with STAR[47:32] and SS with 8 more.",
        "verdict": "imprecise",
        "correct": "Bits 1:0 of CS are cleared, whatever STAR holds there. What SS does with such bits is not settled.",
        "rules": [
            "syscall.cs_selector_from_star",
            "syscall.cs_rpl_cleared",
            "syscall.ss_selector_from_star",
            "syscall.ss_rpl_of_malformed_star"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "with RPL 0 in STAR",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {},
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x10",
                            "ss.selector": "0x18"
                        }
                    }
                },
                {
                    "title": "with RPL 3 in STAR",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0023001300000000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x13",
                            "ss.selector": "0x1b"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x10",
                            "ss.selector": [
                                "0x1b",
                                "0x18"
                            ]
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 7,
        "claim": "The selectors in STAR must name a kernel code segment with DPL 0 and a user one with DPL 3.",
        "verdict": "imprecise",
        "correct": "That is software's duty, and no CPU checks it: SYSCALL and SYSRET load fixed attributes. The GDT has to agree with them for the sake of later segment loads and IRET.",
        "rules": [
            "syscall.no_descriptor_table_read",
            "syscall.cs_attributes",
            "sysret.no_descriptor_table_read",
            "sysret.cs_attributes"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "STAR[47:32] names user data (GDT entry 5, DPL 3)",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0023002800000000"
                    },
                    "notes": {
                        "end": "#GP(0x28)",
                        "after": {
                            "cpl": 3
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "cs.selector": "0x28",
                            "cs.type": 11,
                            "cs.dpl": 0
                        }
                    }
                },
                {
                    "title": "STAR[63:48]+16 names kernel code (GDT entry 2, DPL 0)",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x0003001000000000"
                    },
                    "notes": {
                        "end": "#GP(0x10)",
                        "after": {
                            "cpl": 0
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 3,
                            "cs.selector": "0x13",
                            "cs.dpl": 3
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 8,
        "claim": "LSTAR (MSR C0000082h) holds the RIP of the handler.",
        "verdict": "right",
        "correct": "For callers in 64-bit mode. AMD takes CSTAR (C0000083h) for callers in compatibility mode and STAR[31:0] in legacy mode.",
        "rules": [
            "syscall.rip_from_lstar"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSCALL with an upper-half LSTAR",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "lstar": "0xffffffff81000000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "rip": "0xffffffff81000000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 9,
        "claim": "Each bit that is set in SFMASK (MSR C0000084h) clears the bit of RFLAGS with the same number.",
        "verdict": "right",
        "correct": "RFLAGS becomes RFLAGS AND NOT SFMASK[31:0]; RF is cleared as well, always. R11 gets what was there before.",
        "rules": [
            "syscall.rflags_masked_by_fmask",
            "syscall.r11_from_rflags"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SFMASK has IF and DF; RFLAGS has IF, DF, ZF and PF",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "rflags": "0x646",
                        "fmask": "0x600"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "rflags": "0x46",
                            "r11": "0x646"
                        }
                    }
                },
                {
                    "title": "SFMASK is 0",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "rflags": "0x646",
                        "fmask": 0
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "rflags": "0x646",
                            "r11": "0x646"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 10,
        "claim": "IA32_FMASK is another MSR, an optional one.",
        "verdict": "imprecise",
        "correct": "It is Intel's name for the same MSR C0000084h that AMD calls SFMASK.",
        "rules": [
            "wrmsr.fmask",
            "rdmsr.fmask"
        ],
        "experiment": {
            "status": "none",
            "reason": "Both names stand for one number, so there is no second register to look at."
        }
    },
    {
        "number": 11,
        "claim": "SWAPGS swaps the base of GS with KERNEL_GS_BASE (MSR C0000102h).",
        "verdict": "right",
        "correct": "So it does, at CPL 0 and in 64-bit mode only: elsewhere it raises #GP(0) or #UD.",
        "rules": [
            "swapgs.gs_base_from_kernel_gs_base",
            "swapgs.kernel_gs_base_from_gs_base"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "two different bases",
                    "instruction": "swapgs",
                    "mode": "64",
                    "before": {
                        "gs.base": "0x00007f0000002000",
                        "kernelGsBase": "0xffff888000001000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "gs.base": "0xffff888000001000",
                            "kernelGsBase": "0x00007f0000002000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 12,
        "claim": "A handler begins and ends with SWAPGS.",
        "verdict": "imprecise",
        "correct": "After SYSCALL, yes. A handler of interrupts and exceptions may do it only if CPL 3 was interrupted: SWAPGS swaps without looking, and a second one gives the user's base back.",
        "rules": [
            "swapgs.gs_base_from_kernel_gs_base",
            "swapgs.kernel_gs_base_from_gs_base"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "at the start of a handler that interrupted the kernel",
                    "instruction": "swapgs",
                    "mode": "64",
                    "before": {
                        "gs.base": "0xffff888000001000",
                        "kernelGsBase": "0x00007f0000002000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "gs.base": "0xffff888000001000",
                            "kernelGsBase": "0x00007f0000002000"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "gs.base": "0x00007f0000002000",
                            "kernelGsBase": "0xffff888000001000"
                        }
                    }
                }
            ],
            "needs": [
                "interrupts"
            ]
        }
    },
    {
        "number": 13,
        "claim": "Before SYSRET, RCX must hold the user's RIP and R11 the user's RFLAGS.",
        "verdict": "right",
        "correct": "So it is for the form with REX.W. Without it only ECX counts, and in AMD's legacy mode R11 takes no part.",
        "rules": [
            "sysret.rip_from_rcx",
            "sysret.rflags_from_r11"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSRET to 123456000h with ZF, PF and IF",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "rcx": "0x123456000",
                        "r11": "0x246"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "rip": "0x123456000",
                            "rflags": "0x246"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 14,
        "claim": "SYSCALL and SYSRET leave DS, ES, FS and GS alone.",
        "verdict": "right",
        "correct": "So they do, selectors, hidden parts and bases. IRET and far returns to an outer level, in contrast, can null them.",
        "rules": [
            "syscall.unchanged",
            "sysret.unchanged"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSCALL",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "fs.base": "0x00007f0000002000",
                        "gs.base": "0xffff888000001000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "ds.selector": "0x2b",
                            "es.selector": "0x2b",
                            "fs.selector": "0x2b",
                            "fs.base": "0x00007f0000002000",
                            "gs.selector": "0x2b",
                            "gs.base": "0xffff888000001000"
                        }
                    }
                },
                {
                    "title": "SYSRET",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "fs.base": "0x00007f0000002000",
                        "gs.base": "0xffff888000001000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "ds.selector": "0x2b",
                            "es.selector": "0x2b",
                            "fs.selector": "0x2b",
                            "fs.base": "0x00007f0000002000",
                            "gs.selector": "0x2b",
                            "gs.base": "0xffff888000001000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 15,
        "claim": "Linux does not use SYSRET to enter signal handlers, because the instruction cannot cope with a RIP that is not canonical.",
        "verdict": "imprecise",
        "correct": "Linux takes IRET whenever SYSRET could not restore the state: RCX other than RIP, R11 other than RFLAGS, RF or TF set, other selectors, or such a RIP. Signals matter because RCX and R11 are the user's there. With such a RIP Intel raises #GP(0) in CPL 0 on the user's stack; AMD completes, and the fetch faults in CPL 3. Without REX.W nothing is checked.",
        "rules": [
            "sysret.gp_rcx_noncanonical",
            "sysret.no_canonical_check",
            "sysret.gp_fetch_noncanonical",
            "sysret.o32_no_canonical_check"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "RCX is not canonical, Intel",
                    "instruction": "sysret",
                    "mode": "64",
                    "vendors": [
                        "intel"
                    ],
                    "before": {
                        "rcx": "0x800000000000"
                    },
                    "law": {
                        "end": "#GP(0)",
                        "after": {
                            "cpl": 0
                        }
                    }
                },
                {
                    "title": "RCX is not canonical, AMD",
                    "instruction": "sysret",
                    "mode": "64",
                    "vendors": [
                        "amd"
                    ],
                    "before": {
                        "rcx": "0x800000000000"
                    },
                    "notes": {
                        "end": "#GP(0)",
                        "after": {
                            "cpl": 0
                        }
                    },
                    "law": {
                        "end": "#GP(0)",
                        "after": {
                            "cpl": 3,
                            "rip": "0x800000000000"
                        }
                    }
                },
                {
                    "title": "RCX is not canonical, without REX.W",
                    "instruction": "sysret",
                    "mode": "64",
                    "wide": false,
                    "before": {
                        "rcx": "0x800000700000"
                    },
                    "notes": {
                        "end": "#GP(0)",
                        "after": {
                            "cpl": 0
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 3,
                            "rip": "0x700000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 16,
        "claim": "The CPL is the DPL of the code segment.",
        "verdict": "imprecise",
        "correct": "CPL is state of its own. It equals the RPL of the CS selector and, AMD's SYSRET apart, the DPL of SS; a conforming code segment may have a lower DPL.",
        "rules": [
            "syscall.cpl_0",
            "sysret.cpl_3"
        ],
        "experiment": {
            "status": "later",
            "needs": [
                "far transfers"
            ]
        }
    },
    {
        "number": 17,
        "claim": "CS takes no part in address calculation.",
        "verdict": "right",
        "correct": "In 64-bit mode its base and limit are ignored. L, D and the privilege level count there too, and in compatibility mode everything does.",
        "rules": [
            "syscall.rcx_from_next_rip",
            "syscall.rip_from_lstar"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "CS has a base of 3000h and a limit of 0",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "cs.base": "0x3000",
                        "cs.limit": 0,
                        "cs.g": 0
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "rcx": "0x402000",
                            "rip": "0x800000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 18,
        "claim": "SS must go with the DPL of CS.",
        "verdict": "imprecise",
        "correct": "A load is checked: SS.RPL, SS.DPL and CPL must agree. But in 64-bit mode SS may be null below CPL 3, and AMD's SYSRET leaves an SS that no load would accept.",
        "rules": [
            "sysret.ss_rpl_verbatim",
            "sysret.ss_hidden_kept"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "AMD's SYSRET with RPL 0 in STAR",
                    "instruction": "sysret",
                    "mode": "64",
                    "vendors": [
                        "amd"
                    ],
                    "before": {
                        "star": "0x0020001000000000",
                        "ss.base": "0x7000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cpl": 3,
                            "cs.selector": "0x33",
                            "ss.selector": "0x2b"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 3,
                            "cs.selector": "0x33",
                            "ss.selector": "0x28",
                            "ss.base": "0x7000"
                        }
                    }
                }
            ],
            "needs": [
                "segment loads",
                "interrupts"
            ]
        }
    },
    {
        "number": 19,
        "claim": "SYSCALL loads SS with the selector 8 above that of CS in STAR.",
        "verdict": "right",
        "correct": "From STAR[47:32]+8, and with a fixed flat descriptor: nothing is read from the GDT.",
        "rules": [
            "syscall.ss_selector_from_star",
            "syscall.ss_flat",
            "syscall.ss_attributes",
            "syscall.no_descriptor_table_read"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "88h in STAR[47:32], beyond the limit of the GDT",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0023008800000000",
                        "gdtr.limit": "0x1f"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "ss.selector": "0x90",
                            "ss.base": 0,
                            "ss.limit": "0xffffffff",
                            "ss.dpl": 0,
                            "ss.p": 1
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 20,
        "claim": "In 64-bit mode the stack is RSP and nothing else.",
        "verdict": "right",
        "correct": "So it is: base and limit of SS are ignored.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "data accesses"
            ]
        }
    },
    {
        "number": 21,
        "claim": "DS and ES must hold valid descriptors in 64-bit mode, with DPL 0 in the kernel and DPL 3 in user code.",
        "verdict": "wrong",
        "correct": "They may be null at any CPL. The DPL is checked when a register is loaded, and must be at least CPL and RPL.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "segment loads",
                "data accesses"
            ]
        }
    },
    {
        "number": 22,
        "claim": "Some systems reload DS and ES on entry so that nobody gains privileges through them.",
        "verdict": "imprecise",
        "correct": "No access in 64-bit mode is checked against DS or ES. Reloading matters for 32-bit code and for the bases of FS and GS, not for privileges.",
        "rules": [],
        "experiment": {
            "status": "none",
            "reason": "It is about why systems do something. What the registers do is claim 21."
        }
    },
    {
        "number": 23,
        "claim": "The bases of FS and GS are set through MSRs, and SWAPGS gives the kernel its per-CPU data.",
        "verdict": "right",
        "correct": "So it is; with CR4.FSGSBASE set, WRFSBASE and WRGSBASE set them at any CPL, too.",
        "rules": [
            "wrmsr.fs_base",
            "wrmsr.gs_base",
            "swapgs.gs_base_from_kernel_gs_base",
            "fsgsbase.base_from_register",
            "fsgsbase.legal_at_any_cpl"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "WRMSR of FS_BASE",
                    "instruction": "wrmsr",
                    "mode": "64",
                    "msr": "fs.base",
                    "before": {
                        "rdx": "0x7f00",
                        "rax": "0x2000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "fs.base": "0x00007f0000002000"
                        }
                    }
                },
                {
                    "title": "WRMSR of GS_BASE",
                    "instruction": "wrmsr",
                    "mode": "64",
                    "msr": "gs.base",
                    "before": {
                        "rdx": "0x7f00",
                        "rax": "0x2000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "gs.base": "0x00007f0000002000"
                        }
                    }
                },
                {
                    "title": "SWAPGS on entry to the kernel",
                    "instruction": "swapgs",
                    "mode": "64",
                    "before": {
                        "gs.base": "0x00007f0000002000",
                        "kernelGsBase": "0xffff888000001000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "gs.base": "0xffff888000001000"
                        }
                    }
                },
                {
                    "title": "WRGSBASE at CPL 3",
                    "instruction": "wrgsbase",
                    "mode": "64",
                    "feature": "fsgsbase",
                    "before": {
                        "rax": "0x00007f0000002000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 3,
                            "gs.base": "0x00007f0000002000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 24,
        "claim": "STAR decides about CS and SS whenever the CPU enters the kernel or leaves it.",
        "verdict": "imprecise",
        "correct": "Only for SYSCALL and SYSRET. Interrupts take CS from the gate and a null SS, IRET pops both, SYSENTER takes them from MSR 174h.",
        "rules": [
            "syscall.cs_selector_from_star",
            "sysret.cs_selector_plus_16",
            "sysenter.cs_selector_from_msr",
            "sysenter.ss_selector_plus_8"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSCALL: here it does",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {},
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x10",
                            "ss.selector": "0x18"
                        }
                    }
                },
                {
                    "title": "SYSRET: here it does",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {},
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x33",
                            "ss.selector": "0x2b"
                        }
                    }
                },
                {
                    "title": "SYSENTER on Intel, with 40h in SYSENTER_CS: here it does not",
                    "instruction": "sysenter",
                    "mode": "64",
                    "vendors": [
                        "intel"
                    ],
                    "before": {
                        "sysenterCs": "0x40"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "cs.selector": "0x10",
                            "ss.selector": "0x18"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "cs.selector": "0x40",
                            "ss.selector": "0x48"
                        }
                    }
                }
            ],
            "needs": [
                "interrupts",
                "IRET"
            ]
        }
    },
    {
        "number": 25,
        "claim": "Base and limit of a descriptor are ignored in 64-bit mode.",
        "verdict": "imprecise",
        "correct": "For CS, DS, ES and SS. The bases of FS and GS count, LDT and TSS descriptors need base and limit, and compatibility mode needs everything.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "segment loads",
                "system descriptors",
                "data accesses"
            ]
        }
    },
    {
        "number": 26,
        "claim": "Bit 40 says whether a segment was accessed, and hardly anybody looks at it.",
        "verdict": "imprecise",
        "correct": "The CPU sets it in memory whenever it loads the descriptor; SYSCALL and SYSRET load none.",
        "rules": [
            "syscall.no_descriptor_table_read",
            "sysret.no_descriptor_table_read"
        ],
        "experiment": {
            "status": "later",
            "needs": [
                "segment loads"
            ]
        }
    },
    {
        "number": 27,
        "claim": "Bits 41 and 42 allow reading and writing.",
        "verdict": "wrong",
        "correct": "Bit 41 does: reading for code, writing for data. Bit 42 makes code conforming and data expand downwards.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "segment loads"
            ]
        }
    },
    {
        "number": 28,
        "claim": "Bit 43 is direction or conforming.",
        "verdict": "wrong",
        "correct": "That is bit 42. Bit 43 says whether the segment is code or data.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "segment loads"
            ]
        }
    },
    {
        "number": 29,
        "claim": "Bit 44 says that the segment is executable.",
        "verdict": "wrong",
        "correct": "That is bit 43. Bit 44 is S: 1 for code and data, 0 for system descriptors.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "segment loads",
                "system descriptors"
            ]
        }
    },
    {
        "number": 30,
        "claim": "Bits 45 and 46 are the DPL, 47 is present, 52 is free for software, 55 is granularity.",
        "verdict": "right",
        "correct": "So they are.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "segment loads"
            ]
        }
    },
    {
        "number": 31,
        "claim": "L (bit 53) must be set in CS in long mode.",
        "verdict": "imprecise",
        "correct": "L chooses between the two halves of long mode: 64-bit mode with L=1, compatibility mode with L=0.",
        "rules": [
            "sysret.o32_cs_32bit",
            "sysret.cs_64bit"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSRET without REX.W, in long mode before and after",
                    "instruction": "sysret",
                    "mode": "64",
                    "wide": false,
                    "before": {},
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.l": 1,
                            "cs.db": 0,
                            "efer": {
                                "bits": "0x400",
                                "value": "0x400"
                            }
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.l": 0,
                            "cs.db": 1,
                            "efer": {
                                "bits": "0x400",
                                "value": "0x400"
                            }
                        }
                    }
                },
                {
                    "title": "SYSRET with REX.W",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {},
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.l": 1,
                            "cs.db": 0,
                            "efer": {
                                "bits": "0x400",
                                "value": "0x400"
                            }
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 32,
        "claim": "Bit 54 (D/B) is ignored in 64-bit mode.",
        "verdict": "wrong",
        "correct": "L=1 together with D=1 is reserved: loading such a descriptor into CS in long mode raises #GP with the selector.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "far transfers"
            ]
        }
    },
    {
        "number": 33,
        "claim": "(By omission:) descriptors have 8 bytes.",
        "verdict": "imprecise",
        "correct": "In long mode those of LDT, TSS and call gates have 16, and so have the gates of the IDT.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "system descriptors"
            ]
        }
    },
    {
        "number": 34,
        "claim": "A selector has the RPL in bits 1:0, the table in bit 2 and the index in bits 15:3, for 8192 entries.",
        "verdict": "right",
        "correct": "So it has. Entry 0 of the GDT cannot be used; entry 0 of the LDT can.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "segment loads"
            ]
        }
    },
    {
        "number": 35,
        "claim": "10h is kernel code, 18h kernel data and 23h user code.",
        "verdict": "imprecise",
        "correct": "A convention and no more. SYSCALL needs data right after code. SYSRET counts 32-bit code, data and 64-bit code upwards from STAR[63:48]: the user code of this layout fits 64-bit SYSRET only.",
        "rules": [
            "sysret.o32_cs_selector",
            "sysret.cs_selector_plus_16",
            "syscall.ss_selector_from_star"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSCALL with 10h in STAR[47:32]",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {},
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x10",
                            "ss.selector": "0x18"
                        }
                    }
                },
                {
                    "title": "SYSRET with 13h in STAR[63:48]",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x0013001000000000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x23",
                            "ss.selector": "0x1b"
                        }
                    }
                },
                {
                    "title": "the same without REX.W",
                    "instruction": "sysret",
                    "mode": "64",
                    "wide": false,
                    "before": {
                        "star": "0x0013001000000000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x23",
                            "ss.selector": "0x1b"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x13",
                            "ss.selector": "0x1b"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 36,
        "claim": "SYSCALL with 23h in STAR[47:32] looks up entry 4 of the GDT, verifies that it is executable 64-bit code with DPL 0, and loads CS with 23h.",
        "verdict": "wrong",
        "correct": "Nothing is looked up and nothing is verified. The RPL is cleared, so that CS becomes 20h, with a fixed flat ring-0 64-bit descriptor.",
        "rules": [
            "syscall.no_descriptor_table_read",
            "syscall.cs_rpl_cleared",
            "syscall.cs_selector_from_star",
            "syscall.cs_attributes",
            "syscall.ss_rpl_of_malformed_star"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "entry 4 is 32-bit user code",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0023002300000000"
                    },
                    "notes": {
                        "end": "#GP(0x20)",
                        "after": {
                            "cpl": 3
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "cs.selector": "0x20",
                            "cs.dpl": 0,
                            "cs.l": 1,
                            "ss.selector": [
                                "0x2b",
                                "0x28"
                            ]
                        }
                    }
                },
                {
                    "title": "entry 4 lies beyond the limit of the GDT",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0023002300000000",
                        "gdtr.limit": "0x1f"
                    },
                    "notes": {
                        "end": "#GP(0x20)",
                        "after": {
                            "cpl": 3
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "cs.selector": "0x20",
                            "ss.selector": [
                                "0x2b",
                                "0x28"
                            ]
                        }
                    }
                },
                {
                    "title": "entry 4 is 64-bit kernel code, as the notes want it",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0023002300000000"
                    },
                    "gdt": {
                        "4": "0x00af9b000000ffff"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "cs.selector": "0x23"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "cs.selector": "0x20"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 37,
        "claim": "SYSRET with 10h in STAR[63:48] computes 10h+16 = 23h.",
        "verdict": "wrong",
        "correct": "10h+16 is 20h; the 3 comes from an OR that sets the RPL. It does not add to an RPL that is already there.",
        "rules": [
            "sysret.cs_selector_plus_16",
            "sysret.cs_rpl_forced"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "10h in STAR[63:48]",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x0010001000000000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x23"
                        }
                    }
                },
                {
                    "title": "13h in STAR[63:48]",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x0013001000000000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x26"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x23"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 38,
        "claim": "SYSRET then looks up entry 4 of the GDT and verifies its DPL of 3 and its L.",
        "verdict": "wrong",
        "correct": "Nothing is looked up and nothing is verified, as with SYSCALL.",
        "rules": [
            "sysret.no_descriptor_table_read",
            "sysret.cs_attributes",
            "sysret.cs_64bit"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "entry 4 is 32-bit code (L=0)",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x0013001000000000"
                    },
                    "notes": {
                        "end": "#GP(0x20)",
                        "after": {
                            "cpl": 0
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 3,
                            "cs.selector": "0x23",
                            "cs.dpl": 3,
                            "cs.l": 1
                        }
                    }
                },
                {
                    "title": "entry 4 lies beyond the limit of the GDT",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x0013001000000000",
                        "gdtr.limit": "0x1f"
                    },
                    "notes": {
                        "end": "#GP(0x20)",
                        "after": {
                            "cpl": 0
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 3,
                            "cs.selector": "0x23",
                            "cs.dpl": 3,
                            "cs.l": 1
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 39,
        "claim": "The CPU keeps a hidden copy of a descriptor, so that a register must be reloaded after the GDT was edited.",
        "verdict": "right",
        "correct": "So it does, and so it must.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "segment loads",
                "sequences of instructions"
            ]
        }
    },
    {
        "number": 40,
        "claim": "STAR is written once at boot with the addresses of the GDT's entries.",
        "verdict": "imprecise",
        "correct": "Each logical CPU has its own STAR, and it holds selectors, not addresses.",
        "rules": [
            "syscall.cs_selector_from_star",
            "syscall.no_descriptor_table_read"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "STAR[47:32] holds the low half of the address of GDT entry 2, 600110h",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0023011000000000",
                        "gdtr.base": "0x600100"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x10",
                            "ss.selector": "0x18"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x110",
                            "ss.selector": "0x118"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 41,
        "claim": "SYSCALL goes to the GDT and verifies the permissions there.",
        "verdict": "wrong",
        "correct": "It reads no descriptor at all; see claim 36.",
        "rules": [
            "syscall.no_descriptor_table_read",
            "syscall.cs_attributes"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "a GDT with nothing but its null entry",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "gdtr.limit": 7
                    },
                    "notes": {
                        "end": "#GP(0x10)",
                        "after": {
                            "cpl": 3
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "cs.selector": "0x10",
                            "cs.l": 1,
                            "cs.dpl": 0
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 42,
        "claim": "The topmost 16 bits of STAR hold CS, the 16 bits below them SS.",
        "verdict": "wrong",
        "correct": "The topmost 16 bits hold the base of SYSRET's CS and SS, the 16 bits below them that of SYSCALL's.",
        "rules": [
            "syscall.cs_selector_from_star",
            "syscall.ss_selector_from_star",
            "sysret.cs_selector_plus_16"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSCALL with 40h and 30h there",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0040003000000000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x40",
                            "ss.selector": "0x30"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x30",
                            "ss.selector": "0x38"
                        }
                    }
                },
                {
                    "title": "SYSRET with 43h and 33h there",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x0043003300000000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x43",
                            "ss.selector": "0x33"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x53",
                            "ss.selector": "0x4b"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 43,
        "claim": "The lowest 32 bits of STAR held the handler's address in 32-bit days; now LSTAR does.",
        "verdict": "right",
        "correct": "So they did, and in AMD's legacy mode they still do.",
        "rules": [
            "syscall.legacy_eip_from_star",
            "syscall.rip_from_lstar"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "in legacy mode, AMD",
                    "instruction": "syscall",
                    "mode": "legacy",
                    "vendors": [
                        "amd"
                    ],
                    "before": {
                        "star": "0x0023001000802000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "rip": "0x802000"
                        }
                    }
                },
                {
                    "title": "in 64-bit mode",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x0023001000802000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "rip": "0x800000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 44,
        "claim": "STAR = (S1 << 32) | ((S2 | 3) << 48), with kernel code at S1, kernel data at S1+8, user data at S2+8 and user code at S2+16.",
        "verdict": "right",
        "correct": "So it is. AMD needs the 3, because its SS takes the RPL from STAR; on Intel it does no harm.",
        "rules": [
            "syscall.cs_selector_from_star",
            "syscall.ss_selector_from_star",
            "sysret.cs_selector_plus_16",
            "sysret.ss_selector_from_star",
            "sysret.ss_rpl_verbatim"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "S1 = 8, S2 = 18h: SYSCALL",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "star": "0x001b000800000000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x8",
                            "ss.selector": "0x10"
                        }
                    }
                },
                {
                    "title": "S1 = 8, S2 = 18h: SYSRET",
                    "instruction": "sysret",
                    "mode": "64",
                    "before": {
                        "star": "0x001b000800000000"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cs.selector": "0x2b",
                            "ss.selector": "0x23"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 45,
        "claim": "SWAPGS swaps the GS register.",
        "verdict": "imprecise",
        "correct": "It swaps the hidden base. Selector, limit and attributes stay.",
        "rules": [
            "swapgs.unchanged",
            "swapgs.gs_base_from_kernel_gs_base"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "two different bases",
                    "instruction": "swapgs",
                    "mode": "64",
                    "before": {
                        "gs.base": "0x00007f0000002000",
                        "kernelGsBase": "0xffff888000001000"
                    },
                    "notes": {
                        "end": "retired",
                        "after": {
                            "gs.selector": {
                                "not": "0x2b"
                            },
                            "gs.base": "0xffff888000001000"
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "gs.selector": "0x2b",
                            "gs.base": "0xffff888000001000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 46,
        "claim": "SWAPGS is there for security above all.",
        "verdict": "wrong",
        "correct": "It is there because SYSCALL leaves the kernel without a free register and without a stack: it provides the first pointer. What protects the data behind that pointer is paging; the base itself is no secret, and with CR4.FSGSBASE CPL 3 may read and write GS's at will.",
        "rules": [
            "fsgsbase.legal_at_any_cpl",
            "fsgsbase.register_from_base"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "CPL 3 reads GS's base while it points into the kernel",
                    "instruction": "rdgsbase",
                    "mode": "64",
                    "feature": "fsgsbase",
                    "before": {
                        "gs.base": "0xffff888000001000"
                    },
                    "notes": {
                        "end": "#GP(0)",
                        "after": {
                            "cpl": 3
                        }
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 3,
                            "rax": "0xffff888000001000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 47,
        "claim": "SYSCALL does not change CR3.",
        "verdict": "right",
        "correct": "It does not; kernels with separate page tables switch by themselves.",
        "rules": [
            "syscall.unchanged"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSCALL",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {},
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "cr3": "0x200000"
                        }
                    }
                }
            ]
        }
    },
    {
        "number": 48,
        "claim": "The two lowest bits of CS are the privilege level, and far jumps and far returns only lead to the same level or a less privileged one.",
        "verdict": "imprecise",
        "correct": "A far JMP stays at its level. A far RET, like IRET, may go outwards. A far CALL through a gate goes inwards.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "far transfers"
            ]
        }
    },
    {
        "number": 49,
        "claim": "The page walk looks at the two lowest bits of CS to tell user from supervisor.",
        "verdict": "imprecise",
        "correct": "It looks at CPL: 3 is user, 0 to 2 are supervisor. Reads of descriptor tables and of the TSS are supervisor accesses at every CPL.",
        "rules": [],
        "experiment": {
            "status": "later",
            "needs": [
                "paging privilege"
            ]
        }
    },
    {
        "number": 50,
        "claim": "The handler itself has to change from the user's stack to the kernel's.",
        "verdict": "right",
        "correct": "So it has: SYSCALL leaves RSP alone. NMI, #DB and #MC can come before the handler has done it, so that they need stacks of their own (IST).",
        "rules": [
            "syscall.unchanged"
        ],
        "experiment": {
            "status": "runs",
            "cases": [
                {
                    "title": "SYSCALL with a user's RSP",
                    "instruction": "syscall",
                    "mode": "64",
                    "before": {
                        "rsp": "0x7ffd12345678"
                    },
                    "law": {
                        "end": "retired",
                        "after": {
                            "cpl": 0,
                            "rsp": "0x7ffd12345678"
                        }
                    }
                }
            ],
            "needs": [
                "interrupts"
            ]
        }
    }
];
