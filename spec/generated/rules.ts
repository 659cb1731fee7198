// Generated from spec/rules by `npm run generate`; do not edit.

import type { Rule } from "../rule.ts";
import type { RuleId } from "./rule-id.ts";

/** The rules in the order of the rulebook. */
const CATALOGUE: readonly Rule[] = [
  {
    "id": "clts.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "CLTS raises #GP(0) at a CPL other than 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CLTS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CLTS"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "clts"
  },
  {
    "id": "clts.ts_cleared",
    "kind": "effect",
    "statement": "CR0.TS becomes 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CLTS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CLTS"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "clts"
  },
  {
    "id": "clts.completes",
    "kind": "completes",
    "statement": "CLTS completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CLTS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CLTS"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "clts"
  },
  {
    "id": "clts.unchanged",
    "kind": "unchanged",
    "statement": "CLTS changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CLTS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CLTS"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "clts"
  },
  {
    "id": "clts.fault_unchanged",
    "kind": "unchanged",
    "statement": "When CLTS faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "clts"
  },
  {
    "id": "descriptor.noncanonical_code",
    "kind": "variant",
    "statement": "The error code of #GP for a descriptor whose address is not canonical is open: the selector, or 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation (64-bit mode)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "Revisions of the SDM differ: one prints #GP(0) for MOV to SS, later ones #GP(selector)."
      },
      {
        "kind": "implementations",
        "text": "Xen gives the selector; QEMU 7.2 and Bochs 2.7 give 0."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "selector",
        "zero"
      ],
      "default": "selector"
    },
    "instruction": "descriptor"
  },
  {
    "id": "events.ud_into_64bit",
    "kind": "raise",
    "statement": "INTO raises #UD in 64-bit mode.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, INTO"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.into_without_overflow",
    "kind": "absence",
    "statement": "INTO asks for no interrupt while OF is 0: execution goes on.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, INTO"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "delivers vector 4 whatever OF is",
    "mutantEnd": "completes",
    "instruction": "events"
  },
  {
    "id": "events.ud_ud2",
    "kind": "raise",
    "statement": "UD2 raises #UD at every CPL and in every mode.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, UD"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, UD0, UD1, UD2"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD, with RIP at the instruction."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gp_idt_limit",
    "kind": "raise",
    "statement": "An event whose gate of 16 bytes does not lie within the limit of the IDT, or at a canonical address, raises #GP with the vector (8 * vector + 2 + EXT).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs 2.7 forms the code so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gp_gate_type",
    "kind": "raise",
    "statement": "A gate that is neither an interrupt gate (type Eh) nor a trap gate (type Fh) of 64 bits raises #GP with the vector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.4 and 8.9"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gate_upper_type",
    "kind": "variant",
    "statement": "Whether bits 12:8 of the gate's last doubleword may hold anything is open: the AMD APM says that they need not be cleared, Bochs raises #GP with the vector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU 7.2 ignores them, Bochs 2.7 raises #GP."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "ignored",
        "gp"
      ],
      "default": "ignored"
    },
    "instruction": "events"
  },
  {
    "id": "events.gp_gate_dpl",
    "kind": "raise",
    "statement": "INT n, INT3 and INTO raise #GP with the vector, EXT being 0, when CPL is greater than DPL of the gate.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9; Vol. 3, INT"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: INT n to a gate of DPL 0: #GP(8 * n + 2)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: INT 1, INT 8, INT 40h and INT FFh to gates of DPL 0: #GP(8 * n + 2), RIP at the instruction, RF = 1 in the image."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gate_dpl_not_checked",
    "kind": "absence",
    "statement": "DPL of the gate keeps no exception away, and not INT1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Linux has gates of DPL 0 for #UD and #DB; on AMD family 25 model 17 UD2 and INT1 at CPL 3 arrive there."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks DPL as for INT n",
    "mutantEnd": "fault",
    "instruction": "events"
  },
  {
    "id": "events.np_gate",
    "kind": "raise",
    "statement": "A gate that is not present raises #NP with the vector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gp_before_np_gate",
    "kind": "order",
    "statement": "#GP for the gate's type and DPL comes before #NP for a gate that is not present.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "checks presence first",
    "instruction": "events"
  },
  {
    "id": "events.gp_cs_null",
    "kind": "raise",
    "statement": "A gate with a null selector raises #GP(EXT).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gp_cs_limit",
    "kind": "raise",
    "statement": "A gate whose selector has no entry in its table raises #GP with the selector and EXT.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gp_cs_type",
    "kind": "raise",
    "statement": "A gate whose selector names anything but code raises #GP with the selector and EXT.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gp_cs_dpl",
    "kind": "raise",
    "statement": "A gate to code whose DPL is greater than CPL raises #GP with the selector and EXT: an event does not lower the privilege.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gp_cs_not_64bit",
    "kind": "raise",
    "statement": "A gate to code that is not 64-bit (L = 1, D = 0) raises #GP.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.4"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.cs_not_64bit_code",
    "kind": "variant",
    "statement": "The error code of #GP for a gate to code that is not 64-bit is open: the manuals name the vector, implementations give the selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.1; Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU 7.2 and Bochs 2.7: the selector."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "selector",
        "vector"
      ],
      "default": "selector"
    },
    "instruction": "events"
  },
  {
    "id": "events.np_cs",
    "kind": "raise",
    "statement": "A gate to code that is not present raises #NP with the selector and EXT.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.gp_before_np_cs",
    "kind": "order",
    "statement": "#GP for type and privilege of the handler's segment comes before #NP for one that is not present.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "checks presence first",
    "instruction": "events"
  },
  {
    "id": "events.accessed_written",
    "kind": "effect",
    "statement": "The accessed bit of the handler's code segment is set in the table.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.5.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.7.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs does so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.accessed_time",
    "kind": "variant",
    "statement": "When the accessed bit of the handler's segment is set is open: a fault of the delivery may come before it or after it.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs 2.7 sets it last, QEMU 7.2 does not set it."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "last",
        "first"
      ],
      "default": "last"
    },
    "instruction": "events"
  },
  {
    "id": "events.outer_stack_left",
    "kind": "absence",
    "statement": "A gate to non-conforming code of a smaller DPL does not leave the event on the current stack: RSP comes from the TSS, by the new CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "stays on the current stack",
    "mutantEnd": "completes",
    "instruction": "events"
  },
  {
    "id": "events.ist_not_ignored",
    "kind": "absence",
    "statement": "A gate with an IST index does not use the stack that the privilege asks for: RSP comes from the index's entry of the TSS, at every CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "ignores the index",
    "mutantEnd": "completes",
    "instruction": "events"
  },
  {
    "id": "events.rip_check_time",
    "kind": "variant",
    "statement": "Whether a handler's address that is not canonical is noticed before the frame is pushed is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs pushes first."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "first",
        "last"
      ],
      "default": "first"
    },
    "instruction": "events"
  },
  {
    "id": "events.gp_rip_noncanonical",
    "kind": "raise",
    "statement": "A gate to 64-bit code whose offset is not canonical raises #GP(EXT) at the interrupted instruction.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs 2.7."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.frame_not_unaligned",
    "kind": "absence",
    "statement": "The frame is not pushed from an arbitrary RSP on: its low 4 bits count as 0, also without a change of stack.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "does not align RSP",
    "mutantEnd": "completes",
    "instruction": "events"
  },
  {
    "id": "events.frame_privilege",
    "kind": "variant",
    "statement": "With whose privilege a frame is pushed that a handler at CPL 3 is to find is open: that of CPL, supervisor's, or that of DPL of the conforming code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.6.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.6"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU 7.2 pushes as supervisor, Bochs 2.7 with DPL of the handler's segment."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "cpl",
        "supervisor",
        "dpl"
      ],
      "default": "cpl"
    },
    "instruction": "events"
  },
  {
    "id": "events.frame_in_part",
    "kind": "variant",
    "statement": "Whether the slots of a frame that could be written have been written when a later one faults is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "written",
        "not_written"
      ],
      "default": "written"
    },
    "instruction": "events"
  },
  {
    "id": "events.frame_ss",
    "kind": "effect",
    "statement": "The frame holds SS as a zero-extended selector, also when the stack does not change.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.frame_rsp",
    "kind": "effect",
    "statement": "The frame holds RSP as it was before the event.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.frame_rflags",
    "kind": "effect",
    "statement": "The frame holds RFLAGS as it was before the event, all 64 bits, but for RF.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.frame_cs",
    "kind": "effect",
    "statement": "The frame holds CS as a zero-extended selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.frame_rip",
    "kind": "effect",
    "statement": "The frame holds RIP: of the next instruction for software interrupts and traps, of the instruction itself for faults.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RIP after INT3, CD 03h and CD 04h is that of the next instruction, after UD2 and INTO that of the instruction."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.frame_rf_set",
    "kind": "effect",
    "statement": "In the RFLAGS of a fault's frame RF is 1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 17.3.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.6 and 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: RF = 1 for #UD, #GP, #NP, #SS, #PF and #AC."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RF = 1 for #UD and #GP."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.frame_rf_clear",
    "kind": "effect",
    "statement": "In the RFLAGS of the frame of a software interrupt or trap RF is 0, also when it was 1 before.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 17.3.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.6 and 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: RF = 0 for #BP and the single-step #DB."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RF = 0 for INT3, CD 03h, CD 04h and the single-step #DB, entered by an IRET whose image had RF = 1."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.cpl_from_dpl",
    "kind": "effect",
    "statement": "CPL becomes DPL of the handler's non-conforming segment.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.ss_null",
    "kind": "effect",
    "statement": "When CPL changes SS becomes null, with the new CPL as RPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.null_ss_hidden_unspecified",
    "kind": "mask",
    "statement": "What the hidden part of the null SS holds besides DPL is not specified: nothing looks at it.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.ist_ss",
    "kind": "variant",
    "statement": "Whether SS becomes null when an IST index changes the stack while CPL stays is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs keeps SS, QEMU makes it null."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "kept",
        "null"
      ],
      "default": "kept"
    },
    "instruction": "events"
  },
  {
    "id": "events.cs_from_gate",
    "kind": "effect",
    "statement": "CS takes the gate's selector, with the new CPL as RPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.cs_hidden_from_descriptor",
    "kind": "effect",
    "statement": "The hidden part of CS takes the handler's descriptor, the accessed bit being set.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs 2.7 does so; QEMU 7.2 leaves the accessed bit as it is."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.rsp_at_frame",
    "kind": "effect",
    "statement": "RSP points at the last slot of the frame.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.rip_from_gate",
    "kind": "effect",
    "statement": "RIP takes the 64 bits of the gate's offset, also where the interrupted code was not 64-bit.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.14.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.4 and 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.flags_cleared",
    "kind": "effect",
    "statement": "TF, NT, RF and VM become 0 once they are pushed.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9; Vol. 3, INT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.if_cleared_by_interrupt_gate",
    "kind": "effect",
    "statement": "An interrupt gate clears IF.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.12.1.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.if_kept_by_trap_gate",
    "kind": "absence",
    "statement": "A trap gate leaves IF alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.12.1.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Measured on QEMU 7.2 and Bochs 2.7: both do so."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "clears IF as an interrupt gate does",
    "mutantEnd": "completes",
    "instruction": "events"
  },
  {
    "id": "events.no_single_step",
    "kind": "absence",
    "statement": "A software interrupt entered with TF = 1 brings no single-step trap: TF is 0 once it has been delivered.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 17.3.1.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: INT3 and CD 03h with TF = 1: one #BP, TF = 1 in the image."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "traps at the handler",
    "mutantEnd": "completes",
    "instruction": "events"
  },
  {
    "id": "events.completes",
    "kind": "completes",
    "statement": "Nothing else keeps a software interrupt from its handler.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9; Vol. 3, INT"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.unchanged",
    "kind": "unchanged",
    "statement": "A software interrupt changes nothing else.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9; Vol. 3, INT"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "events.fault_unchanged",
    "kind": "unchanged",
    "statement": "A fault of the instruction or of its delivery changes no register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9; Vol. 3, INT"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "events"
  },
  {
    "id": "far.ud_direct_in_64bit_mode",
    "kind": "raise",
    "statement": "JMP and CALL with a far pointer in the instruction (EAh, 9Ah) raise #UD in 64-bit mode.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD for EAh."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.ud_register",
    "kind": "raise",
    "statement": "FFh /3 and FFh /5 raise #UD with a register operand.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD for FFh EBh."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.rex_w_offset_32_bits",
    "kind": "absence",
    "statement": "On AMD a far pointer in memory has at most 32 bits of offset: REX.W widens what CALL pushes, not the pointer, whose selector stays at +4.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: with REX.W JMP and CALL take the selector at +4 and the offset below it, and CALL pushes 8 bytes each."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads 8 bytes of offset and the selector behind them",
    "mutantEnd": "completes",
    "instruction": "far"
  },
  {
    "id": "far.gp_null",
    "kind": "raise",
    "statement": "A far transfer to a null selector (0 to 3) raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.gp_limit",
    "kind": "raise",
    "statement": "A far transfer to a selector whose descriptor is not within the limit of its table raises #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.gp_type",
    "kind": "raise",
    "statement": "A far transfer to a descriptor that is neither code nor a gate that it may use raises #GP with the selector as the error code; in long mode call gates of 64 bits are the only such gates.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector) for data, an empty descriptor and a TSS."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.gp_l_and_d",
    "kind": "raise",
    "statement": "In long mode a far transfer to code with both L and D set raises #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation; Vol. 3A, 3.4.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.1; Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and Xen agree; QEMU does not check it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.gp_conforming_dpl",
    "kind": "raise",
    "statement": "JMP and CALL to conforming code of a DPL above CPL raise #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.conforming_rpl_ignored",
    "kind": "absence",
    "statement": "The RPL of a selector of conforming code is not checked.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(selector) for an RPL above CPL",
    "mutantEnd": "fault",
    "instruction": "far"
  },
  {
    "id": "far.gp_rpl",
    "kind": "raise",
    "statement": "JMP and CALL to nonconforming code through a selector of an RPL above CPL raise #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.gp_dpl",
    "kind": "raise",
    "statement": "JMP and CALL to nonconforming code whose DPL is not CPL raise #GP with the selector as the error code: neither leads inward or outward.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector) for the kernel's code segment."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector) for the kernel's code segment."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.np_not_present",
    "kind": "raise",
    "statement": "A far transfer to code that is not present raises #NP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #NP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #NP(selector)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.gp_before_not_present",
    "kind": "order",
    "statement": "Type, L with D, and privilege of code are checked before its presence.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: presence is checked last, then the offset."
      },
      {
        "kind": "implementations",
        "text": "Xen says of L with D that an experiment showed it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks the presence first",
    "instruction": "far"
  },
  {
    "id": "far.gp_target_noncanonical",
    "kind": "raise",
    "statement": "A far transfer to 64-bit code raises #GP(0), still at the instruction, when the offset is not canonical by the paging in use.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1; Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0) with RIP at the instruction."
      },
      {
        "kind": "implementations",
        "text": "Bochs agrees; QEMU 7.2 faults at the target."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.gp_target_limit",
    "kind": "raise",
    "statement": "A far transfer to other than 64-bit code raises #GP(0), still at the instruction, when the offset is beyond the limit of the code segment.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0) with RIP at the instruction."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) with RIP at the instruction."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.offset_cut_to_32_bits",
    "kind": "absence",
    "statement": "Of an offset of 64 bits other than 64-bit code takes the low 32, which are compared with the limit.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: cut before the check, and no #GP(0) for an offset that is not canonical."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "compares all 64 bits with the limit",
    "mutantEnd": "fault",
    "instruction": "far"
  },
  {
    "id": "far.offset_not_cut_to_16_bits",
    "kind": "absence",
    "statement": "Code with D = 0 is entered at all 32 bits of the offset.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: a JMP with a 32-bit offset goes beyond 64 KiB of a flat segment with D = 0."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "cuts EIP to 16 bits",
    "mutantEnd": "completes",
    "instruction": "far"
  },
  {
    "id": "far.accessed_written",
    "kind": "effect",
    "statement": "A far transfer sets the accessed bit of the code segment's descriptor in its table.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.5.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.7.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and Xen agree; QEMU 7.2 leaves it out."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.accessed_on_fault",
    "kind": "variant",
    "statement": "Whether the accessed bit has been written when the transfer faults after the checks of the descriptor is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.5.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.7.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs writes it last, KVM's and Xen's emulators while they load the descriptor."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "kept",
        "written"
      ],
      "default": "kept"
    },
    "instruction": "far"
  },
  {
    "id": "far.cs_selector",
    "kind": "effect",
    "statement": "CS takes the selector of the code segment that is entered.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: random cases agree."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured for 64-bit, 32-bit and 16-bit code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.cs_rpl_is_cpl",
    "kind": "effect",
    "statement": "The RPL of CS becomes CPL, whatever the RPL of the selector was.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RPLs 0 to 3 of 64-bit and 32-bit code all end as 3."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "takes the RPL of the selector",
    "instruction": "far"
  },
  {
    "id": "far.cs_attributes",
    "kind": "effect",
    "statement": "CS takes type, DPL, D, AVL and in long mode L from the descriptor, with the accessed bit set.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation; Vol. 3A, 3.4.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 64-bit, 32-bit and 16-bit code run as such."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.cs_legacy_l_unspecified",
    "kind": "mask",
    "statement": "What the hidden L of CS becomes outside long mode is open: the bit of the descriptor is reserved there.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.7.2"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM reserves the bit outside IA-32e mode."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.cs_base_and_limit",
    "kind": "effect",
    "statement": "CS of other than 64-bit code takes base and limit from the descriptor.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the landing shows the base, and the offset check the limit."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.cs_64bit_base_and_limit_unspecified",
    "kind": "mask",
    "statement": "What base and limit the hidden part of CS holds in 64-bit mode is open: neither counts there, and leaving it loads others.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "Both manuals say that they are ignored."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.rsp_cut_entering_compat",
    "kind": "effect",
    "statement": "A far transfer from 64-bit mode to compatibility mode clears the upper half of RSP.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: cut for JMP, CALL, RET and IRET."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: cut for JMP and CALL, with stack segments of 32 and of 16 bits."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "far.rip_from_offset",
    "kind": "effect",
    "statement": "RIP becomes the offset of the far pointer, zero-extended.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP and CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far) and JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: random cases agree."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured with offsets of 16 and 32 bits."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "far"
  },
  {
    "id": "farcall.completes",
    "kind": "completes",
    "statement": "A far CALL that no rule forbids completes, whatever else the state holds.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: random cases agree."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured between 64-bit, 32-bit and 16-bit code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "farcall"
  },
  {
    "id": "farcall.unchanged",
    "kind": "unchanged",
    "statement": "A far CALL leaves everything else alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: random cases agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "farcall"
  },
  {
    "id": "farcall.fault_unchanged",
    "kind": "unchanged",
    "statement": "A faulting far CALL changes no register; of memory it may have written what it pushes, and the accessed bit.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: CPL, RIP and RSP are those of the instruction."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: CPL, RIP and RSP are those of the instruction."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "farcall"
  },
  {
    "id": "farcall.cs_pushed",
    "kind": "effect",
    "statement": "A far CALL pushes CS first, zero-extended to the operand size, before the offset is checked: the slot stays written when that check fails.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: CS first; both slots are written when the offset is beyond the limit."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: CS first; both slots are written when the offset is beyond the limit, and the first one when the second page is absent."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "farcall"
  },
  {
    "id": "farcall.rip_pushed",
    "kind": "effect",
    "statement": "A far CALL pushes the address of the next instruction, with as many bits as the operand size, before the offset is checked.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: both slots are written when the offset is beyond the limit."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: both slots are written when the offset is beyond the limit."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "farcall"
  },
  {
    "id": "farcall.stack_of_target_mode",
    "kind": "absence",
    "statement": "A far CALL pushes to the stack as the mode that it enters sees it: 64-bit code has no base and no limit of SS, other code has both, and 32 or 16 bits of stack pointer.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: from 64-bit mode to compatibility mode the stack is that of the latter."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RSP is cut before the pushes into compatibility mode, where the limit and the base of SS count; into 64-bit mode neither does."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "pushes to the stack as the mode that it leaves sees it",
    "mutantEnd": "completes",
    "instruction": "farcall"
  },
  {
    "id": "farcall.rsp",
    "kind": "effect",
    "statement": "RSP moves by what was pushed.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: random cases agree."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 2, 4 and 8 bytes for each slot."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "farcall"
  },
  {
    "id": "fargate.gp_dpl_below_cpl",
    "kind": "raise",
    "statement": "JMP and CALL through a gate of a DPL below CPL raise #GP with the gate's selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.gp_rpl_above_dpl",
    "kind": "raise",
    "statement": "JMP and CALL through a gate raise #GP with the gate's selector as the error code when the RPL of that selector is above the DPL of the gate.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.np_not_present",
    "kind": "raise",
    "statement": "JMP and CALL through a gate that is not present raise #NP with the gate's selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.gp_before_not_present",
    "kind": "order",
    "statement": "The privilege of a gate is checked before its presence.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks the presence first",
    "instruction": "fargate"
  },
  {
    "id": "fargate.gp_limit",
    "kind": "raise",
    "statement": "JMP and CALL through a gate whose 16 bytes are not within the limit of the table raise #GP with the gate's selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.4 and 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.gp_upper_type",
    "kind": "raise",
    "statement": "JMP and CALL through a gate with bits 12 to 8 of the last doubleword other than 0 raise #GP with the gate's selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.upper_half_before_present",
    "kind": "variant",
    "statement": "Whether the presence of a gate or its upper half is checked first is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU checks the presence first."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "np",
        "gp"
      ],
      "default": "np"
    },
    "instruction": "fargate"
  },
  {
    "id": "fargate.gp_code_dpl",
    "kind": "raise",
    "statement": "JMP and CALL through a gate to code of a DPL above CPL raise #GP with the selector in the gate as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.gp_jump_inward",
    "kind": "raise",
    "statement": "JMP through a gate to nonconforming code of another DPL than CPL raises #GP with the selector in the gate as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.gp_not_64bit",
    "kind": "raise",
    "statement": "In long mode JMP and CALL through a gate to code other than L = 1, D = 0 raise #GP with the selector in the gate as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.code_rpl_ignored",
    "kind": "absence",
    "statement": "The RPL of the selector in a gate is not checked.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP with the selector in the gate for an RPL above CPL",
    "mutantEnd": "fault",
    "instruction": "fargate"
  },
  {
    "id": "fargate.target_check",
    "kind": "variant",
    "statement": "Whether CALL through a gate checks that the offset is canonical before it pushes, or afterwards, is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM checks first, as it says of CALL without a gate, where silicon checks last."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "before pushes",
        "after pushes"
      ],
      "default": "before pushes"
    },
    "instruction": "fargate"
  },
  {
    "id": "fargate.ts_limit",
    "kind": "raise",
    "statement": "CALL inward raises #TS with the selector of TR as the error code when the stack pointer of the new privilege level is not within the limit of the TSS.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.5.1; Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2 and 12.2.5"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and QEMU agree that the limit is checked."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.new_rsp_at_edge",
    "kind": "variant",
    "statement": "Whether the stack pointer in the TSS may be the first address that is not canonical, below which every byte of the frame is, is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.5.1; Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2 and 12.2.5"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM tests the value; PUSH with such an RSP works."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "ss",
        "accepted"
      ],
      "default": "ss"
    },
    "instruction": "fargate"
  },
  {
    "id": "fargate.ss_pushed",
    "kind": "effect",
    "statement": "CALL inward pushes SS first, as 8 bytes, to the new stack with the new privilege.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.5.1; Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2 and 12.2.5"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.rsp_pushed",
    "kind": "effect",
    "statement": "CALL inward pushes RSP second, as 8 bytes.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.5.1; Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2 and 12.2.5"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.cs_pushed",
    "kind": "effect",
    "statement": "CALL through a gate pushes CS as 8 bytes, whatever the operand size; nothing aligns the stack.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.rip_pushed",
    "kind": "effect",
    "statement": "CALL through a gate pushes the address of the next instruction as 8 bytes, last; parameters are not copied.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.rsp",
    "kind": "effect",
    "statement": "RSP is left below what CALL through a gate has pushed: in the old stack, or inward in the one that the TSS names.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.5.1; Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2 and 12.2.5"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.ss_null",
    "kind": "effect",
    "statement": "CALL inward leaves SS null: its selector is the new CPL, it is unusable, and its DPL is the new CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.5.1; Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2 and 12.2.5"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.ss_hidden_unspecified",
    "kind": "mask",
    "statement": "What else the hidden part of SS holds after CALL inward is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.5.1; Vol. 2A, CALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2 and 12.2.5"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "A null selector leaves the register unusable."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.cpl_is_dpl",
    "kind": "effect",
    "statement": "CALL inward makes CPL the DPL of the code segment.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "fargate.rip_from_gate",
    "kind": "effect",
    "statement": "RIP becomes all 64 bits of the gate's offset; the offset of the far pointer does not count.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP, Operation; Vol. 3A, 5.8.3.1 and 5.8.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.11.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fargate"
  },
  {
    "id": "farjmp.completes",
    "kind": "completes",
    "statement": "A far JMP that no rule forbids completes, whatever else the state holds.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: random cases agree."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured between 64-bit, 32-bit and 16-bit code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "farjmp"
  },
  {
    "id": "farjmp.unchanged",
    "kind": "unchanged",
    "statement": "A far JMP leaves everything else alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: random cases agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "farjmp"
  },
  {
    "id": "farjmp.fault_unchanged",
    "kind": "unchanged",
    "statement": "A faulting far JMP changes no register; of memory it may have written what it pushes, and the accessed bit.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, JMP, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, JMP (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: CPL, RIP and RSP are those of the instruction."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: CPL, RIP and RSP are those of the instruction."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "farjmp"
  },
  {
    "id": "fsgsbase.ud_not_64bit",
    "kind": "raise",
    "statement": "The FSGSBASE instructions exist in 64-bit mode only: elsewhere they raise #UD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD from compatibility code."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD from 16- and 32-bit compatibility code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.ud_cr4_clear",
    "kind": "raise",
    "statement": "CR4.FSGSBASE=0 makes them raise #UD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU, Bochs and Xen agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.legal_at_any_cpl",
    "kind": "absence",
    "statement": "They do not look at CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: they run at CPL 3."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: they run at CPL 3."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(0) unless CPL is 0",
    "mutantEnd": "fault",
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.register_from_base",
    "kind": "effect",
    "statement": "Reading puts the base of FS or GS into the register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: reading returns the base that was written."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.o32_register_zero_extended",
    "kind": "effect",
    "statement": "The 32-bit form of reading clears the upper half of the register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the 32-bit form zero-extends."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.base_from_register",
    "kind": "effect",
    "statement": "Writing puts the register into the base of FS or GS and leaves the selector alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: a load through FS or GS uses the base that was written."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.o32_base_zero_extended",
    "kind": "effect",
    "statement": "The 32-bit form of writing clears the upper half of the base, and checks nothing.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: the 32-bit form zero-extends."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the 32-bit form zero-extends."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.operand_size_prefix_ignored",
    "kind": "absence",
    "statement": "A prefix 66h is ignored: without REX.W the operand has 32 bits.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 66h before or after F3 changes nothing; the size comes from REX.W alone."
      },
      {
        "kind": "manual",
        "text": "Both manuals know the forms of 32 and 64 bits only."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "moves all 64 bits, since the form is no longer the 32-bit one",
    "mutantEnd": "completes",
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.gp_base_noncanonical",
    "kind": "raise",
    "statement": "The 64-bit form of writing raises #GP(0) when the value is not canonical by the paging in use.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: 48 bits count while CR4.LA57=0, although the CPU has LA57."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 48 bits count with four levels of paging; a value that fits 57 bits only raises #GP(0)."
      },
      {
        "kind": "implementations",
        "text": "Bochs and Xen agree; QEMU does not check."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.completes",
    "kind": "completes",
    "statement": "The instruction completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: they run at CPL 3, whatever prefixes precede them."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.unchanged",
    "kind": "unchanged",
    "statement": "The instruction changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDFSBASE/RDGSBASE; Vol. 2D, WRFSBASE/WRGSBASE"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: general registers, RFLAGS, CS, SS and the base of the other register stay."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "fsgsbase"
  },
  {
    "id": "fsgsbase.fault_unchanged",
    "kind": "unchanged",
    "statement": "When the instruction faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RIP is that of the instruction; general registers, RFLAGS, CS, SS and the bases of FS and GS are as before."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "fsgsbase"
  },
  {
    "id": "inspect.refuses_null",
    "kind": "absence",
    "statement": "LAR, LSL, VERR and VERW do not look up a null selector (0 to 3): ZF becomes 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: ZF agrees with a model on all 65,536 selectors of a running Linux."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: ZF is 0 for each of the four."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "looks at the first entry of the GDT",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.refuses_beyond_limit",
    "kind": "absence",
    "statement": "LAR, LSL, VERR and VERW do not look up a selector that its table has no entry for, because the limit ends before or LDTR is unusable: ZF becomes 0, and nothing faults.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: ZF agrees with a model on all 65,536 selectors of a running Linux."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: ZF is 0 for entries of the LDT beyond its limit."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads beyond the limit",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.noncanonical_entry",
    "kind": "variant",
    "statement": "Whether LAR, LSL, VERR and VERW refuse a selector whose entry lies within the limit of its table but has no canonical address, or raise #GP(0): the manuals do not say.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen treats the entry as one beyond the limit; QEMU and Bochs raise #GP(0)."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "refused",
        "faults"
      ],
      "default": "refused"
    },
    "instruction": "inspect"
  },
  {
    "id": "inspect.refuses_rpl",
    "kind": "absence",
    "statement": "LAR, LSL, VERR and VERW do not accept a descriptor whose DPL is below RPL, unless it is conforming code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs compare DPL with CPL and RPL."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "does not compare RPL",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.refuses_cpl",
    "kind": "absence",
    "statement": "LAR, LSL, VERR and VERW do not accept a descriptor whose DPL is below CPL, unless it is conforming code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: ZF agrees with a model on all 65,536 selectors of a running Linux."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: of the GDT of a running Linux only the descriptors with DPL 3 are accepted."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "does not compare CPL",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.conforming_not_checked",
    "kind": "absence",
    "statement": "LAR, LSL and VERR do not compare the DPL of conforming code with CPL or RPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs do not compare it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "compares it",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.not_present_accepted",
    "kind": "absence",
    "statement": "LAR, LSL, VERR and VERW do not look at P: a descriptor that is not present is accepted like any other.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: data and code descriptors of the LDT that are not present are accepted."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "refuses a descriptor that is not present",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.zf_set",
    "kind": "effect",
    "statement": "LAR, LSL, VERR and VERW set ZF for a descriptor that they accept.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: ZF agrees with a model on all 65,536 selectors of a running Linux."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: as stated; the other flags stay."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "clears ZF",
    "instruction": "inspect"
  },
  {
    "id": "inspect.zf_cleared",
    "kind": "effect",
    "statement": "LAR, LSL, VERR and VERW clear ZF for whatever they do not accept.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: ZF agrees with a model on all 65,536 selectors of a running Linux."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: as stated; the other flags stay."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "sets ZF",
    "instruction": "inspect"
  },
  {
    "id": "inspect.refuses_upper_beyond_limit",
    "kind": "absence",
    "statement": "On AMD LAR and LSL do not accept a 16-byte descriptor of which the table's limit cuts off the upper half: LDT and TSS in 64-bit mode, and for LAR a call gate in long mode.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs reads the upper half and refuses the descriptor when it cannot."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "looks at the lower half alone",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.refuses_upper_type",
    "kind": "absence",
    "statement": "On AMD LAR and LSL do not accept a 16-byte descriptor in whose upper half bits 12:8 of the second doubleword are not 0: LDT and TSS in 64-bit mode, and for LAR a call gate in long mode.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "AMD APM Vol. 3, LAR, says so of all three."
      },
      {
        "kind": "implementations",
        "text": "Bochs does the same."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "does not look at them",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.upper_half",
    "kind": "variant",
    "statement": "Whether LAR and LSL look at the upper half of a 16-byte descriptor on Intel, where it may lie beyond the limit, on an absent page, or have a type: the manual speaks of the first eight bytes alone.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs checks it, QEMU does not."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "ignored",
        "checked"
      ],
      "default": "ignored"
    },
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_refuses_type",
    "kind": "absence",
    "statement": "In long mode LAR accepts no system descriptor but those of an LDT, a 64-bit TSS (9, Bh) and a 64-bit call gate (Ch).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs refuses the types of legacy mode in long mode; QEMU does not look at the mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "accepts the type",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_legacy_refuses_type",
    "kind": "absence",
    "statement": "In legacy mode LAR accepts no interrupt or trap gate (6, 7, Eh, Fh) and no reserved type (0, 8, Ah, Dh).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs refuse them."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "accepts the type",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_ldt_accepted",
    "kind": "absence",
    "statement": "On AMD LAR accepts the descriptor of an LDT in long mode.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs accept it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "refuses it",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_ldt_in_long_mode",
    "kind": "variant",
    "statement": "Whether LAR accepts the descriptor of an LDT in long mode on Intel: the manual's table of types says no, implementations accept it.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR, table of segment and gate types"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU, Bochs and Xen accept it."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "refused",
        "accepted"
      ],
      "default": "refused"
    },
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_access_rights",
    "kind": "effect",
    "statement": "LAR gives bits 15:8 of its register those of the descriptor's second doubleword, and bits 23:20 as well unless the operand size is 16.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: the mask is 00FFFF00h."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the mask is 00FFFF00h, with an operand size of 16 FF00h."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_limit_bits",
    "kind": "effect",
    "statement": "On AMD LAR gives bits 19:16 of its register those of the descriptor's second doubleword, which are of the limit, unless the operand size is 16.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the mask is 00FFFF00h."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_limit_bits_unspecified",
    "kind": "mask",
    "statement": "On Intel bits 19:16 of LAR's register are undefined, unless the operand size is 16.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: the mask is 00FFFF00h, so that they are those of the descriptor's limit."
      },
      {
        "kind": "implementations",
        "text": "Bochs gives those of the limit, QEMU clears them."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_other_bits_zero",
    "kind": "effect",
    "statement": "LAR clears bits 7:0 of its register, and bits 31:24 unless the operand size is 16.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: bits of the base do not show."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "gives them the bits of the base that the descriptor has there",
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_register_zero_extended",
    "kind": "effect",
    "statement": "In 64-bit mode LAR clears bits 63:32 of its register with an operand size of 32 or 64.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: as stated."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: as stated."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.lar_upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside 64-bit mode nothing says what becomes of bits 63:32 of LAR's register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.lsl_refuses_type",
    "kind": "absence",
    "statement": "In long mode LSL accepts no system descriptor but those of an LDT and a 64-bit TSS (2, 9, Bh); on Intel type 0 is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LSL"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LSL"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs refuses the types of legacy mode in long mode; QEMU does not look at the mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "accepts the type",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.lsl_legacy_refuses_type",
    "kind": "absence",
    "statement": "In legacy mode LSL accepts no gate (4 to 7, Ch, Eh, Fh) and no reserved type (0, 8, Ah, Dh).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LSL"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LSL"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs refuse them."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "accepts the type",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.lsl_type_0_in_long_mode",
    "kind": "variant",
    "statement": "Whether LSL accepts type 0 in long mode on Intel: a row of the manual's table of types says so of the upper half of a 16-byte descriptor, implementations refuse it.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LSL, table of segment and gate descriptor types"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs refuse it."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "refused",
        "accepted"
      ],
      "default": "refused"
    },
    "instruction": "inspect"
  },
  {
    "id": "inspect.lsl_limit_in_bytes",
    "kind": "effect",
    "statement": "LSL gives its register the 20 bits of the limit of a descriptor with G = 0; with an operand size of 16 the low 16 of them.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LSL"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LSL"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: as stated."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.lsl_limit_in_pages",
    "kind": "effect",
    "statement": "LSL gives its register the limit of a descriptor with G = 1 in bytes: shifted left by 12, the low 12 bits 1; with an operand size of 16 the low 16 bits of that.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LSL"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LSL"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: as stated."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "does not scale the limit",
    "instruction": "inspect"
  },
  {
    "id": "inspect.lsl_register_zero_extended",
    "kind": "effect",
    "statement": "In 64-bit mode LSL clears bits 63:32 of its register with an operand size of 32 or 64.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LSL"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LSL"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: as stated."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: as stated."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.lsl_upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside 64-bit mode nothing says what becomes of bits 63:32 of LSL's register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.verify_refuses_system",
    "kind": "absence",
    "statement": "VERR and VERW accept no system descriptor.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs refuse them."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "accepts it",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.verr_refuses_execute_only",
    "kind": "absence",
    "statement": "VERR does not accept code that is not readable.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, VERR"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: execute-only code of the LDT is refused, conforming or not."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "accepts it",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.verw_refuses_code",
    "kind": "absence",
    "statement": "VERW does not accept code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: code of the LDT and GDT is refused."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "accepts it",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.verw_refuses_read_only",
    "kind": "absence",
    "statement": "VERW does not accept data that is not writable.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: read-only data of the LDT is refused."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "accepts it",
    "mutantEnd": "completes",
    "instruction": "inspect"
  },
  {
    "id": "inspect.completes",
    "kind": "completes",
    "statement": "LAR, LSL, VERR and VERW complete whatever the selector names: only decoding, the operand and the tables' pages can make them fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: ZF agrees with a model on all 65,536 selectors of a running Linux."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.unchanged",
    "kind": "unchanged",
    "statement": "LAR, LSL, VERR and VERW change nothing but ZF and, if LAR or LSL accepts the descriptor, its register; no accessed bit is set.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: a register stays as it is, all 64 bits, when the descriptor is refused."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "inspect.fault_unchanged",
    "kind": "unchanged",
    "statement": "A faulting LAR, LSL, VERR or VERW changes nothing.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LAR and LSL; Vol. 2B, VERR/VERW"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LAR, LSL, VERR and VERW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "inspect"
  },
  {
    "id": "iret.completes",
    "kind": "completes",
    "statement": "Otherwise IRET completes.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.unchanged",
    "kind": "unchanged",
    "statement": "IRET changes nothing but CS, RIP, RFLAGS, RSP and SS, and on the way outwards CPL and data segments.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: all general registers stay."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.fault_unchanged",
    "kind": "unchanged",
    "statement": "An IRET that faults changes nothing.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RSP, RFLAGS and all other registers stay."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.gp_nt",
    "kind": "raise",
    "statement": "In long mode IRET raises #GP(0) when NT is set, before it looks at the stack.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0), and NT stays."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0), also with a stack that is not mapped."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.rflags_read_first",
    "kind": "order",
    "statement": "IRET reads the slot of RFLAGS before those of CS and RIP, so that its fault is the one that is raised.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: seen for IRETQ."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: seen for IRETQ and for IRETD in compatibility mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads CS and RIP first",
    "instruction": "iret"
  },
  {
    "id": "iret.ss_read_before_rsp",
    "kind": "order",
    "statement": "IRET reads the slot of SS before that of RSP.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: seen for IRETQ."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: seen for IRETQ."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads RSP first",
    "instruction": "iret"
  },
  {
    "id": "iret.stack_read_before_cs_checks",
    "kind": "order",
    "statement": "On AMD IRET in 64-bit mode reads SS and RSP before it checks CS.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: an SS slot that is not mapped wins over a CS that is null, beyond the limit or not present."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks CS first",
    "instruction": "iret"
  },
  {
    "id": "iret.stack_or_cs_first",
    "kind": "variant",
    "statement": "Whether AMD reads SS and RSP before it checks CS in an IRET outwards from other than 64-bit mode is open.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: a return outwards cannot be reached."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "cs",
        "stack"
      ],
      "default": "cs"
    },
    "instruction": "iret"
  },
  {
    "id": "iret.same_level_pops_stack",
    "kind": "absence",
    "statement": "In 64-bit mode IRET of every operand size pops RSP and SS, also to the same level.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: seen for all operand sizes."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: seen for all operand sizes."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "pops no more than RIP, CS and RFLAGS to the same level",
    "mutantEnd": "completes",
    "instruction": "iret"
  },
  {
    "id": "iret.same_level_keeps_data",
    "kind": "absence",
    "statement": "IRET in 64-bit mode to the same level leaves DS, ES, FS and GS alone, whatever their DPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "makes those of inner levels null",
    "mutantEnd": "completes",
    "instruction": "iret"
  },
  {
    "id": "iret.no_virtual_8086",
    "kind": "absence",
    "statement": "IRETD with VM set in the image does not return to virtual-8086 mode in long mode, nor outside it above CPL 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: seen in compatibility mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "returns to virtual-8086 mode",
    "mutantEnd": "completes",
    "instruction": "iret"
  },
  {
    "id": "iret.gp_outer_rip_noncanonical",
    "kind": "raise",
    "statement": "On Intel an IRET outwards to other than 64-bit code raises #GP(0) when the popped RIP is not canonical, though only 32 bits of it count.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: Linux's own IRETQ to CPL 3 shows it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.flags_from_image",
    "kind": "effect",
    "statement": "CF, PF, AF, ZF, SF, TF, DF, OF and NT come from the popped image, in all operand sizes.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: measured."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.if_from_image",
    "kind": "effect",
    "statement": "IF comes from the image when the old CPL is not above IOPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.if_kept_above_iopl",
    "kind": "effect",
    "statement": "IF stays when the old CPL is above IOPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: measured."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "takes IF from the image",
    "instruction": "iret"
  },
  {
    "id": "iret.iopl_from_image",
    "kind": "effect",
    "statement": "IOPL comes from the image when the old CPL is 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.iopl_kept_above_cpl_0",
    "kind": "effect",
    "statement": "IOPL stays when the old CPL is not 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: measured."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "takes IOPL from the image",
    "instruction": "iret"
  },
  {
    "id": "iret.ac_id_from_image",
    "kind": "effect",
    "statement": "AC and ID come from the image of IRETD and IRETQ.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: measured."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.vif_vip_from_image",
    "kind": "effect",
    "statement": "VIF and VIP come from the image of IRETD and IRETQ when the old CPL is 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.vif_vip_kept_above_cpl_0",
    "kind": "effect",
    "statement": "VIF and VIP stay when the old CPL is not 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: measured."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "takes VIF and VIP from the image",
    "instruction": "iret"
  },
  {
    "id": "iret.o16_upper_flags_kept",
    "kind": "effect",
    "statement": "IRET with an operand size of 16 leaves AC, ID, VIF and VIP alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: it changes bits 15:0 only."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: AC stays."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "clears them",
    "instruction": "iret"
  },
  {
    "id": "iret.o16_rf_cleared",
    "kind": "effect",
    "statement": "After IRET with an operand size of 16 RF is 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.3; Vol. 3B, 18.3.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.6"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "RF is cleared by whatever instruction completes, unless it loads RF."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.rf_from_image",
    "kind": "effect",
    "statement": "On Intel RF comes from the image of IRETD and IRETQ.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: bit 16 is among those that IRETD and IRETQ change."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.rf",
    "kind": "variant",
    "statement": "Whether RF comes from the image of IRETD and IRETQ on AMD is open.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The APM's Vol. 2 lets the handler's IRET restore it; pseudo-code of Vol. 3 says that it is cleared."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "image",
        "cleared"
      ],
      "default": "image"
    },
    "instruction": "iret"
  },
  {
    "id": "iret.vm_kept_0",
    "kind": "effect",
    "statement": "VM stays 0 whatever the image holds, in long mode and outside it above CPL 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: measured."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured in 64-bit and compatibility mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "takes VM from the image",
    "instruction": "iret"
  },
  {
    "id": "iret.reserved_ignored",
    "kind": "effect",
    "statement": "Reserved bits of the image are ignored: bit 1 stays 1, the others 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: measured."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured with all bits set."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "takes reserved bits from the image",
    "instruction": "iret"
  },
  {
    "id": "iret.db_old_tf",
    "kind": "raise",
    "statement": "TF of before the IRET raises #DB after it, at the target, whatever TF is loaded.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.3.1.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: seen with TF set and clear in the image."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "iret"
  },
  {
    "id": "iret.no_db_new_tf",
    "kind": "absence",
    "statement": "A TF that IRET loads does not raise #DB before one instruction has run.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.3.1.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: one instruction runs, then #DB."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: one instruction runs, then #DB."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #DB by the new TF",
    "mutantEnd": "trap",
    "instruction": "iret"
  },
  {
    "id": "lgdt.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "LGDT and LIDT raise #GP(0) at any CPL but 0, before they read their operand.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LGDT/LIDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LGDT and LIDT"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0), also with an operand that is out of reach."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0), also with an operand that is not mapped or not canonical."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lgdt"
  },
  {
    "id": "lgdt.gp_base_noncanonical",
    "kind": "raise",
    "statement": "In 64-bit mode LGDT and LIDT raise #GP(0) when the base is not canonical in the CPU's width.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LGDT/LIDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LGDT and LIDT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs raises it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lgdt"
  },
  {
    "id": "lgdt.canonical_by_cpu_width",
    "kind": "absence",
    "statement": "The base that LGDT and LIDT load needs to be canonical in the CPU's width only, whatever CR4.LA57 says.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests la57 expects it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "raises #GP(0) for a base that is not canonical in the width of the paging",
    "mutantEnd": "fault",
    "instruction": "lgdt"
  },
  {
    "id": "lgdt.limit_from_memory",
    "kind": "effect",
    "statement": "LGDT and LIDT load the limit from the first two bytes of their operand.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LGDT/LIDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LGDT and LIDT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs do."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lgdt"
  },
  {
    "id": "lgdt.base_from_memory",
    "kind": "effect",
    "statement": "LGDT and LIDT load the base from the bytes after the limit: eight in 64-bit mode, whatever the operand size, four elsewhere.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LGDT/LIDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LGDT and LIDT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs does; QEMU cuts the base to 24 bits under 66h in 64-bit mode, too."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lgdt"
  },
  {
    "id": "lgdt.o16_base_of_24_bits",
    "kind": "effect",
    "statement": "Outside 64-bit mode LGDT and LIDT with an operand size of 16 clear bits 31:24 of the base.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LGDT/LIDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LGDT and LIDT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs do."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "loads them from memory",
    "instruction": "lgdt"
  },
  {
    "id": "lgdt.completes",
    "kind": "completes",
    "statement": "LGDT and LIDT complete when none of their checks fails.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LGDT/LIDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LGDT and LIDT"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "lgdt"
  },
  {
    "id": "lgdt.unchanged",
    "kind": "unchanged",
    "statement": "LGDT and LIDT change nothing but GDTR or IDTR: what segment registers hold stays.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LGDT/LIDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LGDT and LIDT"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "lgdt"
  },
  {
    "id": "lgdt.fault_unchanged",
    "kind": "unchanged",
    "statement": "A faulting LGDT or LIDT changes nothing.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LGDT/LIDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LGDT and LIDT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs check before they load."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lgdt"
  },
  {
    "id": "lldt.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "LLDT and LTR raise #GP(0) at any CPL but 0, before they read their operand.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0), also with an operand that is out of reach."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0), also with an operand that is not mapped."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.null_selector_kept",
    "kind": "effect",
    "statement": "LLDT of a null selector puts it into LDTR.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs do."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.null_unusable",
    "kind": "effect",
    "statement": "LLDT of a null selector makes LDTR unusable, and nothing faults.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs marks LDTR invalid."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.null_hidden_unspecified",
    "kind": "mask",
    "statement": "What LLDT of a null selector leaves in the hidden part of LDTR is not specified.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.gp_tr_null",
    "kind": "raise",
    "statement": "LTR of a null selector raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs raises it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.gp_local",
    "kind": "raise",
    "statement": "LLDT and LTR raise #GP with the selector for one of the LDT.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs raise it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.gp_limit",
    "kind": "raise",
    "statement": "LLDT and LTR raise #GP with the selector when the GDT ends before the descriptor does, which has 16 bytes in 64-bit mode.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs raise it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.compat_size",
    "kind": "variant",
    "statement": "Whether LLDT and LTR look at 8 or at 16 bytes in compatibility mode; the base has 32 bits.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The AMD APM says of LLDT that the descriptor has 8 bytes in compatibility mode."
      },
      {
        "kind": "implementations",
        "text": "Xen reads 8 bytes for Intel, and 16 for AMD without taking the upper half of the base; Bochs reads 8."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "8 bytes",
        "16 bytes"
      ],
      "default": "8 bytes"
    },
    "instruction": "lldt"
  },
  {
    "id": "lldt.gp_not_ldt",
    "kind": "raise",
    "statement": "LLDT raises #GP with the selector for anything but the descriptor of an LDT.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs raise it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.gp_not_tss",
    "kind": "raise",
    "statement": "LTR raises #GP with the selector for anything but the descriptor of a TSS: type 9, and in legacy mode 1 as well.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs raises it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.gp_tr_busy",
    "kind": "raise",
    "statement": "LTR raises #GP with the selector for a TSS that is busy.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs raise it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.np_not_present",
    "kind": "raise",
    "statement": "LLDT and LTR raise #NP with the selector for a descriptor that is not present.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs raise it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.not_present_or_upper_type",
    "kind": "variant",
    "statement": "Which of #NP and #GP comes where a 16-byte descriptor is not present and has a type in its upper half, too.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen raises #NP, Bochs #GP."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "np",
        "gp"
      ],
      "default": "np"
    },
    "instruction": "lldt"
  },
  {
    "id": "lldt.not_present_or_base",
    "kind": "variant",
    "statement": "Which of #NP and #GP comes where a 16-byte descriptor is not present and its base is not canonical, too.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen and Bochs raise #NP."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "np",
        "gp"
      ],
      "default": "np"
    },
    "instruction": "lldt"
  },
  {
    "id": "lldt.gp_upper_type",
    "kind": "raise",
    "statement": "In 64-bit mode LLDT and LTR raise #GP with the selector when bits 12:8 of the last doubleword of the descriptor are not 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.5 and 8.2.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU checks them for LTR, Xen and Bochs for both."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.gp_base_noncanonical",
    "kind": "raise",
    "statement": "In 64-bit mode LLDT and LTR raise #GP with the selector when the base is not canonical in the CPU's width.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen and Bochs raise it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.canonical_by_cpu_width",
    "kind": "absence",
    "statement": "The base that LLDT and LTR load needs to be canonical in the CPU's width only, whatever CR4.LA57 says.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests la57 expects it of MSRs and descriptor tables."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "raises #GP for a base that is not canonical in the width of the paging",
    "mutantEnd": "fault",
    "instruction": "lldt"
  },
  {
    "id": "lldt.busy_written",
    "kind": "effect",
    "statement": "LTR marks the TSS busy in the GDT.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs do."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.tr_busy",
    "kind": "effect",
    "statement": "LTR leaves the type of a busy TSS in TR.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Intel's VM entry demands it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "leaves the type that the table had before",
    "instruction": "lldt"
  },
  {
    "id": "lldt.selector",
    "kind": "effect",
    "statement": "LLDT and LTR put the selector into LDTR or TR.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs do."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.base_from_descriptor",
    "kind": "effect",
    "statement": "LLDT and LTR give LDTR or TR the base of the descriptor: 64 bits in 64-bit mode, 32 bits zero-extended elsewhere.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs does."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.limit_from_descriptor",
    "kind": "effect",
    "statement": "LLDT and LTR give LDTR or TR the limit of the descriptor, scaled by G.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs do."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.attributes_from_descriptor",
    "kind": "effect",
    "statement": "LLDT and LTR give LDTR or TR the DPL, P and AVL of the descriptor, and LDTR its type.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs does."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.reserved_bits_unspecified",
    "kind": "mask",
    "statement": "What becomes of bits 53 and 54 of a system descriptor, which are reserved, is not specified.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.3"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.completes",
    "kind": "completes",
    "statement": "LLDT and LTR complete when none of their checks fails.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.unchanged",
    "kind": "unchanged",
    "statement": "LLDT and LTR change nothing but LDTR or TR and, for LTR, the busy bit in the GDT.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lldt.fault_unchanged",
    "kind": "unchanged",
    "statement": "A faulting LLDT or LTR changes nothing.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LLDT and LTR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LLDT and LTR"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The Intel SDM's operation of LTR marks the TSS busy, which may fault, before it loads TR."
      },
      {
        "kind": "implementations",
        "text": "QEMU and Bochs make all checks before they load, but write the busy bit after it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lldt"
  },
  {
    "id": "lmsw.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "LMSW raises #GP(0) at a CPL other than 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LMSW"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0)."
      },
      {
        "kind": "implementations",
        "text": "Xen, Bochs, KVM and QEMU agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lmsw"
  },
  {
    "id": "lmsw.mp_em_ts",
    "kind": "effect",
    "statement": "MP, EM and TS of CR0 take bits 3:1 of the operand.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "lmsw"
  },
  {
    "id": "lmsw.pe_not_cleared",
    "kind": "effect",
    "statement": "PE can be set but not cleared: in protected mode bit 0 of the operand does not count.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "clears PE",
    "instruction": "lmsw"
  },
  {
    "id": "lmsw.other_bits_kept",
    "kind": "effect",
    "statement": "Bits 15:4 of the operand do not count, and the other bits of CR0 stay.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "stores bits 15:4",
    "instruction": "lmsw"
  },
  {
    "id": "lmsw.completes",
    "kind": "completes",
    "statement": "LMSW completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LMSW"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "lmsw"
  },
  {
    "id": "lmsw.unchanged",
    "kind": "unchanged",
    "statement": "LMSW changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LMSW"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "lmsw"
  },
  {
    "id": "lmsw.fault_unchanged",
    "kind": "unchanged",
    "statement": "When LMSW faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "lmsw"
  },
  {
    "id": "loadfar.ud_register",
    "kind": "raise",
    "statement": "LFS, LGS and LSS of a register raise #UD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LDS/LES/LFS/LGS/LSS"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LDS, LES, LFS, LGS, LSS"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD for all three."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.rex_w_ignored",
    "kind": "absence",
    "statement": "REX.W does not make the offset 64 bits wide: the pointer is m16:32, and 66h counts no more.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LDS, LES, LFS, LGS, LSS"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: LFS with REX.W reads a selector at +4 and an offset of 32 bits, also with 66h."
      },
      {
        "kind": "implementations",
        "text": "Xen knows the difference for far transfers."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads an offset of 64 bits",
    "mutantEnd": "completes",
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.rex_w_obeyed",
    "kind": "absence",
    "statement": "REX.W is not ignored: the pointer is m16:64.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LDS/LES/LFS/LGS/LSS"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM lists LFS, LGS and LSS of m16:64 under REX.W."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "reads an offset of 32 bits",
    "mutantEnd": "completes",
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.db_lss",
    "kind": "raise",
    "statement": "With TF=1 at its start LSS ends in a single-step #DB trap: it does not hold it back as MOV and POP to SS do.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.8.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.5 and 15.21.5"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #DB follows LSS at once."
      },
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: LSS does not delay #DB."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.offset_before_selector",
    "kind": "absence",
    "statement": "The selector is not read before the offset.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LDS, LES, LFS, LGS, LSS"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: with both parts in pages that are not mapped CR2 is the offset's; a #PF of the offset comes before #GP for a selector that is not canonical."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads the selector first",
    "mutantEnd": "fault",
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.read_order",
    "kind": "variant",
    "statement": "Whether the offset or the selector is read first is open.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LDS/LES/LFS/LGS/LSS"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM does not say."
      },
      {
        "kind": "implementations",
        "text": "QEMU reads the offset first, Bochs the selector."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "offset",
        "selector"
      ],
      "default": "offset"
    },
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.register_from_offset",
    "kind": "effect",
    "statement": "The general register takes the offset, once the segment register was loaded.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LDS/LES/LFS/LGS/LSS"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LDS, LES, LFS, LGS, LSS"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: as stated; not with #NP."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.register_zero_extended",
    "kind": "effect",
    "statement": "An offset of 32 bits is zero-extended in 64-bit mode.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LDS/LES/LFS/LGS/LSS"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LDS, LES, LFS, LGS, LSS"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: as stated; one of 16 bits leaves the rest of the register alone."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside 64-bit mode the upper half of a general register that is written is not visible.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: an offset of 32 bits clears it too: seen from 64-bit mode afterwards."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.completes",
    "kind": "completes",
    "statement": "LDS, LES, LFS, LGS and LSS raise nothing else.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LDS/LES/LFS/LGS/LSS"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LDS, LES, LFS, LGS, LSS"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the cases that were measured agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.unchanged",
    "kind": "unchanged",
    "statement": "LDS, LES, LFS, LGS and LSS leave everything else alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LDS/LES/LFS/LGS/LSS"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LDS, LES, LFS, LGS, LSS"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the cases that were measured agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "loadfar"
  },
  {
    "id": "loadfar.fault_unchanged",
    "kind": "unchanged",
    "statement": "A faulting LDS, LES, LFS, LGS or LSS changes no register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LDS/LES/LFS/LGS/LSS"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, LDS, LES, LFS, LGS, LSS"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RSP and the segment register are as before after #SS, #NP, #GP, #PF and #AC."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "loadfar"
  },
  {
    "id": "movcr.ud_no_such_register",
    "kind": "raise",
    "statement": "There is no CR1, CR5 to CR7 nor CR9 to CR15: naming one raises #UD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD for CR1, CR5, CR7 and CR9."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD for CR1, CR5, CR9 and CR15 in 64-bit code, for CR1 and CR5 in compatibility code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.ud_before_gp",
    "kind": "order",
    "statement": "#UD for a register that does not exist comes before #GP(0) for CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD at CPL 3."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD at CPL 3."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks CPL first",
    "instruction": "movcr"
  },
  {
    "id": "movcr.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "At a CPL other than 0 the instruction raises #GP(0), reading as well as writing.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for CR0, CR2, CR3, CR4 and CR8, in 64-bit and in compatibility code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.register_from_cr",
    "kind": "effect",
    "statement": "Reading puts bits 31:0 of the control register into the general register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.register_upper_half",
    "kind": "effect",
    "statement": "Reading sets the upper half of the general register too, without REX.W and outside 64-bit mode as well: it takes that of the control register, which is 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.legacy_upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside long mode the upper half of a general register is not architecturally visible.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.gp_cr0_upper_half",
    "kind": "raise",
    "statement": "Writing CR0 raises #GP(0) when one of bits 63:32 is set.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.cr0_upper_half_unused",
    "kind": "absence",
    "statement": "Outside 64-bit mode the operand is 32 bits wide: what the upper half of the general register holds does not count.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "takes 64 bits",
    "mutantEnd": "fault",
    "instruction": "movcr"
  },
  {
    "id": "movcr.gp_cr0_pg_without_pe",
    "kind": "raise",
    "statement": "Writing CR0 raises #GP(0) when PG is 1 and PE is 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.gp_cr0_nw_without_cd",
    "kind": "raise",
    "statement": "Writing CR0 raises #GP(0) when NW is 1 and CD is 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and KVM check; Xen does not."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.gp_cr0_pg_cleared_in_64bit",
    "kind": "raise",
    "statement": "In 64-bit mode clearing CR0.PG raises #GP(0).",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.15 (#GP)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and KVM check; Linux commit 777ab82d7ce0 is about it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.cr0",
    "kind": "effect",
    "statement": "CR0 takes PE, MP, EM, TS, NE, WP, AM, NW, CD and PG.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.cr0_reserved_ignored",
    "kind": "effect",
    "statement": "Bits 28:19, 17 and 15:6 of CR0 ignore what is written to them and stay 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM drop them."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "stores them",
    "instruction": "movcr"
  },
  {
    "id": "movcr.cr0_et_fixed",
    "kind": "effect",
    "statement": "ET stays 1 whatever is written.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "stores it",
    "instruction": "movcr"
  },
  {
    "id": "movcr.gp_cr3_reserved",
    "kind": "raise",
    "statement": "In 64-bit mode writing CR3 raises #GP(0) when one of bits 63:52 is set, PCIDs being off.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.cr3",
    "kind": "effect",
    "statement": "CR3 takes the address of the root, PWT and PCD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.cr3_low_bits_unspecified",
    "kind": "mask",
    "statement": "With PCIDs off, bits 11:5 and 2:0 of CR3 are ignored, and whether they read back is not stated.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.gp_cr4_reserved",
    "kind": "raise",
    "statement": "Writing CR4 raises #GP(0) for a bit that no manual defines: 15, 26, 31:29 and 63:33; and for LA57 and FSGSBASE on a CPU that lacks them.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.gp_cr4_pae_cleared",
    "kind": "raise",
    "statement": "In long mode clearing CR4.PAE raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.gp_cr4_la57_changed",
    "kind": "raise",
    "statement": "In long mode changing CR4.LA57 raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.cr4_other_features",
    "kind": "variant",
    "statement": "A bit of CR4 whose feature the profile does not tell of is stored where the CPU has it and raises #GP(0) where it has not.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Each depends on its own bit of CPUID."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "gp",
        "stored"
      ],
      "default": "gp"
    },
    "instruction": "movcr"
  },
  {
    "id": "movcr.cr4",
    "kind": "effect",
    "statement": "CR4 takes the operand.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.flags_unspecified",
    "kind": "mask",
    "statement": "OF, SF, ZF, AF, PF and CF are undefined after the instruction on Intel; AMD leaves them alone, and so does every implementation.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movcr"
  },
  {
    "id": "movcr.completes",
    "kind": "completes",
    "statement": "MOV to or from a control register completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "movcr"
  },
  {
    "id": "movcr.unchanged",
    "kind": "unchanged",
    "statement": "MOV to or from a control register changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (control registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV CRn"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "movcr"
  },
  {
    "id": "movcr.fault_unchanged",
    "kind": "unchanged",
    "statement": "When MOV to or from a control register faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "movcr"
  },
  {
    "id": "movdr.ud_no_such_register",
    "kind": "raise",
    "statement": "There is no DR8 to DR15: naming one raises #UD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD for each of them."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.ud_before_gp",
    "kind": "order",
    "statement": "#UD for a register that does not exist comes before #GP(0) for CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD at CPL 3."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks CPL first",
    "instruction": "movdr"
  },
  {
    "id": "movdr.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "MOV to or from a debug register raises #GP(0) unless CPL is 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for DR0 to DR7."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.gp_before_alias",
    "kind": "order",
    "statement": "#GP(0) for CPL comes before #UD for DR4 and DR5 under CR4.DE=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for DR4 and DR5, while Linux has DE set."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "looks at DE first",
    "instruction": "movdr"
  },
  {
    "id": "movdr.ud_alias_disabled",
    "kind": "raise",
    "statement": "While CR4.DE is 1, naming DR4 or DR5 raises #UD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.register_from_dr",
    "kind": "effect",
    "statement": "Bits 31:0 of the general register take those of the debug register, whatever REX.W is.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.register_from_alias",
    "kind": "effect",
    "statement": "While CR4.DE is 0, DR4 and DR5 are read as DR6 and DR7.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.register_upper_half",
    "kind": "effect",
    "statement": "In long mode bits 63:32 of the general register become those of the debug register, which are 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.legacy_upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside long mode the upper half of a general register is not architecturally visible.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.upper_half_unused",
    "kind": "absence",
    "statement": "Outside 64-bit mode bits 63:32 of the operand are not looked at.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "raises #GP(0) when they are not 0",
    "mutantEnd": "fault",
    "instruction": "movdr"
  },
  {
    "id": "movdr.gp_upper_half",
    "kind": "raise",
    "statement": "Writing DR6 or DR7 raises #GP(0) when a bit of 63:32 is 1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.dr6",
    "kind": "effect",
    "statement": "Writing DR6 stores B0 to B3, BD, BS and BT.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.dr6_fixed_bits",
    "kind": "effect",
    "statement": "Bits 31:16 and 11:4 of DR6 stay 1 and bit 12 stays 0 whatever is written, but for those that a feature gives a meaning.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "stores them",
    "instruction": "movdr"
  },
  {
    "id": "movdr.dr7",
    "kind": "effect",
    "statement": "Writing DR7 stores L0 to G3, LE, GE, GD, R/W0 to R/W3 and LEN0 to LEN3.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.dr7_fixed_bits",
    "kind": "effect",
    "statement": "Bit 10 of DR7 stays 1 and bits 15, 14 and 12 stay 0 whatever is written.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "stores them",
    "instruction": "movdr"
  },
  {
    "id": "movdr.alias_written",
    "kind": "effect",
    "statement": "While CR4.DE is 0, a write to DR4 or DR5 goes to DR6 or DR7.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.optional_bits_unspecified",
    "kind": "mask",
    "statement": "Bits 16 and 11 of DR6 and bit 11 of DR7 belong to features of which a case says nothing.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.flags_unspecified",
    "kind": "mask",
    "statement": "OF, SF, ZF, AF, PF and CF are undefined after the instruction on Intel; AMD leaves them alone.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "movdr"
  },
  {
    "id": "movdr.completes",
    "kind": "completes",
    "statement": "MOV to or from a debug register completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "movdr"
  },
  {
    "id": "movdr.unchanged",
    "kind": "unchanged",
    "statement": "MOV to or from a debug register changes nothing but what its other rules name.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV (debug registers)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV DRn"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "movdr"
  },
  {
    "id": "movdr.fault_unchanged",
    "kind": "unchanged",
    "statement": "When MOV to or from a debug register faults, the state is as before it.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "movdr"
  },
  {
    "id": "movsreg.ud_to_cs",
    "kind": "raise",
    "statement": "MOV to CS raises #UD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movsreg"
  },
  {
    "id": "movsreg.ud_no_such_register",
    "kind": "raise",
    "statement": "MOV to or from a segment register of the number 6 or 7 raises #UD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movsreg"
  },
  {
    "id": "movsreg.register_from_selector",
    "kind": "effect",
    "statement": "MOV to a general register gives its low 16 bits the selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: as stated."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: as stated."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movsreg"
  },
  {
    "id": "movsreg.register_zero_extended",
    "kind": "effect",
    "statement": "With an operand size of 32 or 64 bits the rest of the general register becomes 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: r32 and r64 are zero-extended, r16 keeps its upper 48 bits."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: r32 is zero-extended to 64 bits, r16 keeps its upper 48 bits."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movsreg"
  },
  {
    "id": "movsreg.upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside 64-bit mode the upper half of a general register that is written is not visible.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: in compatibility mode r32 clears the upper half too, and r16 keeps it: seen from 64-bit mode afterwards."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movsreg"
  },
  {
    "id": "movsreg.memory_from_selector",
    "kind": "effect",
    "statement": "MOV to memory writes two bytes, whatever the operand size.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: two bytes even with REX.W."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movsreg"
  },
  {
    "id": "movsreg.completes",
    "kind": "completes",
    "statement": "MOV to and from a segment register raises nothing else.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: random cases agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movsreg"
  },
  {
    "id": "movsreg.unchanged",
    "kind": "unchanged",
    "statement": "MOV to and from a segment register leaves everything else alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: random cases agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movsreg"
  },
  {
    "id": "movsreg.fault_unchanged",
    "kind": "unchanged",
    "statement": "A faulting MOV to or from a segment register changes no register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, MOV"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: a failed load changes nothing."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: a failed load changes nothing."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "movsreg"
  },
  {
    "id": "near.gp_noncanonical",
    "kind": "raise",
    "statement": "In 64-bit mode a near JMP, CALL or RET to an address that is not canonical by the paging in use raises #GP(0), and RIP is that of the branch.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: JMP, CALL, Jcc and RET, RIP at the branch, RSP unchanged."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: CALL and RET, RIP at the branch, RSP unchanged."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.gp_limit",
    "kind": "raise",
    "statement": "Outside 64-bit mode a near JMP, CALL or RET to an offset beyond the limit of CS raises #GP(0), and RIP is that of the branch.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3, compatibility code of 32 and of 16 bits: JMP, CALL and RET."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.stack_before_target",
    "kind": "order",
    "statement": "What forbids CALL to push comes before what forbids its target.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: a fault of the stack beats that of the target."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #PF and #SS(0) of the push beat #GP(0) of the target, in 64-bit mode and in compatibility code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks the target first",
    "instruction": "near"
  },
  {
    "id": "near.call_pushes_next",
    "kind": "effect",
    "statement": "CALL pushes the address of the next instruction, in as many bytes as its operand has.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 8 bytes, and 2 bytes with 66h."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.call_moves_stack",
    "kind": "effect",
    "statement": "CALL moves the stack pointer down by the size of its operand.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.call_slot_written",
    "kind": "effect",
    "statement": "On Intel a CALL whose target is refused has written the return address all the same; RSP is unchanged.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3, 64-bit mode: the slot below RSP holds the return address after #GP(0)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.call_slot_unwritten",
    "kind": "absence",
    "statement": "On AMD a CALL whose target is refused has not written the return address.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the slot below RSP keeps its content, in 64-bit mode and in compatibility code, though the push was checked before."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "has written the return address",
    "mutantEnd": "fault",
    "instruction": "near"
  },
  {
    "id": "near.call_slot_outside_64bit",
    "kind": "variant",
    "statement": "Whether on Intel a CALL outside 64-bit mode whose target is refused has written the return address.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The Operation of CALL checks the limit first in its 32-bit branch; the experiment on silicon was made in 64-bit mode, where it had been written."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "written",
        "unwritten"
      ],
      "default": "written"
    },
    "instruction": "near"
  },
  {
    "id": "near.rip_from_target",
    "kind": "effect",
    "statement": "RIP becomes the target: the address of the next instruction plus the distance, what the register or memory holds, or what is popped.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.rip_16_bits",
    "kind": "effect",
    "statement": "With an operand size of 16 bits RIP becomes the low 16 bits of the target, zero-extended.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 66h on JMP, CALL and RET, in 64-bit mode as well; in compatibility code JMP EAX with 66h goes to AX."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.operand_size_prefix_ignored",
    "kind": "absence",
    "statement": "On Intel 66h has no effect on near branches in 64-bit mode.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: 66h on near JMP r64, JMP and CALL rel32 and RET is ignored."
      },
      {
        "kind": "implementations",
        "text": "Xen decodes it by the vendor."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "works on 16 bits under 66h",
    "mutantEnd": "completes",
    "instruction": "near"
  },
  {
    "id": "near.operand_size_prefix_counts",
    "kind": "absence",
    "statement": "On AMD 66h is not ignored on near branches in 64-bit mode: distances have 2 bytes, what is pushed and popped too, and the target is cut to 16 bits.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, 1.2.2 (operand-size override), CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: CALL rel16, JMP short and RET imm16 with 66h."
      },
      {
        "kind": "implementations",
        "text": "Xen decodes it by the vendor."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "works on 64 bits under 66h",
    "mutantEnd": "completes",
    "instruction": "near"
  },
  {
    "id": "near.ret_moves_stack",
    "kind": "effect",
    "statement": "RET moves the stack pointer up by the size of its operand.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.ret_releases",
    "kind": "effect",
    "statement": "RET with an immediate moves the stack pointer further up by it, as a number without sign.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RET FFFEh in compatibility code moves ESP up by 65,538."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "releases nothing",
    "instruction": "near"
  },
  {
    "id": "near.completes",
    "kind": "completes",
    "statement": "A near branch completes when none of its checks fails.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.unchanged",
    "kind": "unchanged",
    "statement": "A near branch changes RIP and RF, CALL and RET also the stack pointer, CALL the stack, and nothing else.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, CALL and JMP; Vol. 2B, RET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, CALL (Near), JMP (Near), RET (Near)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "near.fault_unchanged",
    "kind": "unchanged",
    "statement": "When a near branch faults, the registers are as before it.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "near"
  },
  {
    "id": "popsreg.ud_64bit",
    "kind": "raise",
    "statement": "POP of ES, SS and DS raises #UD in 64-bit mode.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, POP"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, POP"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD for 07h, 17h and 1Fh."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "popsreg"
  },
  {
    "id": "popsreg.whole_slot_read",
    "kind": "raise",
    "statement": "The whole slot is read, though only two bytes of it count: #SS(0), #AC(0) and #PF concern all its bytes.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, POP"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #PF where only the two bytes of the selector are mapped, #SS(0) where only these lie within the limit, and #AC for a slot of 8 bytes that is aligned to 4."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "popsreg"
  },
  {
    "id": "popsreg.read_bytes",
    "kind": "variant",
    "statement": "How many bytes of the slot are read is open: the two of the selector, or all.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, POP"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM does not say."
      },
      {
        "kind": "implementations",
        "text": "KVM reads two bytes."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "two",
        "all"
      ],
      "default": "two"
    },
    "instruction": "popsreg"
  },
  {
    "id": "popsreg.rsp",
    "kind": "effect",
    "statement": "The stack pointer goes up by the operand size, once the register was loaded.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, POP"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, POP"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: by 8 in 64-bit mode, by 4 in compatibility mode, by 2 under 66h; not at all with #NP or #SS."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "popsreg"
  },
  {
    "id": "popsreg.completes",
    "kind": "completes",
    "statement": "POP of a segment register raises nothing else.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, POP"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, POP"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the cases that were measured agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "popsreg"
  },
  {
    "id": "popsreg.unchanged",
    "kind": "unchanged",
    "statement": "POP of a segment register leaves everything else alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, POP"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, POP"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the cases that were measured agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "popsreg"
  },
  {
    "id": "popsreg.fault_unchanged",
    "kind": "unchanged",
    "statement": "A faulting POP of a segment register changes no register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, POP"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, POP"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RSP and the segment register are as before after #SS, #NP, #GP, #PF and #AC."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "popsreg"
  },
  {
    "id": "pushsreg.ud_64bit",
    "kind": "raise",
    "statement": "PUSH of ES, CS, SS and DS raises #UD in 64-bit mode.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, PUSH"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, PUSH"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD for 06h, 0Eh, 16h and 1Eh."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "pushsreg"
  },
  {
    "id": "pushsreg.slot",
    "kind": "effect",
    "statement": "The slot takes the selector, zero-extended to the operand size; on Intel outside 64-bit mode its two bytes only.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, PUSH"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, PUSH"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 8 bytes in 64-bit mode, 4 in compatibility mode, 2 under 66h; 66h under REX.W is ignored."
      },
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: 8 zero-extended bytes in 64-bit mode, 2 bytes of 4 in compatibility mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "pushsreg"
  },
  {
    "id": "pushsreg.whole_slot_checked",
    "kind": "raise",
    "statement": "A slot that is written as a whole must be accessible as a whole: #SS(0), #AC(0) and #PF concern all its bytes.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, PUSH"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, PUSH"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #PF where only the two bytes of the selector are mapped, #SS(0) where only these lie within the limit, and #AC for a slot that is aligned to 2 or 4."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "pushsreg"
  },
  {
    "id": "pushsreg.two_bytes_written",
    "kind": "effect",
    "statement": "Outside 64-bit mode a push of 32 bits leaves the upper two bytes of the slot alone.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, PUSH"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: PUSH FS in compatibility mode writes 2 bytes of the slot."
      },
      {
        "kind": "manual",
        "text": "The SDM says that all recent processors do so, and that others zero-extend."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "writes zeros above the selector",
    "instruction": "pushsreg"
  },
  {
    "id": "pushsreg.checked_bytes",
    "kind": "variant",
    "statement": "Whether the upper half of a slot of 32 bits that is not written must be accessible is open.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, PUSH"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM says of the write alone that it may be one of 16 bits."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "two",
        "all"
      ],
      "default": "two"
    },
    "instruction": "pushsreg"
  },
  {
    "id": "pushsreg.rsp",
    "kind": "effect",
    "statement": "The stack pointer goes down by the operand size, also where fewer bytes are written.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, PUSH"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, PUSH"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: by 8 in 64-bit mode, by 4 in compatibility mode, by 2 under 66h."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "pushsreg"
  },
  {
    "id": "pushsreg.completes",
    "kind": "completes",
    "statement": "PUSH of a segment register raises nothing else.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, PUSH"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, PUSH"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the cases that were measured agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "pushsreg"
  },
  {
    "id": "pushsreg.unchanged",
    "kind": "unchanged",
    "statement": "PUSH of a segment register leaves everything else alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, PUSH"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, PUSH"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the cases that were measured agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "pushsreg"
  },
  {
    "id": "pushsreg.fault_unchanged",
    "kind": "unchanged",
    "statement": "A faulting PUSH of a segment register changes no register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, PUSH"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, PUSH"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RSP and the segment register are as before after #SS, #NP, #GP, #PF and #AC."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "pushsreg"
  },
  {
    "id": "rdmsr.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "CPL other than 0 makes RDMSR raise #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0) with any ECX, in 64-bit and compatibility mode."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) with any ECX, in 64-bit and compatibility mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.gp_unknown_msr",
    "kind": "raise",
    "statement": "RDMSR of an index that the CPU does not implement raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs, KVM and Xen agree; QEMU returns 0."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.rcx_upper_half_ignored",
    "kind": "absence",
    "statement": "Only ECX selects the MSR: the upper half of RCX is ignored.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(0) when RCX exceeds 32 bits",
    "mutantEnd": "fault",
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.efer",
    "kind": "effect",
    "statement": "RDMSR of EFER puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.star",
    "kind": "effect",
    "statement": "RDMSR of STAR puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.lstar",
    "kind": "effect",
    "statement": "RDMSR of LSTAR puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.cstar",
    "kind": "effect",
    "statement": "RDMSR of CSTAR puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.fmask",
    "kind": "effect",
    "statement": "RDMSR of SFMASK (IA32_FMASK) puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.fs_base",
    "kind": "effect",
    "statement": "RDMSR of FS_BASE puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.gs_base",
    "kind": "effect",
    "statement": "RDMSR of GS_BASE puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.kernel_gs_base",
    "kind": "effect",
    "statement": "RDMSR of KERNEL_GS_BASE puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.sysenter_cs",
    "kind": "effect",
    "statement": "RDMSR of SYSENTER_CS puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.sysenter_esp",
    "kind": "effect",
    "statement": "RDMSR of SYSENTER_ESP puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.sysenter_eip",
    "kind": "effect",
    "statement": "RDMSR of SYSENTER_EIP puts its low half into EAX and its high half into EDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, appendix A"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.upper_halves_cleared",
    "kind": "effect",
    "statement": "In long mode RDMSR clears the upper halves of RAX and RDX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.legacy_upper_halves_unspecified",
    "kind": "mask",
    "statement": "Outside long mode the upper halves of general registers are not architecturally visible.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.completes",
    "kind": "completes",
    "statement": "RDMSR completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.unchanged",
    "kind": "unchanged",
    "statement": "RDMSR changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RDMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RDMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "rdmsr"
  },
  {
    "id": "rdmsr.fault_unchanged",
    "kind": "unchanged",
    "statement": "When RDMSR faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RIP is that of the instruction; general registers, RFLAGS, CS, SS and the bases of FS and GS are as before."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "rdmsr"
  },
  {
    "id": "retf.completes",
    "kind": "completes",
    "statement": "Otherwise a far RET completes.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RET (Far)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "retf"
  },
  {
    "id": "retf.unchanged",
    "kind": "unchanged",
    "statement": "A far RET changes nothing but CS, RIP and RSP, RF, and on the way outwards CPL, SS and data segments.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: all general registers and flags stay."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "retf"
  },
  {
    "id": "retf.fault_unchanged",
    "kind": "unchanged",
    "statement": "A far RET that faults changes nothing.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RSP and all other registers stay."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "retf"
  },
  {
    "id": "retf.release_unsigned",
    "kind": "absence",
    "statement": "The immediate of a far RET is a number of bytes without sign.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 8008h releases 8008h bytes."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "takes it as signed",
    "mutantEnd": "completes",
    "instruction": "retf"
  },
  {
    "id": "retf.stack_or_cs_first",
    "kind": "variant",
    "statement": "Whether AMD reads SS and RSP before it checks CS in a far RET outwards is open.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: a return outwards cannot be reached."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "cs",
        "stack"
      ],
      "default": "cs"
    },
    "instruction": "retf"
  },
  {
    "id": "retf.ss_and_rsp_order",
    "kind": "variant",
    "statement": "Whether a far RET outwards reads SS or RSP first is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "It was measured on neither vendor's processors."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "ss",
        "rsp"
      ],
      "default": "ss"
    },
    "instruction": "retf"
  },
  {
    "id": "retf.outer_rip_noncanonical",
    "kind": "variant",
    "statement": "Whether Intel raises #GP(0) for a RIP that is not canonical in a far RET outwards to other than 64-bit code, as IRET does, is open.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, RET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM lists it; to the same level silicon cuts the offset."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "gp",
        "cut"
      ],
      "default": "gp"
    },
    "instruction": "retf"
  },
  {
    "id": "return.cs_read_before_rip",
    "kind": "order",
    "statement": "A far RET or IRET reads the slot of CS before that of RIP, so that its fault is the one that is raised.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: seen for RET and IRETQ."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: seen for RET in 64-bit and compatibility mode, and for IRETQ."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads RIP first",
    "instruction": "return"
  },
  {
    "id": "return.stack_64bit_for_every_size",
    "kind": "absence",
    "statement": "In 64-bit mode a far RET or IRET of 16 or 32 bits reads the stack at all 64 bits of RSP, without SS.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: seen for IRET."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: seen for RET and IRET."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "uses the stack of 32 or 16 bits that SS describes",
    "mutantEnd": "fault",
    "instruction": "return"
  },
  {
    "id": "return.slots_wrap_at_4_gib",
    "kind": "absence",
    "statement": "Outside 64-bit mode the linear address of a slot wraps at 4 GiB, of 16 bits as of others.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 1.2.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads above 4 GiB",
    "mutantEnd": "fault",
    "instruction": "return"
  },
  {
    "id": "return.slots_read_as_user",
    "kind": "absence",
    "statement": "At CPL 3 the slots of a far RET or IRET are read as the user's, so that SMAP does not keep them from user pages.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.6.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.6"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads them as a supervisor",
    "mutantEnd": "fault",
    "instruction": "return"
  },
  {
    "id": "return.gp_rpl_below_cpl",
    "kind": "raise",
    "statement": "A return through a selector of CS whose RPL is below CPL raises #GP with the selector as the error code: returns never lead inwards.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector) for RET and IRET."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.gp_conforming_dpl",
    "kind": "raise",
    "statement": "A return to conforming code whose DPL is above the RPL of its selector raises #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.gp_dpl",
    "kind": "raise",
    "statement": "A return to nonconforming code whose DPL is not the RPL of its selector raises #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector) for the kernel's code segment, of RET and IRET."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.gp_rip_beyond_32_bits",
    "kind": "raise",
    "statement": "On AMD a return to other than 64-bit code raises #GP(0), still at the instruction, when the popped RIP has more than 32 bits: all of it is compared with the limit.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for RETFQ and IRETQ to flat 32-bit code, whether RIP is canonical or not."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.cs_before_stack",
    "kind": "order",
    "statement": "On Intel the selector of CS and its descriptor are checked before SS and RSP are read.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: of IRETQ a bad CS wins over an SS slot that is not mapped."
      },
      {
        "kind": "manual",
        "text": "For RET the order of the SDM's text."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "reads SS and RSP first",
    "instruction": "return"
  },
  {
    "id": "return.ss_before_rip",
    "kind": "order",
    "statement": "On Intel SS is checked before RIP.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: of IRETQ a bad SS wins over a RIP that is not canonical."
      },
      {
        "kind": "manual",
        "text": "For RET the order of the SDM's text."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks RIP first",
    "instruction": "return"
  },
  {
    "id": "return.rip_before_ss",
    "kind": "order",
    "statement": "On AMD RIP is checked before SS.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: of IRETQ to the same level a RIP that is not canonical, or beyond the limit, wins over an SS of the wrong type or not present. Returns outwards could not be seen."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks SS first",
    "instruction": "return"
  },
  {
    "id": "return.gp_ss_null_not_64bit",
    "kind": "raise",
    "statement": "A return that pops a null selector for SS raises #GP(0) when it leads to other than 64-bit code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.gp_ss_null_cpl_3",
    "kind": "raise",
    "statement": "A return to 64-bit code at CPL 3 that pops a null selector for SS raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for 0 and 3."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.ss_null_rpl",
    "kind": "variant",
    "statement": "Whether a return to 64-bit code below CPL 3 takes a null selector for SS whose RPL is not the new CPL is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM raises #GP(0) in IRET; its RET does not say so."
      },
      {
        "kind": "implementations",
        "text": "Bochs and QEMU do not check it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "gp",
        "accepted"
      ],
      "default": "gp"
    },
    "instruction": "return"
  },
  {
    "id": "return.gp_ss_limit",
    "kind": "raise",
    "statement": "A return that pops a selector for SS whose descriptor is not within the limit of its table raises #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.gp_ss_rpl",
    "kind": "raise",
    "statement": "A return that pops a selector for SS whose RPL is not that of CS raises #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.gp_ss_type",
    "kind": "raise",
    "statement": "A return that pops a selector for SS of anything but writable data raises #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector) for read-only data and for code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.gp_ss_dpl",
    "kind": "raise",
    "statement": "A return that pops a selector for SS whose DPL is not the RPL of CS raises #GP with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector) for the kernel's data."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.ss_not_present",
    "kind": "raise",
    "statement": "A return that pops a selector for SS of a segment that is not present raises #SS with the selector as the error code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #SS(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #SS(selector)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.ss_gp_before_not_present",
    "kind": "order",
    "statement": "RPL, type and DPL of the popped SS are checked before its presence.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and Xen agree."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "checks the presence first",
    "instruction": "return"
  },
  {
    "id": "return.cpl_is_rpl",
    "kind": "effect",
    "statement": "A return outwards sets CPL to the RPL of the popped CS.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.rip",
    "kind": "effect",
    "statement": "RIP becomes the popped one.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured in all operand sizes."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.rsp",
    "kind": "effect",
    "statement": "RSP becomes the popped one, or where none is popped the address above what was popped and released: all of it in 64-bit code, the low 32 or 16 bits by SS.B in other code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: seen for IRET in all operand sizes; one that is not canonical is accepted."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: seen for RET and IRET in all operand sizes; one that is not canonical is accepted, and a sum carries beyond the width of the old stack."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.narrow_stack_bits_kept",
    "kind": "effect",
    "statement": "In other than 64-bit code with a stack of 16 bits, bits 31:16 of RSP stay, popped or not.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: seen for IRETQ."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: seen for IRET in all operand sizes, and for RET whose sum carries."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "takes bits 31:16 as well",
    "instruction": "return"
  },
  {
    "id": "return.narrow_stack_upper_kept",
    "kind": "effect",
    "statement": "On AMD a return from 64-bit mode to compatibility mode with a stack of 16 bits keeps the upper half of RSP.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: kept by RETFQ and by IRET of 32 and 64 bits, where JMP clears it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "clears the upper half",
    "instruction": "return"
  },
  {
    "id": "return.ss_selector",
    "kind": "effect",
    "statement": "SS takes the popped selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: measured."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.ss_base_and_limit",
    "kind": "effect",
    "statement": "SS takes base and limit from the descriptor of the popped selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the stack of later accesses shows the base."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.ss_attributes",
    "kind": "effect",
    "statement": "SS takes type, DPL, B and AVL from the descriptor of the popped selector, with the accessed bit set.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.ss_l_unspecified",
    "kind": "mask",
    "statement": "What the hidden bit 53 of SS becomes is open: it is reserved in descriptors of data.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "Both manuals reserve it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.ss_null_unusable",
    "kind": "effect",
    "statement": "A null selector that is popped for SS makes it unusable, with the new CPL as its DPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and Xen agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.null_hidden_unspecified",
    "kind": "mask",
    "statement": "What the hidden part of a segment register that a return makes unusable holds otherwise is open.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "Neither manual says."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.ss_accessed_written",
    "kind": "effect",
    "statement": "A return that pops SS sets the accessed bit of its descriptor in the table.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.ss_accessed_on_fault",
    "kind": "variant",
    "statement": "Whether the accessed bit of the popped SS has been written when the return faults after the checks of SS is open.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "Neither manual says."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "kept",
        "written"
      ],
      "default": "kept"
    },
    "instruction": "return"
  },
  {
    "id": "return.data_selector_nulled",
    "kind": "effect",
    "statement": "A return outwards gives DS, ES, FS and GS that hold data or nonconforming code with a DPL below the new CPL the selector 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1; Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: Linux's own IRETQ to CPL 3 shows it."
      },
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.data_unusable",
    "kind": "effect",
    "statement": "Such a register becomes unusable.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.8.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.data_base_kept",
    "kind": "effect",
    "statement": "FS and GS that a return outwards makes null keep their base.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: an IRETQ of Linux to CPL 3 keeps the base."
      },
      {
        "kind": "implementations",
        "text": "kvm-unit-tests expects it, QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "clears the base",
    "instruction": "return"
  },
  {
    "id": "return.conforming_kept",
    "kind": "absence",
    "statement": "A return outwards leaves a register with conforming code alone, whatever its DPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "makes it null by its DPL",
    "mutantEnd": "completes",
    "instruction": "return"
  },
  {
    "id": "return.null_selector_zeroed",
    "kind": "effect",
    "statement": "On Intel a return outwards turns null selectors 1 to 3 in DS, ES, FS and GS into 0.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, IRET, Operation; Vol. 2B, RET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: an IRETQ of Linux to CPL 3 does so, and keeps the base."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "return"
  },
  {
    "id": "return.null_selector_ds_es",
    "kind": "variant",
    "statement": "Whether a return outwards turns null selectors 1 to 3 in DS and ES into 0 on AMD is open.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The APM does not say."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "zeroed",
        "kept"
      ],
      "default": "zeroed"
    },
    "instruction": "return"
  },
  {
    "id": "return.null_selector_fs_gs",
    "kind": "variant",
    "statement": "Whether a return outwards turns null selectors 1 to 3 in FS and GS into 0 on AMD is open.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, IRET and RET (Far)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The APM does not say."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "zeroed",
        "kept"
      ],
      "default": "zeroed"
    },
    "instruction": "return"
  },
  {
    "id": "smsw.legal_at_any_cpl",
    "kind": "absence",
    "statement": "While CR4.UMIP is 0, SMSW does not look at CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree. Linux of today sets CR4.UMIP where it exists and answers in place of the CPU, so that user programs cannot measure it there."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(0) unless CPL is 0",
    "mutantEnd": "fault",
    "instruction": "smsw"
  },
  {
    "id": "smsw.register_from_cr0",
    "kind": "effect",
    "statement": "Bits 15:0 of the register take those of CR0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "smsw"
  },
  {
    "id": "smsw.o16_rest_kept",
    "kind": "effect",
    "statement": "With an operand size of 16 bits the rest of the register stays.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "stores 32 bits",
    "instruction": "smsw"
  },
  {
    "id": "smsw.register_upper_word",
    "kind": "effect",
    "statement": "With an operand size of 32 bits, bits 31:16 take those of CR0 on AMD.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Every implementation stores them on both vendors."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "smsw"
  },
  {
    "id": "smsw.o32_upper_word_unspecified",
    "kind": "mask",
    "statement": "With an operand size of 32 bits, bits 31:16 of the register are undefined on Intel.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SMSW, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "smsw"
  },
  {
    "id": "smsw.o32_upper_half_cleared",
    "kind": "effect",
    "statement": "In long mode an operand size of 32 bits clears the upper half of the register.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "smsw"
  },
  {
    "id": "smsw.o64_register_from_cr0",
    "kind": "effect",
    "statement": "With REX.W the register takes all 64 bits of CR0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "smsw"
  },
  {
    "id": "smsw.memory_from_cr0",
    "kind": "effect",
    "statement": "SMSW to memory writes bits 15:0 of CR0, whatever the operand size.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SMSW"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "smsw"
  },
  {
    "id": "smsw.legacy_upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside long mode the upper half of a general register is not architecturally visible.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "smsw"
  },
  {
    "id": "smsw.completes",
    "kind": "completes",
    "statement": "SMSW completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SMSW"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "smsw"
  },
  {
    "id": "smsw.unchanged",
    "kind": "unchanged",
    "statement": "SMSW changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SMSW, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SMSW"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "smsw"
  },
  {
    "id": "smsw.fault_unchanged",
    "kind": "unchanged",
    "statement": "When SMSW faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "As the sources state it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "smsw"
  },
  {
    "id": "swapgs.ud_not_64bit",
    "kind": "raise",
    "statement": "SWAPGS exists in 64-bit mode only: elsewhere it raises #UD, whatever CPL is.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SWAPGS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SWAPGS, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD from compatibility code."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD from 16- and 32-bit compatibility code."
      },
      {
        "kind": "implementations",
        "text": "QEMU, Bochs, Xen and VirtualBox agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "swapgs"
  },
  {
    "id": "swapgs.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "CPL other than 0 makes SWAPGS raise #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SWAPGS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SWAPGS, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0), with 66h, F2h, F3h and REX.W too."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0), with 66h, F2h, F3h and REX.W too."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "swapgs"
  },
  {
    "id": "swapgs.ud_before_gp",
    "kind": "order",
    "statement": "#UD for the mode comes before #GP(0) for CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SWAPGS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SWAPGS, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD from compatibility code at CPL 3."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD from compatibility code at CPL 3."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks CPL first",
    "instruction": "swapgs"
  },
  {
    "id": "swapgs.gs_base_from_kernel_gs_base",
    "kind": "effect",
    "statement": "The base of GS takes all 64 bits of KERNEL_GS_BASE.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SWAPGS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SWAPGS, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "swapgs"
  },
  {
    "id": "swapgs.kernel_gs_base_from_gs_base",
    "kind": "effect",
    "statement": "KERNEL_GS_BASE takes all 64 bits of the base of GS.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SWAPGS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SWAPGS, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "swapgs"
  },
  {
    "id": "swapgs.no_canonical_check",
    "kind": "absence",
    "statement": "SWAPGS checks neither value: a base that fits the CPU's width but not the paging in use is swapped all the same.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SWAPGS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SWAPGS, Action"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU, Bochs and Xen swap without a check."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "raises #GP(0)",
    "mutantEnd": "fault",
    "instruction": "swapgs"
  },
  {
    "id": "swapgs.completes",
    "kind": "completes",
    "statement": "SWAPGS completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SWAPGS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SWAPGS, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "swapgs"
  },
  {
    "id": "swapgs.unchanged",
    "kind": "unchanged",
    "statement": "SWAPGS changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SWAPGS, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SWAPGS, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "swapgs"
  },
  {
    "id": "swapgs.fault_unchanged",
    "kind": "unchanged",
    "statement": "When SWAPGS faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RIP is that of the instruction; general registers, RFLAGS, CS, SS and the bases of FS and GS are as before."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "swapgs"
  },
  {
    "id": "syscall.ud_sce_clear",
    "kind": "raise",
    "statement": "EFER.SCE=0 makes SYSCALL raise #UD, in every mode and at every CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU, Bochs, KVM, Xen and VirtualBox agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.ud_not_64bit",
    "kind": "raise",
    "statement": "On Intel SYSCALL exists in 64-bit mode only: elsewhere it raises #UD.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD from 16- and 32-bit compatibility code."
      },
      {
        "kind": "implementations",
        "text": "KVM, Xen, VirtualBox; QEMU since 9.1."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.legal_at_any_cpl",
    "kind": "absence",
    "statement": "SYSCALL does not look at CPL: it is legal at CPL 0, 1, 2 and 3 alike.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: it runs at CPL 3, from 64-bit and compatibility mode."
      },
      {
        "kind": "implementations",
        "text": "All implementations agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(0) unless CPL is 3",
    "mutantEnd": "fault",
    "instruction": "syscall"
  },
  {
    "id": "syscall.rcx_from_next_rip",
    "kind": "effect",
    "statement": "RCX takes the address of the next instruction; from compatibility mode (AMD) the 32-bit one, zero-extended.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: RCX = next RIP."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RCX = next RIP, from 64-bit mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.no_canonical_check_of_rcx",
    "kind": "absence",
    "statement": "The address put into RCX is not checked: a SYSCALL that ends at the canonical edge leaves a non-canonical RCX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "The trigger of XSA-7 and CVE-2012-0217."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "raises #GP(0)",
    "mutantEnd": "fault",
    "instruction": "syscall"
  },
  {
    "id": "syscall.r11_from_rflags",
    "kind": "effect",
    "statement": "R11 takes all of RFLAGS as it was at the start of the instruction, but for RF.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: NT, AC, ID, DF, OF and TF arrive in R11."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: NT, AC, ID, DF, OF and TF arrive in R11."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.r11_rf_cleared",
    "kind": "effect",
    "statement": "RF is 0 in R11.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: RF is clear in R11 (the SDM's text is silent)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RF is clear in R11, from 64-bit and compatibility mode."
      },
      {
        "kind": "manual",
        "text": "AMD APM Vol. 3: \"with rf cleared\"."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "RF is copied into R11",
    "instruction": "syscall"
  },
  {
    "id": "syscall.rflags_masked_by_fmask",
    "kind": "effect",
    "statement": "Each bit that is set in SFMASK (IA32_FMASK) is cleared in RFLAGS; the others stay.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "All implementations agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.rf_cleared",
    "kind": "effect",
    "statement": "RF is cleared whatever SFMASK says.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "RF keeps its value",
    "instruction": "syscall"
  },
  {
    "id": "syscall.rflags_bit_1_kept",
    "kind": "effect",
    "statement": "Bit 1 of RFLAGS stays 1 even if SFMASK has it set.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.3 (EFLAGS)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.6 (RFLAGS)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "SFMASK clears bit 1 too",
    "instruction": "syscall"
  },
  {
    "id": "syscall.rip_from_lstar",
    "kind": "effect",
    "statement": "From 64-bit mode RIP becomes LSTAR.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.rip_from_cstar",
    "kind": "effect",
    "statement": "From compatibility mode RIP becomes CSTAR; the kernel is entered in 64-bit mode all the same.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 16- and 32-bit compatibility code enters Linux by its entry for CSTAR."
      },
      {
        "kind": "implementations",
        "text": "QEMU, Bochs and Xen agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.cs_selector_from_star",
    "kind": "effect",
    "statement": "The CS selector takes its index and TI from STAR[47:32].",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "All implementations agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.cs_rpl_cleared",
    "kind": "effect",
    "statement": "The RPL of CS is 0 whatever STAR[33:32] holds.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The pseudo-code of both manuals masks with FFFCh, though AMD APM Vol. 2, 6.1.1 says that the field is copied."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.null_cs_accepted",
    "kind": "absence",
    "statement": "A null selector in STAR[47:32] is accepted: CS gets a valid hidden part with a null-looking selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "VirtualBox alone raises #GP(0), and calls that undocumented."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "raises #GP(0)",
    "mutantEnd": "fault",
    "instruction": "syscall"
  },
  {
    "id": "syscall.no_descriptor_table_read",
    "kind": "absence",
    "statement": "No descriptor table is read: neither the limit of the GDT nor the descriptor at the selector matters.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "All current implementations agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks the selector against the limit of the GDT",
    "mutantEnd": "fault",
    "instruction": "syscall"
  },
  {
    "id": "syscall.cs_flat",
    "kind": "effect",
    "statement": "CS becomes flat: base 0, limit FFFFFFFFh, G=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.cs_attributes",
    "kind": "effect",
    "statement": "CS becomes present, accessed, readable, nonconforming code (type Bh) with DPL 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.cs_64bit",
    "kind": "effect",
    "statement": "CS becomes 64-bit code: L=1, D=0, from compatibility mode too.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "loads 32-bit code (L=0, D=1)",
    "instruction": "syscall"
  },
  {
    "id": "syscall.cpl_0",
    "kind": "effect",
    "statement": "CPL becomes 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.ss_selector_from_star",
    "kind": "effect",
    "statement": "The SS selector is STAR[47:32] + 8.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.ss_selector_wraps",
    "kind": "effect",
    "statement": "The sum STAR[47:32] + 8 is a 16-bit one: FFF8h + 8 gives 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "KVM and Bochs wrap; the manuals are silent."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.ss_rpl_of_malformed_star",
    "kind": "variant",
    "statement": "With STAR[33:32] other than 0 the manuals' formula puts those bits into the RPL of SS, while several implementations clear them.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU and Bochs clear them; KVM keeps them; Xen, VirtualBox and gem5 add 8 to the masked CS selector."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "from_star",
        "cleared"
      ],
      "default": "from_star"
    },
    "instruction": "syscall"
  },
  {
    "id": "syscall.ss_flat",
    "kind": "effect",
    "statement": "SS becomes flat: base 0, limit FFFFFFFFh, G=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.ss_attributes",
    "kind": "effect",
    "statement": "SS becomes present, accessed, writable, expand-up data (type 3) with DPL 0 and B=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.hidden_bits_unspecified",
    "kind": "mask",
    "statement": "AVL of CS and SS, and bit L of SS, have no meaning after the fixed load, and no manual states them.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "L",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.db_resulting_tf",
    "kind": "raise",
    "statement": "Whether a single-step #DB follows SYSCALL is decided by TF after SFMASK was applied: with TF still set it comes at once, at CPL 0, with RIP at the target and the user's RSP.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL; Vol. 3B, 18.3.1.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/syscall.c, validated on hardware; Xen's explicit override."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.no_db_masked_tf",
    "kind": "absence",
    "statement": "TF=1 before SYSCALL and cleared by SFMASK brings no single-step trap.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL; Vol. 3B, 18.3.1.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/syscall.c, validated on hardware; Xen."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #DB",
    "mutantEnd": "trap",
    "instruction": "syscall"
  },
  {
    "id": "syscall.gp_fetch_noncanonical",
    "kind": "raise",
    "statement": "A target that fits the CPU's width but is not canonical by the paging in use raises #GP(0) at the fetch, at CPL 0, once SYSCALL has completed.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "No manual says it; inferred from how every other transfer of control behaves."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.legacy_ecx_from_next_eip",
    "kind": "effect",
    "statement": "In legacy mode ECX takes EIP of the next instruction.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action (SYSCALL_LEGACY_MODE)"
      },
      {
        "vendor": "amd",
        "document": "AMD publication 21086",
        "section": "SYSCALL"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU, Bochs and Xen agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.legacy_upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside long mode the upper halves of general registers are not architecturally visible.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.legacy_eip_from_star",
    "kind": "effect",
    "statement": "In legacy mode EIP becomes STAR[31:0].",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action (SYSCALL_LEGACY_MODE)"
      },
      {
        "vendor": "amd",
        "document": "AMD publication 21086",
        "section": "SYSCALL"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU, Bochs and Xen agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.legacy_cs_32bit",
    "kind": "effect",
    "statement": "In legacy mode CS becomes 32-bit code: L=0, D=1.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action (SYSCALL_LEGACY_MODE)"
      },
      {
        "vendor": "amd",
        "document": "AMD publication 21086",
        "section": "SYSCALL"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "loads 64-bit code (L=1, D=0)",
    "instruction": "syscall"
  },
  {
    "id": "syscall.legacy_if_rf_vm_cleared",
    "kind": "effect",
    "statement": "In legacy mode IF, RF and VM are cleared.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action (SYSCALL_LEGACY_MODE)"
      },
      {
        "vendor": "amd",
        "document": "AMD publication 21086",
        "section": "SYSCALL"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU, Bochs and Xen agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.legacy_fmask_ignored",
    "kind": "effect",
    "statement": "In legacy mode SFMASK takes no part: every flag but IF, RF and VM stays, TF among them.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action (SYSCALL_LEGACY_MODE)"
      },
      {
        "vendor": "amd",
        "document": "AMD publication 21086",
        "section": "SYSCALL"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU, Bochs and Xen agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "clears the bits that are set in SFMASK",
    "instruction": "syscall"
  },
  {
    "id": "syscall.legacy_db_tf",
    "kind": "raise",
    "statement": "In legacy mode TF cannot be masked: TF=1 brings a single-step #DB at the target, at CPL 0.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action (SYSCALL_LEGACY_MODE)"
      },
      {
        "vendor": "amd",
        "document": "AMD publication 21086",
        "section": "SYSCALL"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "syscall"
  },
  {
    "id": "syscall.completes",
    "kind": "completes",
    "statement": "SYSCALL completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "syscall"
  },
  {
    "id": "syscall.unchanged",
    "kind": "unchanged",
    "statement": "SYSCALL changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSCALL, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "syscall"
  },
  {
    "id": "syscall.fault_unchanged",
    "kind": "unchanged",
    "statement": "When SYSCALL faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RIP is that of the instruction; general registers, RFLAGS, CS, SS and the bases of FS and GS are as before."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "syscall"
  },
  {
    "id": "sysenter.ud_long_mode",
    "kind": "raise",
    "statement": "On AMD SYSENTER exists outside long mode only: with EFER.LMA=1 it raises #UD, in 64-bit and in compatibility mode, whatever SYSENTER_CS holds.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD in 64-bit and in compatibility code."
      },
      {
        "kind": "implementations",
        "text": "Xen, KVM and QEMU agree for their AMD models."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.gp_cs_null",
    "kind": "raise",
    "statement": "A SYSENTER_CS of which bits 15:2 are 0 makes SYSENTER raise #GP(0); bits 1:0 and those above 15 do not count.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM test bits 15:2."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.legal_at_any_cpl",
    "kind": "absence",
    "statement": "SYSENTER does not look at CPL: it is legal at CPL 0, 1, 2 and 3 alike.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(0) unless CPL is 3",
    "mutantEnd": "fault",
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.rip_from_msr",
    "kind": "effect",
    "statement": "In long mode RIP takes all 64 bits of SYSENTER_EIP, from compatibility mode too.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.rsp_from_msr",
    "kind": "effect",
    "statement": "In long mode RSP takes all 64 bits of SYSENTER_ESP, from compatibility mode too.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.legacy_eip_from_msr",
    "kind": "effect",
    "statement": "In legacy mode EIP takes bits 31:0 of SYSENTER_EIP.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.legacy_esp_from_msr",
    "kind": "effect",
    "statement": "In legacy mode ESP takes bits 31:0 of SYSENTER_ESP.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.legacy_upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside long mode the upper half of RSP is not architecturally visible.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.if_vm_cleared",
    "kind": "effect",
    "statement": "IF and VM are cleared: interrupts are off in the kernel.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.rf_cleared",
    "kind": "effect",
    "statement": "RF is cleared.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.other_flags_kept",
    "kind": "effect",
    "statement": "Every other flag stays: FMASK takes no part, and TF, DF, NT, AC and IOPL reach the kernel as the user left them.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      },
      {
        "kind": "implementations",
        "text": "Linux's entry for SYSENTER clears these flags itself."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "clears the flags that FMASK names",
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.cs_selector_from_msr",
    "kind": "effect",
    "statement": "Bits 15:2 of the CS selector are those of SYSENTER_CS.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.cs_rpl_cleared",
    "kind": "effect",
    "statement": "The RPL of the CS selector is 0, whatever bits 1:0 of SYSENTER_CS hold.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "keeps bits 1:0 of SYSENTER_CS",
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.cs_flat",
    "kind": "effect",
    "statement": "CS has base 0, limit FFFFFFFFh and G=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.cs_attributes",
    "kind": "effect",
    "statement": "CS is present, nonconforming, accessed, readable code of DPL 0 (type Bh).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.cs_64bit",
    "kind": "effect",
    "statement": "In long mode CS is 64-bit code: L=1, D=0.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "loads a 32-bit code segment",
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.legacy_cs_32bit",
    "kind": "effect",
    "statement": "In legacy mode CS is 32-bit code: L=0, D=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "loads a 64-bit code segment",
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.cpl_0",
    "kind": "effect",
    "statement": "CPL becomes 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.ss_selector_plus_8",
    "kind": "effect",
    "statement": "The SS selector is that of CS plus 8.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.ss_selector_wraps",
    "kind": "effect",
    "statement": "The sum is a 16-bit one: FFF8h + 8 gives 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and Xen wrap; the manuals are silent."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.ss_rpl_cleared",
    "kind": "effect",
    "statement": "The RPL of the SS selector is 0, whatever bits 1:0 of SYSENTER_CS hold.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "keeps bits 1:0 of SYSENTER_CS",
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.ss_flat",
    "kind": "effect",
    "statement": "SS has base 0, limit FFFFFFFFh and G=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.ss_attributes",
    "kind": "effect",
    "statement": "SS is present, accessed, writable data of DPL 0 with B=1 (type 3).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.hidden_bits_unspecified",
    "kind": "mask",
    "statement": "AVL of CS and SS, and bit L of SS, have no meaning after the fixed load, and no manual states them.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [],
    "confidence": "L",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.no_descriptor_table_read",
    "kind": "absence",
    "statement": "No descriptor table is read: neither the limit of the GDT nor the descriptor at the selector matters.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "All current implementations agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks the selector against the limit of the GDT",
    "mutantEnd": "fault",
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.db_tf",
    "kind": "raise",
    "statement": "TF is not masked: with TF=1 a single-step #DB comes right after SYSENTER, at CPL 0, on the kernel stack and with RIP at the entry.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.3.1.4 (single-step exception)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4 (single stepping)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Linux's #DB handler expects it at the entry of SYSENTER and says so; Xen steps on the resulting TF."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.gp_fetch_noncanonical",
    "kind": "raise",
    "statement": "A SYSENTER_EIP that fits the CPU's width but is not canonical by the paging in use raises #GP(0) at the fetch, at CPL 0, once SYSENTER has completed.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "No manual says it; inferred from how every other transfer of control behaves."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.completes",
    "kind": "completes",
    "statement": "SYSENTER completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.unchanged",
    "kind": "unchanged",
    "statement": "SYSENTER changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSENTER, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSENTER, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "sysenter"
  },
  {
    "id": "sysenter.fault_unchanged",
    "kind": "unchanged",
    "statement": "When SYSENTER faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RIP is that of the instruction; general registers, RFLAGS, CS, SS and the bases of FS and GS are as before."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "sysenter"
  },
  {
    "id": "sysexit.ud_long_mode",
    "kind": "raise",
    "statement": "On AMD SYSEXIT exists outside long mode only: with EFER.LMA=1 it raises #UD, in 64-bit and in compatibility mode.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, KVM and QEMU agree for their AMD models."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.ud_before_gp",
    "kind": "order",
    "statement": "On AMD #UD for long mode comes before every #GP(0).",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen tests the mode first."
      },
      {
        "kind": "implementations",
        "text": "A guest of KVM on AMD family 25 model 17 sees #GP(0) at CPL 3, which decides nothing: KVM emulates SYSEXIT once the CPU has raised #UD, and looks at CPL first."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "checks CPL and SYSENTER_CS first",
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "SYSEXIT raises #GP(0) at a CPL other than 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0) in 64-bit and in compatibility code."
      },
      {
        "kind": "implementations",
        "text": "Xen, Bochs, KVM and QEMU agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.gp_cs_null",
    "kind": "raise",
    "statement": "A SYSENTER_CS of which bits 15:2 are 0 makes SYSEXIT raise #GP(0); bits 1:0 and those above 15 do not count.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM test bits 15:2."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.gp_rdx_noncanonical",
    "kind": "raise",
    "statement": "SYSEXIT with REX.W raises #GP(0) at the instruction, still at CPL 0, when RDX is not canonical by the paging in use.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM check RDX."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.gp_rcx_noncanonical",
    "kind": "raise",
    "statement": "SYSEXIT with REX.W raises #GP(0) at the instruction when RCX, the stack pointer to be, is not canonical by the paging in use; no other instruction checks a stack pointer that it loads.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM check RCX."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.o32_no_canonical_check",
    "kind": "absence",
    "statement": "SYSEXIT without REX.W takes ECX and EDX, so that it checks neither RCX nor RDX.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks RCX and RDX",
    "mutantEnd": "fault",
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.rip_from_rdx",
    "kind": "effect",
    "statement": "With REX.W RIP takes RDX.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.rsp_from_rcx",
    "kind": "effect",
    "statement": "With REX.W RSP takes RCX.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.rip_from_edx",
    "kind": "effect",
    "statement": "Without REX.W RIP takes EDX, zero-extended.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.rsp_from_ecx",
    "kind": "effect",
    "statement": "Without REX.W RSP takes ECX, zero-extended where RSP has an upper half.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.legacy_upper_half_unspecified",
    "kind": "mask",
    "statement": "Outside long mode the upper half of RSP is not architecturally visible.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.1.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 3.1.2"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.cs_selector_plus_32",
    "kind": "effect",
    "statement": "With REX.W bits 15:2 of the CS selector are those of SYSENTER_CS plus 32.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.cs_selector_plus_16",
    "kind": "effect",
    "statement": "Without REX.W bits 15:2 of the CS selector are those of SYSENTER_CS plus 16.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.cs_selector_wraps",
    "kind": "effect",
    "statement": "The sum is a 16-bit one.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and Xen wrap; the manuals are silent."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.cs_rpl_forced",
    "kind": "effect",
    "statement": "The RPL of the CS selector is 3, whatever bits 1:0 of SYSENTER_CS hold.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.cs_flat",
    "kind": "effect",
    "statement": "CS has base 0, limit FFFFFFFFh and G=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.cs_attributes",
    "kind": "effect",
    "statement": "CS is present, nonconforming, accessed, readable code of DPL 3 (type Bh).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.cs_64bit",
    "kind": "effect",
    "statement": "With REX.W CS is 64-bit code: L=1, D=0.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "loads a 32-bit code segment",
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.cs_32bit",
    "kind": "effect",
    "statement": "Without REX.W CS is 32-bit code: L=0, D=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "loads a 64-bit code segment",
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.cpl_3",
    "kind": "effect",
    "statement": "CPL becomes 3.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.ss_selector_plus_8",
    "kind": "effect",
    "statement": "Bits 15:2 of the SS selector are those of CS plus 8.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.ss_selector_wraps",
    "kind": "effect",
    "statement": "The sum is a 16-bit one.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and Xen wrap; the manuals are silent."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.ss_rpl_forced",
    "kind": "effect",
    "statement": "The RPL of the SS selector is 3.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.ss_flat",
    "kind": "effect",
    "statement": "SS has base 0, limit FFFFFFFFh and G=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.ss_attributes",
    "kind": "effect",
    "statement": "SS is present, accessed, writable data of DPL 3 with B=1 (type 3).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.hidden_bits_unspecified",
    "kind": "mask",
    "statement": "AVL of CS and SS, and bit L of SS, have no meaning after the fixed load, and no manual states them.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [],
    "confidence": "L",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.no_descriptor_table_read",
    "kind": "absence",
    "statement": "No descriptor table is read: neither the limit of the GDT nor the descriptor at the selector matters.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "All current implementations agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks the selector against the limit of the GDT",
    "mutantEnd": "fault",
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.rflags_kept",
    "kind": "effect",
    "statement": "RFLAGS stays but for RF: R11 takes no part, and IF is not set.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen, Bochs and KVM agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "loads RFLAGS from R11",
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.db_tf",
    "kind": "raise",
    "statement": "With TF=1 a single-step #DB comes right after SYSEXIT, at CPL 3, before any user instruction.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.3.1.4 (single-step exception)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4 (single stepping)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen steps on the resulting TF, which SYSEXIT does not change."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.completes",
    "kind": "completes",
    "statement": "SYSEXIT completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.unchanged",
    "kind": "unchanged",
    "statement": "SYSEXIT changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSEXIT, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSEXIT, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "sysexit"
  },
  {
    "id": "sysexit.fault_unchanged",
    "kind": "unchanged",
    "statement": "When SYSEXIT faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "sysexit"
  },
  {
    "id": "sysret.ud_sce_clear",
    "kind": "raise",
    "statement": "EFER.SCE=0 makes SYSRET raise #UD before any other check.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU, Bochs, Xen and VirtualBox agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.ud_not_64bit",
    "kind": "raise",
    "statement": "On Intel SYSRET exists in 64-bit mode only: elsewhere it raises #UD, whatever CPL is.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD from compatibility code at CPL 3, where CPL alone would give #GP(0)."
      },
      {
        "kind": "implementations",
        "text": "Xen agrees; QEMU since 9.1."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "CPL other than 0 makes SYSRET raise #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0) at CPL 3 in 64-bit mode, RCX canonical or not."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) at CPL 3 in 64-bit and compatibility mode, RCX canonical or not."
      },
      {
        "kind": "implementations",
        "text": "All implementations agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.ud_before_gp",
    "kind": "order",
    "statement": "The #UD conditions come before the #GP(0) for CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: the mode is checked before CPL."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks CPL first",
    "instruction": "sysret"
  },
  {
    "id": "sysret.gp_rcx_noncanonical",
    "kind": "raise",
    "statement": "On Intel SYSRET with REX.W raises #GP(0) at the instruction, still in CPL 0 and on the current RSP, when RCX is not canonical by the paging in use.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "XSA-7 and CVE-2012-0217; the Xen Test Framework's xsa-7 confirms it by experiment on Intel parts."
      },
      {
        "kind": "implementations",
        "text": "Xen and Bochs check; QEMU does so since commit 51aa3f3e, made after 10.2.0-rc1."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.no_canonical_check",
    "kind": "absence",
    "statement": "On AMD SYSRET with REX.W does not check RCX: it completes and lets the next fetch fault.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "The Xen Test Framework's xsa-7, with AMD's statement."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(0) at the SYSRET in CPL 0, as Intel does",
    "mutantEnd": "fault",
    "instruction": "sysret"
  },
  {
    "id": "sysret.gp_fetch_noncanonical",
    "kind": "raise",
    "statement": "On AMD, after SYSRET with REX.W to a non-canonical RCX the next fetch raises #GP(0) at CPL 3, with CS, SS and RFLAGS those of the user and RIP the non-canonical address.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "The Xen Test Framework's xsa-7, with AMD's statement."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.o32_no_canonical_check",
    "kind": "absence",
    "statement": "Without REX.W RCX is never checked: only ECX is used.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "All implementations agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(0) when RCX is not canonical",
    "mutantEnd": "fault",
    "instruction": "sysret"
  },
  {
    "id": "sysret.rip_from_rcx",
    "kind": "effect",
    "statement": "With REX.W RIP becomes RCX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.rip_from_ecx",
    "kind": "effect",
    "statement": "Without REX.W RIP becomes ECX, zero-extended.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, Linux's own SYSRET into compatibility mode: with RCX[63:32] other than 0 execution goes on at ECX."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.rflags_from_r11",
    "kind": "effect",
    "statement": "In 64-bit mode CF, PF, AF, ZF, SF, TF, IF, DF, OF, IOPL, NT, AC and ID come from R11, without regard to CPL or IOPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM's mask is 3C7FD7h."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.vif_vip_from_r11",
    "kind": "effect",
    "statement": "In 64-bit mode VIF and VIP come from R11 too.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "Both lie in the SDM's mask 3C7FD7h."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.rf_cleared",
    "kind": "effect",
    "statement": "RF is 0 after SYSRET, whatever R11 holds.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "SDM mask 3C7FD7h; APM: RF and VM are cleared."
      },
      {
        "kind": "implementations",
        "text": "Xen agrees; Linux takes IRET when RF is wanted."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "RF comes from R11",
    "instruction": "sysret"
  },
  {
    "id": "sysret.vm_cleared",
    "kind": "effect",
    "statement": "VM is 0 after SYSRET, whatever R11 holds.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "SDM mask 3C7FD7h; APM: RF and VM are cleared."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "VM comes from R11",
    "instruction": "sysret"
  },
  {
    "id": "sysret.rflags_reserved_zero",
    "kind": "effect",
    "statement": "The reserved bits of RFLAGS (3, 5, 15, 63:22) are 0 after SYSRET, whatever R11 holds.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.6"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "the reserved bits come from R11",
    "instruction": "sysret"
  },
  {
    "id": "sysret.rflags_bit_1_set",
    "kind": "effect",
    "statement": "Bit 1 of RFLAGS is 1 after SYSRET, whatever R11 holds.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "bit 1 comes from R11",
    "instruction": "sysret"
  },
  {
    "id": "sysret.cs_selector_plus_16",
    "kind": "effect",
    "statement": "With REX.W the CS selector takes its index and TI from STAR[63:48] + 16.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.cs_selector_wraps",
    "kind": "effect",
    "statement": "The sum STAR[63:48] + 16 is a 16-bit one: FFF0h + 16 gives 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "The manuals are silent; implementations hold the selector in 16 bits."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.o32_cs_selector",
    "kind": "effect",
    "statement": "Without REX.W the CS selector takes its index and TI from STAR[63:48] itself.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.cs_rpl_forced",
    "kind": "effect",
    "statement": "The RPL of CS is 3 whatever STAR[49:48] holds.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "AMD APM Vol. 2, 6.1.1 says that the field is copied and asks software to set it; the pseudo-code of Vol. 3 has the OR."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.cs_flat",
    "kind": "effect",
    "statement": "CS becomes flat: base 0, limit FFFFFFFFh, G=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.cs_attributes",
    "kind": "effect",
    "statement": "CS becomes present, accessed, readable, nonconforming code (type Bh) with DPL 3.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.cs_64bit",
    "kind": "effect",
    "statement": "With REX.W CS becomes 64-bit code: L=1, D=0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "loads 32-bit code (L=0, D=1)",
    "instruction": "sysret"
  },
  {
    "id": "sysret.o32_cs_32bit",
    "kind": "effect",
    "statement": "Without REX.W CS becomes 32-bit code: L=0, D=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.no_descriptor_table_read",
    "kind": "absence",
    "statement": "No descriptor table is read: neither the limit of the GDT nor the descriptor at the selector matters.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "All implementations agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks the CS selector against the limit of the GDT",
    "mutantEnd": "fault",
    "instruction": "sysret"
  },
  {
    "id": "sysret.cpl_3",
    "kind": "effect",
    "statement": "CPL becomes 3.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.ss_selector_from_star",
    "kind": "effect",
    "statement": "The SS selector takes its index and TI from STAR[63:48] + 8.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.ss_selector_wraps",
    "kind": "effect",
    "statement": "The sum STAR[63:48] + 8 is a 16-bit one: FFF8h + 8 gives 0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "The manuals are silent; implementations hold the selector in 16 bits."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.ss_rpl_forced",
    "kind": "effect",
    "statement": "On Intel the RPL of SS is 3 whatever STAR[49:48] holds.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "All implementations agree for Intel."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.ss_rpl_verbatim",
    "kind": "effect",
    "statement": "On AMD the RPL of SS is that of STAR[63:48] + 8: nothing forces it to 3.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Reported from AMD hardware under KVM: STAR[63:48]=18h gives SS=20h, and 10h gives SS=18h."
      },
      {
        "kind": "implementations",
        "text": "Linux commit 61f01dd941ba; Xen agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "keeps the old RPL",
    "instruction": "sysret"
  },
  {
    "id": "sysret.ss_flat",
    "kind": "effect",
    "statement": "On Intel SS becomes flat: base 0, limit FFFFFFFFh, G=1.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.ss_attributes",
    "kind": "effect",
    "statement": "On Intel SS becomes present, accessed, writable, expand-up data (type 3) with DPL 3 and B=1.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.ss_hidden_kept",
    "kind": "effect",
    "statement": "On AMD base, limit and attributes of SS are unchanged: only the selector changes.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "AMD APM Vol. 3: \"SS selector is changed, SS base, limit, attributes unchanged\"."
      },
      {
        "kind": "implementations",
        "text": "Linux's X86_BUG_SYSRET_SS_ATTRS; Xen models it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "loads a flat data segment, as Intel does",
    "instruction": "sysret"
  },
  {
    "id": "sysret.ss_dpl",
    "kind": "variant",
    "statement": "On AMD CPL 3 counts after SYSRET whatever the hidden DPL of SS says; whether the stored DPL becomes 3 is not stated.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen sets it to 3."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "3",
        "kept"
      ],
      "default": "3"
    },
    "instruction": "sysret"
  },
  {
    "id": "sysret.hidden_bits_unspecified",
    "kind": "mask",
    "statement": "AVL of CS and SS, and bit L of SS, have no meaning after the fixed load, and no manual states them.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "L",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.rsp_upper_in_compat",
    "kind": "variant",
    "statement": "RSP[63:32] after a SYSRET into compatibility mode: cleared as by any other entry into it, though the text of both manuals leaves RSP alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207: far transfers and IRET into compatibility mode clear RSP[63:32] at once; SYSRET was not measured."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17: after Linux's own SYSRET into compatibility mode with RSP[63:32] other than 0 the next fault's frame has them 0; far transfers and IRET into it clear them at once."
      },
      {
        "kind": "implementations",
        "text": "Bochs clears it, QEMU keeps it."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "cleared",
        "kept"
      ],
      "default": "cleared"
    },
    "instruction": "sysret"
  },
  {
    "id": "sysret.db_new_tf",
    "kind": "raise",
    "statement": "Whether a single-step #DB follows SYSRET is decided by the TF that it loads: R11.TF=1 brings it at once, at CPL 3, before the first user instruction and before the fetch at RCX.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.3.1.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/syscall.c; Linux entry_64.S takes IRET for that reason; Xen agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.no_db_old_tf",
    "kind": "absence",
    "statement": "TF=1 before SYSRET and 0 in R11 brings no single-step trap.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.3.1.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen's explicit override; kvm-unit-tests x86/syscall.c."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #DB",
    "mutantEnd": "trap",
    "instruction": "sysret"
  },
  {
    "id": "sysret.non64_if_set",
    "kind": "effect",
    "statement": "From compatibility or legacy mode AMD's SYSRET sets IF.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action (SYSRET_NON_64BIT_MODE)"
      },
      {
        "vendor": "amd",
        "document": "AMD publication 21086",
        "section": "SYSRET"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen and Bochs agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.non64_r11_unused",
    "kind": "absence",
    "statement": "From compatibility or legacy mode AMD's SYSRET does not use R11: IF is set, RF cleared, and every other flag stays.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action (SYSRET_NON_64BIT_MODE)"
      },
      {
        "vendor": "amd",
        "document": "AMD publication 21086",
        "section": "SYSRET"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen and Bochs agree; QEMU loads R11 from compatibility mode."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "loads RFLAGS from R11, and single-steps by the TF there",
    "mutantEnd": "completes",
    "instruction": "sysret"
  },
  {
    "id": "sysret.non64_db_tf",
    "kind": "raise",
    "statement": "From compatibility or legacy mode AMD's SYSRET leaves TF alone, and TF=1 brings a single-step #DB at CPL 3.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action (SYSRET_NON_64BIT_MODE)"
      },
      {
        "vendor": "amd",
        "document": "AMD publication 21086",
        "section": "SYSRET"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "sysret"
  },
  {
    "id": "sysret.completes",
    "kind": "completes",
    "statement": "SYSRET completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "sysret"
  },
  {
    "id": "sysret.unchanged",
    "kind": "unchanged",
    "statement": "SYSRET changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSRET, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, SYSRET, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "sysret"
  },
  {
    "id": "sysret.fault_unchanged",
    "kind": "unchanged",
    "statement": "When SYSRET faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RIP is that of the instruction; general registers, RFLAGS, CS, SS and the bases of FS and GS are as before."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "sysret"
  },
  {
    "id": "tss.ts_limit",
    "kind": "raise",
    "statement": "A stack pointer that does not lie within the limit of the TSS raises #TS with the selector of TR and EXT.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.13 and 6.15 (#TS)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.2.11 and 12.2.5"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "tss"
  },
  {
    "id": "tss.rsp_past_edge",
    "kind": "variant",
    "statement": "Whether a stack pointer just past the lower half is refused although what will be pushed lies within it is open: the SDM tests the pointer, a push tests only the bytes.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, INT n/INTO/INT3/INT1, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.9.3"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: PUSH works with such an RSP."
      }
    ],
    "confidence": "L",
    "observable": true,
    "variant": {
      "alternatives": [
        "ss",
        "accepted"
      ],
      "default": "ss"
    },
    "instruction": "tss"
  },
  {
    "id": "wrmsr.gp_cpl_nonzero",
    "kind": "raise",
    "statement": "CPL other than 0 makes WRMSR raise #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0) with any ECX, in 64-bit and compatibility mode."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) with any ECX, in 64-bit and compatibility mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_unknown_msr",
    "kind": "raise",
    "statement": "WRMSR of an index that the CPU does not implement raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs, KVM and Xen agree; QEMU ignores the write."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.rcx_upper_half_ignored",
    "kind": "absence",
    "statement": "Only ECX selects the MSR: the upper half of RCX is ignored.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(0) when RCX exceeds 32 bits",
    "mutantEnd": "fault",
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_efer_reserved",
    "kind": "raise",
    "statement": "WRMSR of EFER raises #GP(0) when it sets a bit that this CPU does not have.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.2.1; Vol. 4, table 2-2 (IA32_EFER)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.7 (EFER)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "KVM, Xen, Bochs and bhyve agree; QEMU drops the bits silently."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_efer_lme_while_paging",
    "kind": "raise",
    "statement": "WRMSR of EFER raises #GP(0) when it changes LME while CR0.PG=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.2.1; Vol. 4, table 2-2 (IA32_EFER)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.7 (EFER)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs, KVM and Xen agree; QEMU does not check."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.efer",
    "kind": "effect",
    "statement": "WRMSR of EFER stores SCE and every feature bit that this CPU has.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.2.1; Vol. 4, table 2-2 (IA32_EFER)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.7 (EFER)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.efer_lma_ignored",
    "kind": "effect",
    "statement": "On Intel EFER.LMA is read-only: a written value is ignored.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.2.1; Vol. 4, table 2-2 (IA32_EFER)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "KVM, Xen, Bochs and QEMU preserve LMA on all vendors."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "LMA takes the written value",
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.efer_lma_change",
    "kind": "variant",
    "statement": "AMD's manual raises #GP(0) for a write of EFER that differs in LMA; most implementations ignore the bit.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.7 (EFER)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "bhyve raises; KVM, Xen, Bochs and QEMU ignore."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "gp",
        "ignored"
      ],
      "default": "gp"
    },
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.efer_low_bits_ignored",
    "kind": "absence",
    "statement": "On AMD EFER[7:1] ignore what is written and read as zero.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.7 (EFER)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Probe data of an FX-8150 in VirtualBox's CPU database; bhyve's svm.c clears them. KVM raises #GP(0)."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "raises #GP(0)",
    "mutantEnd": "fault",
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.star",
    "kind": "effect",
    "statement": "WRMSR of STAR stores all 64 bits without any check.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.1"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_lstar_noncanonical",
    "kind": "raise",
    "statement": "WRMSR of LSTAR raises #GP(0) when the value is not canonical by the CPU's width.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3; Vol. 2D, WRMSR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.1; Vol. 3, WRMSR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/la57.c, validated on hardware; Bochs agrees; QEMU does not check."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.lstar",
    "kind": "effect",
    "statement": "WRMSR of LSTAR stores all 64 bits.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_cstar_noncanonical",
    "kind": "raise",
    "statement": "On AMD WRMSR of CSTAR raises #GP(0) when the value is not canonical by the CPU's width.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.1; Vol. 3, WRMSR"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "AMD APM Vol. 2, 6.1.1 requires it."
      },
      {
        "kind": "implementations",
        "text": "KVM, Xen and Bochs enforce it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.cstar_noncanonical",
    "kind": "variant",
    "statement": "On Intel CSTAR exists as storage that nothing uses; whether its value must be canonical is not stated.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2 (IA32_CSTAR)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "KVM, Xen and Bochs enforce it."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "gp",
        "stored"
      ],
      "default": "gp"
    },
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.cstar",
    "kind": "effect",
    "statement": "WRMSR of CSTAR stores all 64 bits.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Probe data of several Intel generations shows values read back."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.fmask",
    "kind": "effect",
    "statement": "WRMSR of SFMASK stores bits 31:0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.1"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.fmask_upper_ignored",
    "kind": "effect",
    "statement": "SFMASK[63:32] ignore what is written and read as zero.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, SYSCALL; Vol. 4, table 2-2 (IA32_FMASK)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Hardware probe tables in VirtualBox's CPU database: ignored on Intel and AMD; Bochs truncates; QEMU stores 64 bits."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "the written value is stored",
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.fmask_upper_half",
    "kind": "variant",
    "statement": "On Intel SFMASK[63:32] are reserved: writing them is ignored, or faults as reserved bits do.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2 (IA32_FMASK)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Hardware probe tables in VirtualBox's CPU database show them ignored."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "ignored",
        "gp"
      ],
      "default": "ignored"
    },
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_fs_base_noncanonical",
    "kind": "raise",
    "statement": "WRMSR of FS_BASE raises #GP(0) when the value is not canonical by the CPU's width.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3; Vol. 2D, WRMSR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.1; Vol. 3, WRMSR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/la57.c, validated on hardware; Bochs agrees; QEMU does not check."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.fs_base",
    "kind": "effect",
    "statement": "WRMSR of FS_BASE sets the hidden base of FS.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_gs_base_noncanonical",
    "kind": "raise",
    "statement": "WRMSR of GS_BASE raises #GP(0) when the value is not canonical by the CPU's width.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3; Vol. 2D, WRMSR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.1; Vol. 3, WRMSR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/la57.c, validated on hardware; Bochs agrees; QEMU does not check."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gs_base",
    "kind": "effect",
    "statement": "WRMSR of GS_BASE sets the hidden base of GS.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_kernel_gs_base_noncanonical",
    "kind": "raise",
    "statement": "WRMSR of KERNEL_GS_BASE raises #GP(0) when the value is not canonical by the CPU's width.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3; Vol. 2D, WRMSR"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.1; Vol. 3, WRMSR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/la57.c, validated on hardware; Bochs agrees; QEMU does not check."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.kernel_gs_base",
    "kind": "effect",
    "statement": "WRMSR of KERNEL_GS_BASE stores all 64 bits.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.canonical_by_cpu_width",
    "kind": "absence",
    "statement": "The width that counts for MSRs is the CPU's, not that of the paging in use: a 57-bit value is accepted with CR4.LA57=0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/la57.c, validated on hardware; Bochs agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #GP(0) by the width of the paging in use",
    "mutantEnd": "fault",
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.sysenter_cs",
    "kind": "effect",
    "statement": "WRMSR of SYSENTER_CS stores bits 15:0.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.sysenter_cs_bits_31_16",
    "kind": "effect",
    "statement": "On Intel SYSENTER_CS keeps bits 31:16, though nothing uses them.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2 (IA32_SYSENTER_CS)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs keeps 32 bits, QEMU 16; the manual says that they are not used."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.sysenter_cs_upper_unspecified",
    "kind": "mask",
    "statement": "The bits of SYSENTER_CS beyond those that are kept are not specified.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 4, table 2-2 (IA32_SYSENTER_CS)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.2"
      }
    ],
    "evidence": [],
    "confidence": "L",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_sysenter_esp_noncanonical",
    "kind": "raise",
    "statement": "WRMSR of SYSENTER_ESP raises #GP(0) when the value is not canonical by the CPU's width.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3; Vol. 2D, WRMSR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/la57.c, validated on hardware; Bochs agrees; QEMU does not check."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.sysenter_esp",
    "kind": "effect",
    "statement": "WRMSR of SYSENTER_ESP stores the value: 64 bits on Intel, 32 on AMD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.2"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.gp_sysenter_eip_noncanonical",
    "kind": "raise",
    "statement": "WRMSR of SYSENTER_EIP raises #GP(0) when the value is not canonical by the CPU's width.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.5.3; Vol. 2D, WRMSR"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "kvm-unit-tests x86/la57.c, validated on hardware; Bochs agrees; QEMU does not check."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.sysenter_eip",
    "kind": "effect",
    "statement": "WRMSR of SYSENTER_EIP stores the value: 64 bits on Intel, 32 on AMD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.2"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.sysenter_upper_ignored",
    "kind": "effect",
    "statement": "On AMD SYSENTER_ESP and SYSENTER_EIP are 32-bit registers: what is written to their upper half is ignored.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "KVM keeps the upper half apart because the hardware does not."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "the written value is stored",
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.sysenter_not_checked",
    "kind": "absence",
    "statement": "On AMD a value that is not canonical may be written to SYSENTER_ESP and SYSENTER_EIP: only its lower half is stored, and nothing is checked.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 6.1.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "KVM: AMD hardware ignores the upper half and raises no #GP(0), unlike Intel's."
      }
    ],
    "confidence": "M",
    "observable": true,
    "mutant": "raises #GP(0), as Intel does",
    "mutantEnd": "fault",
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.completes",
    "kind": "completes",
    "statement": "WRMSR completes when none of its checks fails: nothing else makes it fault.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "raises #UD instead of completing",
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.unchanged",
    "kind": "unchanged",
    "statement": "WRMSR changes nothing but what its other rules name: general registers, segments, tables, control and debug registers and MSRs keep their values.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2D, WRMSR, Operation"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, WRMSR, Action"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "wrmsr"
  },
  {
    "id": "wrmsr.fault_unchanged",
    "kind": "unchanged",
    "statement": "When WRMSR faults, the state is as before it: RIP is that of the instruction, and CPL, CS, SS, RSP and all else are unchanged.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.5 (faults)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.1.2 (faults)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RIP is that of the instruction; general registers, RFLAGS, CS, SS and the bases of FS and GS are as before."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "disturbs one field of one group of state",
    "instruction": "wrmsr"
  },
  {
    "id": "debug.db_single_step",
    "kind": "raise",
    "statement": "With TF=1 at its start, an instruction that runs on to the next one ends in a single-step #DB trap.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.3.1.4 (single-step exception)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.4 (single stepping)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: single-step #DB after the instruction; a faulting instruction gives only its fault."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: single-step #DB after the instruction; a faulting instruction gives only its fault."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "debug"
  },
  {
    "id": "debug.dr6_bs_set",
    "kind": "effect",
    "statement": "A single-step #DB sets DR6.BS.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2.3 (DR6)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1.3 (DR6)"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "debug"
  },
  {
    "id": "debug.dr6_b0_to_b3_unspecified",
    "kind": "mask",
    "statement": "A debug exception may set or clear DR6.B0 to B3 whether or not the breakpoints are enabled.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.2.3 (DR6)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 13.1.1.3 (DR6)"
      }
    ],
    "evidence": [],
    "confidence": "M",
    "observable": true,
    "instruction": "debug"
  },
  {
    "id": "decode.gp_too_long",
    "kind": "raise",
    "statement": "An instruction longer than 15 bytes raises #GP(0) at the instruction.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, 2.1 and 2.3.11; Vol. 3A, 6.9 (priority among simultaneous events)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, 1.1; Vol. 2, 8.5 (priorities among simultaneous interrupts)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0), whatever the instruction and its prefixes."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0), whatever the instruction and its prefixes."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "decode"
  },
  {
    "id": "decode.ud_lock",
    "kind": "raise",
    "statement": "A LOCK prefix on an instruction that cannot be locked raises #UD before any other check of the instruction: on all that are under test.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, LOCK; each instruction's exceptions"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, 1.2.5 (lock prefix)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #UD at CPL 3 where the instruction alone gives #GP(0)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #UD at CPL 3 where the instruction alone gives #GP(0)."
      },
      {
        "kind": "implementations",
        "text": "Xen, Bochs, QEMU and VirtualBox agree."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "decode"
  },
  {
    "id": "decode.too_long_before_lock",
    "kind": "order",
    "statement": "When an instruction is both too long and locked, #GP(0) for its length comes before #UD.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, 2.1 and 2.3.11; Vol. 3A, 6.9 (priority among simultaneous events)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, 1.1; Vol. 2, 8.5 (priorities among simultaneous interrupts)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: the length wins over LOCK and over #UD."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: the length wins over LOCK and over #UD."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks LOCK first",
    "instruction": "decode"
  },
  {
    "id": "decode.dead_rex_ignored",
    "kind": "absence",
    "statement": "A REX prefix counts only right before the opcode: one that a legacy prefix follows is ignored, its W and B bits with it.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A, 2.2.1 (REX prefixes)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 3, 1.2.7 (REX prefix)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RD/WRFSBASE and RD/WRGSBASE act as without the REX that a legacy prefix follows."
      },
      {
        "kind": "implementations",
        "text": "Bochs, Xen and the iced-x86 decoder ignore it; QEMU 7.2 lets it live on."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "lets the REX prefix live on",
    "mutantEnd": "completes",
    "instruction": "decode"
  },
  {
    "id": "fault.rf_unspecified",
    "kind": "mask",
    "statement": "Before a fault is delivered, RF is not architectural: processors differ in whether the bit is already set, and only the pushed image has a defined value.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.3.1.1 (RF flag)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.6 (resume flag)"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "At an intercepted #UD QEMU shows RF as it was and Bochs shows it clear."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fault"
  },
  {
    "id": "fetch.gp_noncanonical",
    "kind": "raise",
    "statement": "In 64-bit mode, when execution runs on to an address that is not canonical by the paging in use, the fetch there raises #GP(0); the instruction before it has completed, and the saved RIP is the non-canonical address.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.3.7.1; Vol. 3A, 6.15 (#GP)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1; 8.2.14 (#GP)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, CPL-3 code of a virtual machine that ran on the CPU itself: past 00007FFFFFFFFFFFh #GP(0) with RIP 0000800000000000h, passed on by the hypervisor."
      },
      {
        "kind": "implementations",
        "text": "QEMU, Bochs and the Linux note in entry_64.S agree; not measured on Intel at the edge itself."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fetch"
  },
  {
    "id": "fetch.gp_limit",
    "kind": "raise",
    "statement": "Outside 64-bit mode, when execution runs on to an address beyond CS.limit, the fetch there raises #GP(0); the instruction before it has completed.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.3 (limit checking)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.12 (segment-limit checks)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) with RIP one past CS.limit, from 16- and 32-bit compatibility code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "fetch"
  },
  {
    "id": "memory.gp_noncanonical",
    "kind": "raise",
    "statement": "In 64-bit mode an access of which a byte has an address that is not canonical by the paging in use raises #GP(0), unless it is counted from RSP or RBP through another segment than FS and GS.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.3.7.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: also with an FS override of an address counted from RBP, an SS override of another one, and bytes on both sides of the edge."
      },
      {
        "kind": "implementations",
        "text": "kvm-unit-tests emulator64.c, test_reg_noncanonical."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: also with an FS or GS override of an address counted from RBP or RSP, an SS override of another one, RBP as the index, and bytes on both sides of either edge; an access that runs over the top of the address space is none."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.ss_noncanonical",
    "kind": "raise",
    "statement": "In 64-bit mode an access whose address is counted from RSP or RBP raises #SS(0) instead; overrides of CS, DS, ES and SS do not change that.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.3.7.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #SS(0) through RSP and RBP."
      },
      {
        "kind": "implementations",
        "text": "kvm-unit-tests emulator64.c, test_reg_noncanonical."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #SS(0) through RSP and RBP with no override and with those of CS, DS and ES, for reads and writes, and where only the second byte is beyond the edge."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.offset_noncanonical",
    "kind": "variant",
    "statement": "Whether an access through FS or GS must also have a canonical offset, and not only a canonical address, is open: the manuals speak of the address alone.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.3.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) where any byte of the offset is not canonical while base + offset is, also for an offset counted from RBP."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "accepted",
        "gp"
      ],
      "default": "accepted"
    },
    "instruction": "memory"
  },
  {
    "id": "memory.bases_ignored",
    "kind": "absence",
    "statement": "In 64-bit mode the bases of CS, DS, ES and SS count as 0, whatever the hidden parts hold and whatever override an instruction has.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.4.2.1; Vol. 3A, 3.2.4"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 1.2.3; Vol. 2, 4.5.3"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: reads through DS and ES that hold a base of 11223344h, with and without an override, and through a CS override, go to the offset itself."
      },
      {
        "kind": "implementations",
        "text": "Bochs agrees: in 64-bit mode it knows no base but those of FS and GS."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "adds the base of the segment that an override names",
    "mutantEnd": "completes",
    "instruction": "memory"
  },
  {
    "id": "memory.null_segment",
    "kind": "raise",
    "statement": "Outside 64-bit mode an access through CS, DS, ES, FS or GS that holds a null selector, or is unusable, raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.2 and 6.15 (#GP)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for reads and writes through a null DS in compatibility mode."
      },
      {
        "kind": "implementations",
        "text": "Bochs agrees."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.null_ss",
    "kind": "raise",
    "statement": "Outside 64-bit mode an access through an unusable SS, which AMD's SYSRET can leave, raises #SS(0).",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs agrees; Linux knows the #SS that follows SYSRET on AMD (X86_BUG_SYSRET_SS_ATTRS)."
      },
      {
        "kind": "implementations",
        "text": "The Xen Test Framework's xsa-186 saw stack accesses through a null SS work in compatibility mode at CPL 0, which speaks against #SS(0) there."
      }
    ],
    "confidence": "L",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.gp_not_writable",
    "kind": "raise",
    "statement": "Outside 64-bit mode a write through a code segment, or a data segment that is not writable, raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for writes through read-only data, through readable code in DS and through a CS override, in compatibility mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.gp_not_readable",
    "kind": "raise",
    "statement": "Outside 64-bit mode a read through an execute-only code segment raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for a read with a CS override in execute-only code, in compatibility mode."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.gp_limit",
    "kind": "raise",
    "statement": "Outside 64-bit mode an access through CS, DS, ES, FS or GS of which a byte lies beyond the limit raises #GP(0); in an expand-down segment the bytes above the limit are valid, up to FFFFh or FFFFFFFFh by B.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) in compatibility mode for one byte beyond the limit and for more; expand-down segments with B = 0 and B = 1 on both sides of either bound; also for DS with an address counted from EBP."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.ss_limit",
    "kind": "raise",
    "statement": "Outside 64-bit mode an access through SS of which a byte lies beyond the limit raises #SS(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #SS(0) in compatibility mode beyond the limit of SS, with EBP and with an SS override of another address."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.ac_misaligned",
    "kind": "raise",
    "statement": "With CR0.AM and RFLAGS.AC set, a misaligned access of the program at CPL 3 raises #AC(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 6.15 (#AC)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.2.18"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #AC is raised at CPL 3; the cases of segment registers did not use it."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #AC(0) for reads and writes of two bytes at an odd linear address, also where the page is not mapped or is the kernel's: it comes before #PF, and after #GP for the limit or a non-canonical address."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.pf_not_present",
    "kind": "raise",
    "statement": "An access to a page that is not mapped raises #PF with P=0; W says whether it was a write, U whether it was one of the program at CPL 3.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.6 and 4.7"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.6 and 8.4.2"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: error codes 4 and 6 and the first byte in the page that is missing, for operands that cross into it."
      },
      {
        "kind": "implementations",
        "text": "QEMU 7.2 and Bochs 2.7 show the same in the suite's runs."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.pf_supervisor_page",
    "kind": "raise",
    "statement": "An access of the program at CPL 3 to a supervisor page raises #PF with P=1 and U=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.6 and 4.7"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.6 and 8.4.2"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: error code 5 for a read of an address of the kernel's."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.table_access_as_supervisor",
    "kind": "absence",
    "statement": "The processor reads and writes descriptor tables and the TSS, and pushes on the stack of an inner level, as supervisor, whatever CPL was: a supervisor page is no obstacle to a program at CPL 3.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.6.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.6"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: Linux keeps its tables in supervisor pages, and loads at CPL 3 read them."
      },
      {
        "kind": "implementations",
        "text": "QEMU 7.2 and Bochs 2.7 show the same in the suite's runs."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "accesses them with the privilege of the program",
    "mutantEnd": "fault",
    "instruction": "memory"
  },
  {
    "id": "memory.pf_smap",
    "kind": "raise",
    "statement": "With CR4.SMAP=1 an access of the program below CPL 3 to a user page raises #PF with P=1 and U=0, unless RFLAGS.AC is 1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.6.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.6"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM's text was read; that of the APM was not at hand."
      },
      {
        "kind": "implementations",
        "text": "kvm-unit-tests smap.c expects it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.pf_smap_table",
    "kind": "raise",
    "statement": "With CR4.SMAP=1 an access that the processor makes to a descriptor table in a user page raises #PF with P=1 and U=0 whatever CPL and RFLAGS.AC are.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.6.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.6"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM's text was read; that of the APM was not at hand."
      },
      {
        "kind": "implementations",
        "text": "KVM treats implicit accesses so on both vendors since its commit 4f4aa80e3b88."
      }
    ],
    "confidence": "M",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.smap_ac_allows",
    "kind": "absence",
    "statement": "With RFLAGS.AC=1 the program may access user pages below CPL 3 in spite of CR4.SMAP.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.6.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.6"
      }
    ],
    "evidence": [
      {
        "kind": "manual",
        "text": "The SDM's text was read; that of the APM was not at hand."
      },
      {
        "kind": "implementations",
        "text": "kvm-unit-tests smap.c expects it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "faults as with RFLAGS.AC=0",
    "mutantEnd": "fault",
    "instruction": "memory"
  },
  {
    "id": "memory.pf_read_only",
    "kind": "raise",
    "statement": "A write to a page that is not writable raises #PF with P=1 and W=1: of the program at CPL 3 always, by a supervisor access with CR0.WP=1.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 4.6 and 4.7"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 5.6 and 8.4.2"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "implementations",
        "text": "QEMU 7.2 and Bochs 2.7 show the same in the suite's runs."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "memory"
  },
  {
    "id": "memory.wp_clear_allows_write",
    "kind": "absence",
    "statement": "With CR0.WP=0 a supervisor access may write a page that is not writable.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 2.5 (CR0.WP) and 4.6.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.1 and 5.6.6"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "QEMU 7.2 and Bochs 2.7 show the same in the suite's runs."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "faults as with CR0.WP=1",
    "mutantEnd": "fault",
    "instruction": "memory"
  },
  {
    "id": "retire.rip_next",
    "kind": "effect",
    "statement": "RIP becomes the address after the instruction: modulo 2^64 in 64-bit mode, modulo 2^32 outside it.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2A-2D, the instruction's Operation; Vol. 1, 3.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 2.5; Vol. 3, the instruction's Action"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RIP plus the length in 64-bit mode, across 4 GiB too; from FFFFFFFFh to 0 in compatibility code."
      },
      {
        "kind": "implementations",
        "text": "Every implementation; XTF: instruction streams cross the top of the address space on both vendors."
      },
      {
        "kind": "implementations",
        "text": "The Xen Test Framework's xsa-186 tells of a fault where 32-bit code crosses 4 GiB on AMD: its instruction straddles the end."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "retire"
  },
  {
    "id": "retire.eip_not_cut_to_16_bits",
    "kind": "absence",
    "statement": "In 16-bit code the address after the instruction is not cut to 16 bits: EIP runs on past FFFFh.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 1, 3.5 (instruction pointer)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 1, 2.5 (instruction pointer)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: 16-bit code runs on past FFFFh."
      },
      {
        "kind": "implementations",
        "text": "The Xen Test Framework's xsa-186 states it as found by experiment; Bochs and Xen agree, QEMU cuts it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "cuts EIP to 16 bits",
    "mutantEnd": "completes",
    "instruction": "retire"
  },
  {
    "id": "retire.rf_cleared",
    "kind": "effect",
    "statement": "RF is clear after an instruction that completes.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3B, 18.3.1.1 (RF flag)"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 3.1.6 (resume flag)"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: RF set on entry is cleared once the instruction completes."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: RF set on entry is cleared once the instruction completes: a breakpoint on it does not fire, one on the next instruction does."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "retire"
  },
  {
    "id": "segload.gp_ss_null_not_64bit",
    "kind": "raise",
    "statement": "Outside 64-bit mode a null selector in SS raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.7"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for 0 and 3 in compatibility mode."
      },
      {
        "kind": "implementations",
        "text": "Bochs and Xen check it, and so does QEMU 7.2 in the suite's runs."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.gp_ss_null_cpl_3",
    "kind": "raise",
    "statement": "At CPL 3 a null selector in SS raises #GP(0).",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.7"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(0)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(0) for 0 and 3."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.gp_ss_null_rpl",
    "kind": "raise",
    "statement": "A null selector in SS raises #GP(0) when its RPL is not CPL.",
    "vendors": [
      "intel"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.7"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and Xen check it for every vendor; kvm-unit-tests emulator64.c, test_sreg, expects it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.ss_null_rpl",
    "kind": "variant",
    "statement": "Whether SS takes a null selector whose RPL is not CPL is open on AMD.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.3"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen and Bochs refuse on all vendors; VirtualBox says that AMD is more relaxed."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "gp",
        "accepted"
      ],
      "default": "gp"
    },
    "instruction": "segload"
  },
  {
    "id": "segload.null_selector_kept",
    "kind": "effect",
    "statement": "A null selector (0 to 3) that is loaded keeps its RPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: 1 to 3 load into DS, ES, FS and GS and read back."
      },
      {
        "kind": "implementations",
        "text": "Xen, Bochs and QEMU 7.2 keep it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.null_unusable",
    "kind": "effect",
    "statement": "After a null selector the register is unusable.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: accesses through a null DS raise #GP(0) in compatibility mode."
      },
      {
        "kind": "implementations",
        "text": "Xen and Bochs mark the register unusable."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.null_ss_cpl_kept",
    "kind": "effect",
    "statement": "A null selector in SS leaves CPL alone, and DPL of SS is CPL.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 5.5 (CPL) and 3.4.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1 and 4.9.1"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Xen gives the unusable SS a DPL of CPL again, since they are one."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "gives the unusable SS a DPL of 0, and takes CPL from there",
    "instruction": "segload"
  },
  {
    "id": "segload.null_hidden_unspecified",
    "kind": "mask",
    "statement": "What else the hidden part of an unusable register holds is not specified: nothing looks at it.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.null_base_cleared",
    "kind": "effect",
    "statement": "A null selector that is loaded into FS or GS clears the base: on Intel always, on AMD where CPUID 8000_0021h EAX[6] says so.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.2"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1 and 4.5.3"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: MOV and POP of a null selector give a base of 0."
      },
      {
        "kind": "implementations",
        "text": "Xen and Bochs clear it."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.null_base",
    "kind": "variant",
    "statement": "Whether a null selector that is loaded into FS or GS clears the base depends on the processor where CPUID 8000_0021h EAX[6] does not say that it does.",
    "vendors": [
      "amd"
    ],
    "sources": [
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.5.1 and 4.5.3"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: cleared, although CPUID does not announce it (a hypervisor may hide the bit)."
      },
      {
        "kind": "implementations",
        "text": "Linux probes for it (X86_BUG_NULL_SEG); Xen keeps the base on AMD unless the bit or its probe says otherwise."
      }
    ],
    "confidence": "M",
    "observable": true,
    "variant": {
      "alternatives": [
        "cleared",
        "kept"
      ],
      "default": "cleared"
    },
    "instruction": "segload"
  },
  {
    "id": "segload.gp_limit",
    "kind": "raise",
    "statement": "A selector whose entry does not lie within its table raises #GP with the selector: beyond the limit, or in the LDT while LDTR is unusable.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector) beyond the limit."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector) beyond the limits of GDT and LDT."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.gp_ss_rpl",
    "kind": "raise",
    "statement": "A selector for SS whose RPL is not CPL raises #GP with the selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.7"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12.4"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.gp_ss_type",
    "kind": "raise",
    "statement": "A selector for SS that names anything but writable data raises #GP with the selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.7"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12.4"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector) for read-only data, code and a TSS."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.gp_ss_dpl",
    "kind": "raise",
    "statement": "A selector for SS whose descriptor has a DPL other than CPL raises #GP with the selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.7"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12.4"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.ss_not_present",
    "kind": "raise",
    "statement": "A stack segment that is not present raises #SS with the selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.7"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12.4"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #SS(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #SS(selector), with MOV and POP."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.gp_data_type",
    "kind": "raise",
    "statement": "A selector for DS, ES, FS or GS that names a system descriptor or execute-only code raises #GP with the selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector) for execute-only code and a TSS."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.gp_data_rpl",
    "kind": "raise",
    "statement": "A selector for DS, ES, FS or GS whose RPL is greater than DPL raises #GP with the selector, unless it names conforming code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: recorded as stated."
      },
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "implementations",
        "text": "One table of the SDM asks for both RPL and CPL to be greater; Bochs, Xen and silicon take either."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.gp_data_cpl",
    "kind": "raise",
    "statement": "A selector for DS, ES, FS or GS whose DPL is less than CPL raises #GP with the selector, unless it names conforming code.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #GP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP(selector)."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.conforming_not_checked",
    "kind": "absence",
    "statement": "Readable conforming code loads into DS, ES, FS and GS whatever CPL, RPL and DPL are.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: conforming code that is not present raises #NP, not #GP."
      },
      {
        "kind": "implementations",
        "text": "Bochs and Xen check no privilege there."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks RPL and CPL against DPL",
    "mutantEnd": "fault",
    "instruction": "segload"
  },
  {
    "id": "segload.np_not_present",
    "kind": "raise",
    "statement": "A segment for DS, ES, FS or GS that is not present raises #NP with the selector.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: #NP(selector)."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #NP(selector), with MOV, POP and LFS, also for conforming code."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.gp_before_not_present",
    "kind": "order",
    "statement": "#GP for type and privilege comes before #NP or #SS for a segment that is not present.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: presence is the last check."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: #GP for read-only data and an RPL of 0 in SS, and for execute-only code in DS, that are not present as well."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "checks presence first",
    "instruction": "segload"
  },
  {
    "id": "segload.accessed_written",
    "kind": "effect",
    "statement": "Loading a segment whose accessed bit is 0 sets the bit in the table.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.5.1"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.7.2"
      }
    ],
    "evidence": [
      {
        "kind": "implementations",
        "text": "Bochs and Xen write it, with a locked operation in Xen; QEMU 7.2 writes it in the suite's runs."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.selector",
    "kind": "effect",
    "statement": "The register takes the selector as it was written.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: it reads back."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: it reads back."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.base_from_descriptor",
    "kind": "effect",
    "statement": "The hidden base takes the 32 bits of the descriptor, zero-extended; of FS and GS that replaces all 64 bits.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: the bases of FS and GS are replaced as a whole."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: a base of 11223344h is that of FS and GS afterwards."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.limit_from_descriptor",
    "kind": "effect",
    "statement": "The hidden limit takes that of the descriptor, scaled by G.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: accesses in compatibility mode are checked against it, with byte granularity."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.attributes_from_descriptor",
    "kind": "effect",
    "statement": "The hidden attributes take those of the descriptor, the accessed bit being set.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV, Operation; Vol. 3A, 5.6"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8 and 4.12"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: accesses in compatibility mode are checked against type and B."
      }
    ],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.data_l_unspecified",
    "kind": "mask",
    "statement": "Bit 53 of a data segment is reserved: whether the hidden part keeps it is not specified.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 3A, 3.4.5"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 4.8.2"
      }
    ],
    "evidence": [],
    "confidence": "H",
    "observable": true,
    "instruction": "segload"
  },
  {
    "id": "segload.ss_shadow_no_db",
    "kind": "absence",
    "statement": "MOV and POP to SS hold the single-step trap back until the next instruction has completed.",
    "vendors": [
      "intel",
      "amd"
    ],
    "sources": [
      {
        "vendor": "intel",
        "document": "Intel SDM",
        "section": "Vol. 2B, MOV; Vol. 3A, 6.8.3"
      },
      {
        "vendor": "amd",
        "document": "AMD APM",
        "section": "Vol. 2, 8.5 and 15.21.5; Vol. 3, MOV"
      }
    ],
    "evidence": [
      {
        "kind": "silicon",
        "text": "Intel family 6 model 207, from CPL 3: MOV SS delays #DB by one instruction."
      },
      {
        "kind": "silicon",
        "text": "AMD family 25 model 17, from CPL 3: MOV and POP to SS delay #DB by one instruction, two MOVs in a row by two; LSS does not."
      }
    ],
    "confidence": "H",
    "observable": true,
    "mutant": "traps after the instruction itself",
    "mutantEnd": "trap",
    "instruction": "segload"
  }
];

/** Every rule by its id. */
export const RULES: ReadonlyMap<RuleId, Rule> = new Map(CATALOGUE.map((rule) => [rule.id, rule]));
