/** SWAPGS, example by example. */
import { BYTES } from "../machine.ts";
import type { Example } from "../example.ts";

const swapgs = { bytes: BYTES.swapgs };

export const swapgsExamples: readonly Example[] = [
  {
    title: "exchanges the base of GS with KERNEL_GS_BASE",
    rules: [
      "swapgs.completes",
      "swapgs.unchanged",
      "swapgs.gs_base_from_kernel_gs_base",
      "swapgs.kernel_gs_base_from_gs_base",
      "retire.rip_next",
    ],
    on: swapgs,
    end: "retired",
    after: {
      "gs.base": 0x5555_6666_7777n,
      kernelGsBase: 0xffff_8888_0000_4444n,
      "gs.selector": 0x43,
      rip: 0x40_1f03n,
      rflags: 0x203n,
      cpl: 0,
    },
  },
  {
    title: "raises #UD in compatibility mode",
    rules: ["swapgs.ud_not_64bit", "swapgs.fault_unchanged"],
    on: { ...swapgs, mode: "compat" },
    end: "#UD",
    after: { rip: 0x40_1f00n, "gs.base": 0xffff_8888_0000_4444n },
  },
  {
    title: "raises #UD in legacy mode",
    rules: ["swapgs.ud_not_64bit"],
    on: { ...swapgs, mode: "legacy" },
    end: "#UD",
  },
  ...[1, 2, 3].map((cpl): Example => ({
    title: `raises #GP(0) at CPL ${cpl}`,
    rules: ["swapgs.gp_cpl_nonzero"],
    on: { ...swapgs, cpl },
    end: "#GP(0)",
    after: { "gs.base": 0xffff_8888_0000_4444n },
  })),
  {
    title: "raises #UD rather than #GP(0) in compatibility mode at CPL 3",
    rules: ["swapgs.ud_before_gp"],
    on: { ...swapgs, mode: "compat", cpl: 3 },
    end: "#UD",
  },
  {
    title: "swaps a base that fits the CPU's width but not that of the paging",
    rules: ["swapgs.no_canonical_check"],
    on: { ...swapgs, features: { la57: true }, set: { kernelGsBase: 0x0080_0000_0000_0000n } },
    end: "retired",
    after: { "gs.base": 0x0080_0000_0000_0000n },
  },
];
