/** The guest's hello record: what CPUID says inside the machine, and the profile that follows from it. */
import type { Features, Mode, Profile, Vendor } from "../spec/model.ts";
import type { ObserverName } from "./layout.ts";
import { CONTROL, CPUID_ENTRY_SIZE, CPUID_LEAVES, HELLO_MAGIC, PROTOCOL_VERSION } from "./layout.ts";

/** One leaf of CPUID. */
export interface Leaf {
  readonly eax: number;
  readonly ebx: number;
  readonly ecx: number;
  readonly edx: number;
}

const ABSENT: Leaf = { eax: 0, ebx: 0, ecx: 0, edx: 0 };
const EFER_SVME = 0x1000n;

const VENDORS: ReadonlyMap<string, Vendor> = new Map([
  ["GenuineIntel", "intel"],
  ["AuthenticAMD", "amd"],
  ["HygonGenuine", "amd"],
]);

/** The modes in which a vendor's instructions have something to test. */
export const MODES: { readonly [vendor in Vendor]: readonly Mode[] } = {
  // Intel's SYSCALL and SYSRET exist in 64-bit mode only, so legacy mode has nothing to test.
  intel: ["64", "compat"],
  amd: ["64", "compat", "legacy"],
};

function text(...words: readonly number[]): string {
  return words
    .flatMap((word) => [0, 8, 16, 24].map((shift) => String.fromCharCode((word >>> shift) & 0xff)))
    .join("");
}

/** Reads leaves from the control page. */
function readLeaves(view: DataView): (leaf: number) => Leaf {
  const all = new Map<number, Leaf>();
  CPUID_LEAVES.forEach(([leaf], index) => {
    const at = CONTROL.cpuid + index * CPUID_ENTRY_SIZE + 8;
    const word = (position: number): number => view.getUint32(at + position * 4, true);
    all.set(leaf, { eax: word(0), ebx: word(1), ecx: word(2), edx: word(3) });
  });
  return boundedLeaves(all);
}

/** Looks up leaves; one above the largest that CPUID names counts as zero. */
export function boundedLeaves(all: ReadonlyMap<number, Leaf>): (leaf: number) => Leaf {
  const found = (leaf: number): Leaf => all.get(leaf) ?? ABSENT;
  return (leaf) => (leaf <= found(leaf & 0x8000_0000 ? 0x8000_0000 : 0).eax ? found(leaf) : ABSENT);
}

/** The features that CPUID names. */
export function readFeatures(leaf: (number: number) => Leaf, vendor: Vendor): Features {
  const has = (register: number, bit: number): boolean => ((register >>> bit) & 1) === 1;
  const structured = leaf(7);
  const extended = leaf(0x8000_0001);
  const capacity = leaf(0x8000_0008);
  const extended2 = leaf(0x8000_0021);
  // Bochs' bx_generic implements SVM and describes it in its leaf, but does not set the feature bit.
  const svm = has(extended.ecx, 2) || leaf(0x8000_000a).ebx !== 0;
  return {
    nx: has(extended.edx, 20),
    la57: has(structured.ecx, 16),
    fsgsbase: has(structured.ebx, 0),
    svm,
    ffxsr: has(extended.edx, 25),
    tce: has(extended.ecx, 17),
    // A bit that says "not supported" means nothing where the vendor never defined the feature.
    lmsle: vendor === "amd" && svm && !has(capacity.ebx, 20),
    mcommit: has(capacity.ebx, 8),
    intwb: has(capacity.ebx, 13),
    uaie: has(extended2.eax, 7),
    aibrse: has(extended2.eax, 8),
    ...(has(structured.ebx, 20) && { smap: true }),
    ...(vendor === "amd" && has(extended2.eax, 6) && { nullSelectorClearsBase: true }),
  };
}

/** Whose manual applies. Errors: a vendor that no oracle models. */
export function readVendor(leaf: (number: number) => Leaf): Vendor {
  const { ebx, ecx, edx } = leaf(0);
  const name = text(ebx, edx, ecx);
  const vendor = VENDORS.get(name);
  if (vendor === undefined) throw new Error(`CPUID names the vendor "${name}", whose manual is not modelled`);
  return vendor;
}

/**
 * The profile of the machine whose control page this is. Errors: no hello record, another protocol
 * version, an unknown vendor, or, for the observer that needs it, a processor without SVM.
 */
export function readHello(controlPage: Uint8Array, observer: ObserverName = "svm"): Profile {
  const view = new DataView(controlPage.buffer, controlPage.byteOffset, controlPage.byteLength);
  if (view.getBigUint64(CONTROL.magic, true) !== HELLO_MAGIC)
    throw new Error("the guest left no hello record");
  const version = view.getUint32(CONTROL.version, true);
  if (version !== PROTOCOL_VERSION) {
    throw new Error(`the guest speaks protocol version ${version}, this program ${PROTOCOL_VERSION}`);
  }
  const leaf = readLeaves(view);
  const vendor = readVendor(leaf);
  const features = readFeatures(leaf, vendor);
  // The agent of observer B lives in long mode, and forces no bit upon a case.
  if (observer === "idt") return { vendor, features, modes: ["64", "compat"], imposed: [] };
  if (!features.svm) throw new Error("the processor has no SVM, which the guest needs to run cases");
  return {
    vendor,
    features,
    modes: MODES[vendor],
    imposed: [{ field: "efer", mask: EFER_SVME, value: EFER_SVME }],
  };
}
