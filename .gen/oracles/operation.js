/**
 * The recorder on which every oracle is written: straight-line code in the manual's order, each
 * line that has an effect signed with the rule that demands it. Reading `cpu` always gives the
 * state before the instruction; a fault discards what was set unless `commit` came first.
 */
import { field, SEGMENT_NAMES, SEGMENT_PART_WIDTHS } from "../spec/fields.js";
import { MemoryView } from "./common/memory-view.js";
/** States the operation of the instruction `name`. */
export function operation(name, body) {
    return { name, body };
}
/** Thrown to leave an operation once its end is known; never an error. */
const STOP = Symbol("the end of the operation is known");
const RF = 1n << 16n;
const DR6_BS = 1n << 14n;
const DR6_B0_TO_B3 = 0xfn;
const NO_SIGNED = [];
const NO_WRITES = [];
/** The fields of each segment register; building their names anew costs more than the rest of a load. */
const SEGMENT_PATHS = Object.fromEntries(SEGMENT_NAMES.map((name) => [
    name,
    Object.fromEntries(Object.keys(SEGMENT_PART_WIDTHS).map((part) => {
        const path = `${name}.${part}`;
        return [part, { path, mask: field(path).mask }];
    })),
]));
/** Runs one operation once, along one combination of alternatives. */
class Recorder {
    cpu;
    instruction;
    profile;
    exercised;
    choices = [];
    /** Alternatives that this path did not take: where to go on. */
    untaken = [];
    /** Filled only when somebody wants to read it. */
    steps = [];
    traces;
    fields = new Map();
    masked = new Map();
    /** Undefined until something is stored: most instructions store nothing. */
    writes;
    view;
    content;
    orderRules = [];
    mutated;
    path;
    ending;
    constructor(subject, options) {
        this.cpu = subject.cpu;
        this.instruction = subject.instruction;
        this.profile = subject.profile;
        this.content = subject.memory;
        this.path = options.path;
        this.exercised = options.exercised;
        this.mutated = options.mutated;
        this.traces = options.traces === true;
    }
    get memory() {
        return (this.view ??= new MemoryView(this.content));
    }
    raise = (exception, rule) => this.finish(exception, rule, false);
    trap = (exception, rule) => this.finish(exception, rule, true);
    finish(exception, rule, keeps) {
        if (this.mutated.has(rule))
            return;
        this.note(rule, exception.name);
        this.ending = { end: exception.end, rule, keeps };
        throw STOP;
    }
    set = (fields, rule) => {
        for (const name in fields) {
            const value = fields[name];
            const all = field(name).mask;
            this.setBits(name, all, typeof value === "bigint" ? value : BigInt(value), rule);
        }
    };
    setBits = (name, mask, value, rule) => {
        if (this.mutated.has(rule))
            return;
        this.note(rule, name);
        sign(this.fields, name, { mask, value: value & mask, rule });
    };
    load = (name, parts, rule) => {
        const paths = SEGMENT_PATHS[name];
        for (const part in parts) {
            const value = parts[part];
            const { path, mask } = paths[part];
            this.setBits(path, mask, BigInt(value), rule);
        }
    };
    store = (linear, bytes, rule) => {
        if (this.mutated.has(rule))
            return;
        this.note(rule, `memory at ${linear.toString(16)}h`);
        this.memory.put(linear, bytes);
        (this.writes ??= []).push({ linear, bytes, rule });
    };
    force = (name, mask, { value, otherwise }, rule) => {
        this.note(rule, name);
        sign(this.fields, name, { mask, value: (this.mutated.has(rule) ? otherwise : value) & mask, rule });
    };
    ignore = (name, mask, written, rule) => {
        this.force(name, mask, { value: field(name).get(this.cpu), otherwise: written }, rule);
    };
    unspecified = (name, mask, rule) => {
        this.note(rule, name);
        sign(this.masked, name, { mask, value: 0n, rule });
    };
    absent = (rule, misbelief) => {
        this.note(rule, "does not happen");
        if (this.mutated.has(rule))
            misbelief();
    };
    order = (rule, first, second) => {
        if (this.mutated.has(rule)) {
            second();
            first();
            return;
        }
        const winner = this.attempt(first);
        if (winner === undefined) {
            second();
            return;
        }
        const noted = new Set(this.exercised);
        const length = this.steps.length;
        const stored = this.writes?.length ?? 0;
        const loser = this.attempt(second);
        if (this.writes !== undefined)
            this.writes.length = stored;
        this.exercised.clear();
        for (const each of noted)
            this.exercised.add(each);
        this.steps.length = length;
        if (loser !== undefined) {
            this.orderRules.push(rule);
            this.note(rule, "decides between two faults");
        }
        this.ending = winner;
        throw STOP;
    };
    /** The ending that `check` brings, or undefined when it passes. */
    attempt(check) {
        try {
            check();
            return undefined;
        }
        catch (thrown) {
            if (thrown !== STOP)
                throw thrown;
            return this.ending;
        }
    }
    variant = (rule, alternatives) => {
        const depth = this.choices.length;
        const wanted = this.path[depth];
        const alternative = alternatives.find((each) => each === wanted) ?? alternatives[0];
        if (wanted === undefined) {
            const prefix = this.choices.map((choice) => choice.alternative);
            for (const other of alternatives.slice(1))
                this.untaken.push({ path: [...prefix, other] });
        }
        this.note(rule, alternative);
        this.choices.push({ variant: rule, alternative });
        return alternative;
    };
    /** Runs the operation to its end. */
    run(operation) {
        try {
            operation.body(this);
            const completes = `${operation.name}.completes`;
            if (this.mutated.has(completes)) {
                this.ending = { end: { kind: "exception", vector: 6 }, rule: completes, keeps: false };
            }
            else {
                this.note(completes, "");
                this.ending = { end: { kind: "retired" }, rule: completes, keeps: true };
            }
        }
        catch (thrown) {
            if (thrown !== STOP)
                throw thrown;
        }
        const { end, rule, keeps } = this.ending;
        if (!keeps) {
            this.fields = new Map();
            this.masked = new Map();
        }
        const isDebugTrap = end.kind === "exception" && end.vector === 1;
        if (isDebugTrap) {
            this.setBits("dr6", DR6_BS, DR6_BS, "debug.dr6_bs_set");
            this.unspecified("dr6", DR6_B0_TO_B3, "debug.dr6_b0_to_b3_unspecified");
        }
        else if (end.kind === "exception") {
            this.maskRf();
        }
        const unchanged = `${operation.name}.${keeps ? "unchanged" : "fault_unchanged"}`;
        this.exercised.add(unchanged);
        return {
            choices: this.choices,
            end,
            endRule: rule,
            orderRules: this.orderRules,
            fields: this.fields,
            masked: this.masked,
            writes: this.writes ?? NO_WRITES,
            unchanged,
        };
    }
    /** Before a fault is delivered RF is not architectural: only the pushed image has it. */
    maskRf() {
        const signed = this.fields.get("rflags");
        if (signed !== undefined) {
            this.fields.set("rflags", signed.map((each) => ({ ...each, mask: each.mask & ~RF, value: each.value & ~RF })));
        }
        this.unspecified("rflags", RF, "fault.rf_unspecified");
    }
    note(rule, text) {
        this.exercised.add(rule);
        if (this.traces)
            this.steps.push({ rule, text });
    }
}
function sign(fields, name, signed) {
    const present = fields.get(name);
    if (present === undefined)
        fields.set(name, [signed]);
    else
        present.push(signed);
}
/** Every outcome that the operation allows on `subject` without the rules `broken`; the default one comes first. */
export function predictOperation(operation, subject, broken = []) {
    const exercised = new Set();
    const mutated = new Set(broken);
    const first = new Recorder(subject, { path: [], exercised, mutated });
    const outcomes = [first.run(operation)];
    const waiting = [...first.untaken];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const recorder = new Recorder(subject, { path: next.path, exercised, mutated });
        outcomes.push(recorder.run(operation));
        waiting.push(...recorder.untaken);
    }
    return { outcomes, exercised };
}
/** The default outcome of the operation, or that of a processor which breaks `mutant.rule`. */
export function runOperation(operation, subject, mutant) {
    return new Recorder(subject, {
        path: [],
        exercised: new Set(),
        mutated: new Set(mutant && [mutant.rule]),
    }).run(operation);
}
/** The signed lines that the default path reaches, in order. */
export function traceOperation(operation, subject) {
    const recorder = new Recorder(subject, {
        path: [],
        exercised: new Set(),
        mutated: new Set(),
        traces: true,
    });
    const outcome = recorder.run(operation);
    return [...recorder.steps, { rule: outcome.unchanged, text: "everything else" }];
}
/** The bits that `name` has after the outcome, given the state before. */
export function valueAfter(outcome, before, name) {
    let value = field(name).get(before);
    for (const signed of outcome.fields.get(name) ?? NO_SIGNED)
        value = (value & ~signed.mask) | signed.value;
    return value;
}
