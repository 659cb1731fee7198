import type { RuleId } from "../spec/generated/rule-id.ts";
import type { CpuState, FieldName, Outcome, Prediction, Profile, Segment, SegmentName } from "../spec/model.ts";
import { MemoryView, type Memory } from "./common/memory-view.ts";
import type { Instruction } from "./common/decode.ts";
import type { Exception } from "./common/exceptions.ts";
import type { Mutant } from "./mutant.ts";
/** One signed line of an operation, in the order in which it was reached. */
export interface TraceStep {
    readonly rule: RuleId;
    readonly text: string;
}
/** What an operation may look at and do. */
export interface OperationContext {
    readonly cpu: CpuState;
    readonly instruction: Instruction;
    readonly profile: Profile;
    /** Memory as the case and the stores so far leave it. */
    readonly memory: Pick<MemoryView, "byteAt" | "pageAt">;
    /** A fault: ends the operation with nothing kept but what `commit` kept. */
    readonly raise: (exception: Exception, rule: RuleId) => void;
    /** A trap, or a fault of the next fetch: ends the operation with everything kept. */
    readonly trap: (exception: Exception, rule: RuleId) => void;
    /** Whole fields take new values. */
    readonly set: (fields: {
        readonly [name in FieldName]?: bigint | number;
    }, rule: RuleId) => void;
    /** The bits of `mask` in one field take those of `value`. */
    readonly setBits: (name: FieldName, mask: bigint, value: bigint, rule: RuleId) => void;
    /** Parts of a segment register take new values. */
    readonly load: (name: SegmentName, parts: Partial<Segment>, rule: RuleId) => void;
    /**
     * The bits of `mask` take those of `value`, where one might expect those of `otherwise`: a processor without the
     * rule takes these, because keeping the old value would not tell it apart.
     */
    readonly force: (name: FieldName, mask: bigint, values: {
        readonly value: bigint;
        readonly otherwise: bigint;
    }, rule: RuleId) => void;
    /**
     * Bytes in memory, at a linear address that was checked before, take new values. At once: a fault that follows
     * takes back registers, never memory.
     */
    readonly store: (linear: bigint, bytes: Uint8Array, rule: RuleId) => void;
    /** Bits of a written value that a register ignores: it keeps its own. */
    readonly ignore: (name: FieldName, mask: bigint, written: bigint, rule: RuleId) => void;
    /** The manual does not say what these bits become. */
    readonly unspecified: (name: FieldName, mask: bigint, rule: RuleId) => void;
    /** Nothing happens here, though one might think so; `misbelief` is what would happen. */
    readonly absent: (rule: RuleId, misbelief: () => void) => void;
    /** Two checks, the first of which wins where both apply. */
    readonly order: (rule: RuleId, first: () => void, second: () => void) => void;
    /** A point where manuals differ or are silent: one outcome per alternative, the first is the default. */
    readonly variant: <Alternative extends string>(rule: RuleId, alternatives: readonly [Alternative, ...Alternative[]]) => Alternative;
}
/** An instruction's operation, named after the rule family that signs its ends. */
export interface Operation {
    readonly name: string;
    readonly body: (context: OperationContext) => void;
}
/** States the operation of the instruction `name`. */
export declare function operation(name: string, body: (context: OperationContext) => void): Operation;
/** What an operation runs on. */
export interface Subject {
    readonly cpu: CpuState;
    readonly instruction: Instruction;
    readonly profile: Profile;
    readonly memory: Memory;
}
/** Every outcome that the operation allows on `subject` without the rules `broken`; the default one comes first. */
export declare function predictOperation(operation: Operation, subject: Subject, broken?: readonly RuleId[]): Prediction;
/** The default outcome of the operation, or that of a processor which breaks `mutant.rule`. */
export declare function runOperation(operation: Operation, subject: Subject, mutant?: Mutant): Outcome;
/** The signed lines that the default path reaches, in order. */
export declare function traceOperation(operation: Operation, subject: Subject): readonly TraceStep[];
/** The bits that `name` has after the outcome, given the state before. */
export declare function valueAfter(outcome: Outcome, before: CpuState, name: FieldName): bigint;
