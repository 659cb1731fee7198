import { AdapterError } from "../errors.js";
/** Cases on their way through a processor, in one or several batches. */
export class Job {
    done;
    #cases;
    #answers;
    /** Cases before this one were encoded. */
    #encoded = 0;
    #answered = 0;
    #resolve = () => { };
    #reject = () => { };
    constructor(cases) {
        this.#cases = cases;
        this.#answers = Array.from({ length: cases.length });
        this.done = new Promise((resolve, reject) => {
            this.#resolve = resolve;
            this.#reject = reject;
        });
    }
    /** Whether every case was encoded. */
    get encoded() {
        return this.#encoded === this.#cases.length;
    }
    /** Encodes up to `limit` of the cases that come next. Those that cannot run are answered at once. */
    encode(encoder, nonce, limit) {
        encoder.reset(nonce);
        const indices = [];
        while (!this.encoded && indices.length < limit) {
            const placed = encoder.add(this.#cases[this.#encoded]);
            if (placed === "full")
                break;
            if (placed === "placed")
                indices.push(this.#encoded);
            else
                this.#answer(this.#encoded, placed);
            this.#encoded += 1;
        }
        return { nonce, indices };
    }
    /** Encodes cases again that were placed before. */
    encodeAgain(encoder, nonce, indices) {
        encoder.reset(nonce);
        for (const index of indices)
            encoder.add(this.#cases[index]);
        return { nonce, indices };
    }
    /** Takes the first `count` results of `batch`. Errors: a result that is damaged or not to this batch. */
    collect(decoder, batch, count, refine) {
        for (let record = 0; record < count; record += 1) {
            const index = batch.indices[record];
            this.#answer(index, refine(decoder.decode(record, batch.nonce, this.#cases[index])));
        }
    }
    /** Resolves `done` if every case is answered, and says whether it is. */
    settle() {
        const complete = this.#answered === this.#cases.length;
        if (complete)
            this.#resolve(this.#answers);
        return complete;
    }
    /** Rejects `done`, with the answers up to the first that is missing. */
    fail(failure) {
        const missing = this.#answers.indexOf(undefined);
        const answers = (missing < 0 ? this.#answers : this.#answers.slice(0, missing));
        const where = `case ${answers.length} of ${this.#cases.length} is the first without an answer`;
        this.#reject(new AdapterError({ ...failure, message: `${failure.message}; ${where}`, answers }));
    }
    /** Begins anew, on another process. */
    restart() {
        this.#encoded = 0;
        this.#answered = 0;
        this.#answers.fill(undefined);
    }
    #answer(index, answer) {
        if (this.#answers[index] === undefined)
            this.#answered += 1;
        this.#answers[index] = answer;
    }
}
