/** Segment registers with their hidden parts, as loads and ring crossings leave them. */
import type { Mode, Profile, Segment, SegmentName } from "../spec/model.ts";
import { canonicalAddress } from "./address.ts";
import { fixedTables } from "./imposed-memory.ts";
import type { AddressWidth } from "./canonical.ts";
import { DrawnArbitrary } from "./drawn-arbitrary.ts";
import {
  NULL_SEGMENTS,
  PLAIN_CODE_16,
  PLAIN_DATA,
  PLAIN_LDTR,
  PLAIN_TR,
  plainCode,
  plainSegment,
  plainStack,
} from "./plain-segment.ts";
import type { RandomBits } from "./random-bits.ts";
import { selector } from "./selector.ts";
import { simplerSegments } from "./simpler-segments.ts";
import { weighted } from "./weighted.ts";
import {
  CODE_16,
  CODE_SEGMENT,
  DATA_SEGMENT,
  FLAT_STACK,
  PLAIN_FIXED_CODE,
  STACK_SEGMENT,
  SYSTEM_SEGMENT,
} from "./weights.ts";

/** What a segment register's content depends on. */
export interface SegmentOptions {
  readonly profile: Profile;
  readonly mode: Mode;
  readonly cpl: number;
}

const CR4_LA57 = 1n << 12n;

const DATA_KINDS = weighted(DATA_SEGMENT);
const STACK_KINDS = weighted(STACK_SEGMENT);
const STACK_KINDS_INTEL = weighted(STACK_SEGMENT, ["plain", "null", "random"]);
const CODE_KINDS = weighted(CODE_SEGMENT);
const SYSTEM_KINDS = weighted(SYSTEM_SEGMENT);
const SELECTOR = selector();
/** Data types with the accessed bit, and readable code for the registers that may hold it. */
const DATA_TYPES: readonly number[] = [0x3, 0x3, 0x1, 0x5, 0x7, 0xb, 0xf];
const STACK_TYPES: readonly number[] = [0x3, 0x3, 0x7];
const CODE_TYPES: readonly number[] = [0xb, 0xb, 0x9, 0xd, 0xf];
const HIDDEN_BASES: { readonly [width in AddressWidth]: DrawnArbitrary<bigint> } = {
  48: canonicalAddress(48),
  57: canonicalAddress(57),
};

/** A canonical address of the CPU's width, or of 32 bits without long mode. */
export function drawHiddenBase(bits: RandomBits, options: { profile: Profile; mode: Mode }): bigint {
  if (options.mode === "legacy") return bits.value32();
  return HIDDEN_BASES[baseWidth(options.profile)].draw(bits);
}

const WIDTHS = new WeakMap<Profile, AddressWidth>();

/** The CPU's width; that of the paging where the observer forces it, since such an observer sets bases under it. */
function baseWidth(profile: Profile): AddressWidth {
  const known = WIDTHS.get(profile);
  if (known !== undefined) return known;
  const isForcedOff = profile.imposed.some(
    ({ field, mask, value }) => field === "cr4" && (mask & ~value & CR4_LA57) !== 0n,
  );
  const width = profile.features.la57 && !isForcedOff ? 57 : 48;
  WIDTHS.set(profile, width);
  return width;
}

/** A limit in bytes: 20 random bits, in bytes or in pages. */
function drawLimit(word: number, g: number): number {
  const raw = word & 0xf_ffff;
  return g === 1 ? raw * 4096 + 4095 : raw;
}

function drawData(bits: RandomBits, name: SegmentName, options: SegmentOptions): Segment {
  const ownBase = name === "fs" || name === "gs";
  const fixed = fixedTables(options.profile);
  const kind = DATA_KINDS.pick(bits);
  if (fixed !== undefined && kind !== "plain") {
    const segment = bits.oneOf(fixed.data);
    return ownBase ? { ...segment, base: drawHiddenBase(bits, options) } : segment;
  }
  switch (kind) {
    case "plain":
      return ownBase && bits.chance(700)
        ? { ...PLAIN_DATA, base: drawHiddenBase(bits, options) }
        : PLAIN_DATA;
    case "null": {
      const unusable = NULL_SEGMENTS[bits.below(4)] as Segment;
      return ownBase ? { ...unusable, base: drawHiddenBase(bits, options) } : unusable;
    }
    case "random": {
      const chosen = SELECTOR.draw(bits);
      const word = bits.word();
      const type = DATA_TYPES[(word & 0xff) % DATA_TYPES.length] as number;
      const g = (word >>> 8) & 1;
      // A load requires DPL >= RPL, except of conforming code.
      const dpl = Math.max(chosen & 3, (word >>> 9) & 3);
      const db = (word >>> 11) & 1;
      return {
        // A usable register never holds a null selector.
        selector: chosen < 4 ? chosen | 0x28 : chosen,
        base: ownBase ? drawHiddenBase(bits, options) : bits.value32(),
        limit: drawLimit(bits.word(), g),
        type,
        s: 1,
        dpl,
        p: 1,
        avl: (word >>> 12) & 1,
        l: type >= 8 && options.mode !== "legacy" && db === 0 ? (word >>> 13) & 1 : 0,
        db,
        g,
      };
    }
  }
}

function drawStack(bits: RandomBits, options: SegmentOptions): Segment {
  const { cpl, mode, profile } = options;
  const plain = plainStack(cpl);
  const fixed = fixedTables(profile);
  if (fixed !== undefined) return mode === "64" || bits.chance(FLAT_STACK) ? plain : bits.oneOf(fixed.stack);
  switch ((profile.vendor === "amd" ? STACK_KINDS : STACK_KINDS_INTEL).pick(bits)) {
    case "plain":
      return plain;
    case "null":
      return mode === "64" && cpl < 3 ? { ...(NULL_SEGMENTS[cpl] as Segment), dpl: cpl } : plain;
    case "stale": {
      if (cpl !== 3) return plain;
      const chosen = SELECTOR.draw(bits);
      return mode !== "legacy" && bits.chance(500)
        ? { ...(NULL_SEGMENTS[0] as Segment), selector: chosen, dpl: 3 }
        : { ...plain, selector: chosen };
    }
    case "random": {
      const word = bits.word();
      const g = (word >>> 8) & 1;
      const index = SELECTOR.draw(bits) & 0xfffc;
      return {
        selector: (index === 0 ? 0x18 : index) | cpl,
        base: bits.value32(),
        limit: drawLimit(bits.word(), g),
        type: STACK_TYPES[(word & 0xff) % STACK_TYPES.length] as number,
        s: 1,
        dpl: cpl,
        p: 1,
        avl: (word >>> 12) & 1,
        l: 0,
        db: (word >>> 11) & 1,
        g,
      };
    }
  }
}

function drawCode(bits: RandomBits, options: SegmentOptions): Segment {
  const { cpl, mode } = options;
  const d0 = mode !== "64" && bits.chance(CODE_16);
  const fixed = fixedTables(options.profile);
  if (fixed !== undefined) {
    return mode === "64" || bits.chance(PLAIN_FIXED_CODE) ? plainCode(mode, cpl) : bits.oneOf(fixed.code);
  }
  const plain = d0 ? (PLAIN_CODE_16[cpl] as Segment) : plainCode(mode, cpl);
  if (CODE_KINDS.pick(bits) === "plain") return plain;
  const word = bits.word();
  const type = CODE_TYPES[(word & 0xff) % CODE_TYPES.length] as number;
  const index = SELECTOR.draw(bits) & 0xfffc;
  const g = mode === "64" ? (word >>> 8) & 1 : 1;
  return {
    ...plain,
    selector: (index === 0 ? 0x10 : index) | cpl,
    type,
    dpl: type >= 0xc ? (word >>> 9) % (cpl + 1) : cpl,
    avl: (word >>> 12) & 1,
    g,
    // Elsewhere the limit must admit the instruction: transition.ts draws it.
    limit: mode === "64" ? drawLimit(bits.word(), g) : plain.limit,
  };
}

function drawSystem(bits: RandomBits, name: SegmentName, options: SegmentOptions): Segment {
  const plain = name === "tr" ? PLAIN_TR : PLAIN_LDTR;
  switch (SYSTEM_KINDS.pick(bits)) {
    case "plain":
      return plain;
    case "null":
      return name === "tr" ? plain : (NULL_SEGMENTS[bits.below(4)] as Segment);
    case "random": {
      const index = SELECTOR.draw(bits) & 0xfff8;
      return {
        ...plain,
        selector: index === 0 ? plain.selector : index,
        base: drawHiddenBase(bits, options),
        limit: 0x67 + (bits.word() & 0xfff),
        avl: bits.word() & 1,
      };
    }
  }
}

/** A random content of one segment register; CS has base 0 and, outside 64-bit mode, a flat limit. */
export function drawSegment(bits: RandomBits, name: SegmentName, options: SegmentOptions): Segment {
  switch (name) {
    case "cs":
      return drawCode(bits, options);
    case "ss":
      return drawStack(bits, options);
    case "ldtr":
    case "tr":
      return drawSystem(bits, name, options);
    default:
      return drawData(bits, name, options);
  }
}

class SegmentArbitrary extends DrawnArbitrary<Segment> {
  private readonly name: SegmentName;
  private readonly options: SegmentOptions;

  constructor(name: SegmentName, options: SegmentOptions) {
    super();
    this.name = name;
    this.options = options;
  }

  override draw(bits: RandomBits): Segment {
    return drawSegment(bits, this.name, this.options);
  }

  override admits(value: unknown): value is Segment {
    return typeof value === "object" && value !== null && "selector" in value && "limit" in value;
  }

  override simpler(value: Segment): Iterable<Segment> {
    return simplerSegments(value, plainSegment(this.name, this.options));
  }
}

/** The content of one segment register in a mode at a CPL. */
export function segment(name: SegmentName, options: SegmentOptions): DrawnArbitrary<Segment> {
  return new SegmentArbitrary(name, options);
}
