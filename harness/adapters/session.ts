/** One life of an adapter program: started, asked, and ended at the first sign of trouble. */
import type { AdapterMessage, ReadyMessage } from "../../spec/generated/documents.ts";
import { encodeTestCase, observationFromDocument } from "../../spec/codec.ts";
import type { Observation, TestCase, Unsupported, Vendor } from "../../spec/model.ts";
import { AdapterError, type AdapterErrorCode } from "../errors.ts";
import { encodeMemoryImage, renderMemory } from "../memory-image.ts";
import { ChildProgram, type ChildListener, type ChildOptions } from "./child-program.ts";
import {
  PROTOCOL_VERSION,
  decodeMessage,
  encodeMessage,
  introduction,
  type Introduction,
} from "./protocol.ts";

/** Limits are in milliseconds. */
export interface SessionOptions extends ChildOptions {
  /** The vendor that the user asked for; the program may ignore it. */
  readonly vendor?: Vendor;
  /** From the start of the program to its `ready`. */
  readonly startTimeLimit: number;
  /** For each case, from the answer before it (or its sending) to its own. */
  readonly caseTimeLimit: number;
  /** From `stop` to the end of the program. */
  readonly stopTimeLimit: number;
}

type Answer = Observation | Unsupported;

/** What the session waits for: the introduction, or the answers to a run. */
interface Waiting {
  readonly accept: (message: AdapterMessage) => void;
  readonly fail: (error: AdapterError) => void;
  /** The code of an end of the program at this time. */
  readonly deathCode: AdapterErrorCode;
}

export class Session {
  readonly #options: SessionOptions;
  #child: ChildProgram | undefined;
  #introduction: Introduction | undefined;
  #ready: ReadyMessage | undefined;
  #waiting: Waiting | undefined;
  /** What went wrong while nobody waited. */
  #trouble: AdapterError | undefined;
  #nextId = 0;

  private constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Errors: `AdapterError`; the program is gone then. */
  static async start(options: SessionOptions): Promise<Session> {
    const session = new Session(options);
    session.#child = await ChildProgram.start(options, session.#listener());
    try {
      session.#ready = await session.#introduce();
      session.#introduction = introduction(session.#ready);
      return session;
    } catch (error) {
      await session.#child.kill();
      throw session.#named(error as AdapterError);
    }
  }

  get introduction(): Introduction {
    return this.#introduction as Introduction;
  }

  /** The introduction as it came, to compare it with that of another life. */
  get ready(): ReadyMessage {
    return this.#ready as ReadyMessage;
  }

  /** Errors: `AdapterError` with the answers so far; the program is gone then. */
  async run(cases: readonly TestCase[]): Promise<readonly Answer[]> {
    const answers: Answer[] = [];
    try {
      if (this.#trouble !== undefined) throw this.#trouble;
      if (cases.length > 0) await this.#exchange(cases, answers);
      return answers;
    } catch (error) {
      await this.#child?.kill();
      throw this.#named(error as AdapterError, answers);
    }
  }

  /** Ends the program. Errors: `AdapterError` when it had said something that nobody asked for. */
  async close(): Promise<void> {
    this.#child?.write(encodeMessage({ kind: "stop" }));
    await this.#child?.close(this.#options.stopTimeLimit);
    if (this.#trouble?.code === "invalid-response") throw this.#named(this.#trouble);
  }

  async #introduce(): Promise<ReadyMessage> {
    const { startTimeLimit, vendor } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<ReadyMessage>((resolve, reject) => {
        timer = setTimeout(() => {
          const message = `it did not answer the start message within ${startTimeLimit} ms${this.#lastWords()}`;
          reject(new AdapterError({ code: "start-failed", message, hint: FLUSH_HINT }));
        }, startTimeLimit);
        const accept = (message: AdapterMessage): void => {
          if (message.kind === "ready") resolve(message);
          else if (message.kind === "error") reject(ownError(message.message, "start-failed"));
          else reject(invalid(`it answered the start message with ${message.kind} instead of ready`));
        };
        this.#waiting = { accept, fail: reject, deathCode: "start-failed" };
        const wish = vendor === undefined ? {} : { vendor };
        this.#child?.write(encodeMessage({ kind: "start", protocol: PROTOCOL_VERSION, ...wish }));
      });
    } finally {
      clearTimeout(timer);
      this.#waiting = undefined;
    }
  }

  /** Keeps a window of cases on their way, and fills `answers` as they come. */
  async #exchange(cases: readonly TestCase[], answers: Answer[]): Promise<void> {
    const { caseTimeLimit } = this.#options;
    const { window } = this.introduction;
    const firstId = this.#nextId;
    this.#nextId += cases.length;
    let sent = 0;
    const send = (): void => {
      const until = Math.min(cases.length, answers.length + window);
      let text = "";
      for (; sent < until; sent++) text += this.#runLine(firstId + sent, cases[sent] as TestCase);
      if (text !== "") this.#child?.write(text);
    };
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(() => {
          const answered = answers.length;
          // When this process was busy, answers may lie unread: they are read before it judges.
          setImmediate(() =>
            setImmediate(() => {
              if (answers.length > answered) return;
              reject(this.#late(firstId + answered));
            }),
          );
        }, caseTimeLimit);
        const accept = (message: AdapterMessage): void => {
          const id = firstId + answers.length;
          answers.push(answer(message, id, cases[answers.length] as TestCase));
          timer?.refresh();
          if (answers.length === cases.length) {
            // Set here and not behind the await: the next line may stand in the same piece of output.
            this.#waiting = undefined;
            resolve();
          } else if (sent - answers.length <= window / 2) send();
        };
        this.#waiting = { accept, fail: reject, deathCode: "crashed" };
        send();
      });
    } finally {
      clearTimeout(timer);
      this.#waiting = undefined;
    }
  }

  #runLine(id: number, testCase: TestCase): string {
    const image = this.introduction.wantsImage ? { memory: encodeMemoryImage(renderMemory(testCase)) } : {};
    return encodeMessage({ kind: "run", id, case: encodeTestCase(testCase), ...image });
  }

  #late(id: number): AdapterError {
    const message = `it gave no answer to case ${id} within ${this.#options.caseTimeLimit} ms${this.#lastWords()}`;
    return new AdapterError({ code: "timeout", message, hint: FLUSH_HINT });
  }

  #listener(): ChildListener {
    return {
      line: (text) => {
        if (this.#trouble !== undefined) return;
        try {
          const message = decodeMessage(text);
          if (this.#waiting === undefined) throw unasked(message, this.#nextId - 1);
          this.#waiting.accept(message);
        } catch (error) {
          this.#fail(error as AdapterError);
        }
      },
      ended: (reason) => {
        const code = this.#waiting?.deathCode ?? "crashed";
        const when = this.#waiting === undefined ? " while nothing was asked of it" : "";
        this.#fail(new AdapterError({ code, message: `it ${reason}${when}` }));
      },
      broken: (reason) => this.#fail(invalid(`it wrote ${reason}`)),
    };
  }

  #fail(error: AdapterError): void {
    this.#trouble ??= error;
    this.#waiting?.fail(error);
  }

  #lastWords(): string {
    return this.#child?.lastWords() ?? "";
  }

  /** The error with the program's name before its message, and the answers that came before it. */
  #named(error: AdapterError, answers: readonly Answer[] = []): AdapterError {
    const { code, message, hint } = error;
    return new AdapterError({
      code,
      message: `${this.#options.command}: ${message}`,
      hint,
      answers,
      cause: error,
    });
  }
}

const FLUSH_HINT = "does it flush its standard output after every line?";

/** The answer to case `id`, if `message` is one. */
function answer(message: AdapterMessage, id: number, testCase: TestCase): Answer {
  if (message.kind === "error") {
    // Without a number it is about whatever is at work.
    if (message.id === undefined || message.id === id) throw ownError(message.message, "crashed");
  } else if (message.kind === "ready") throw invalid("it sent ready a second time");
  if (message.id !== id) throw misplaced(message.id as number, id);
  if (message.kind === "unsupported") return { unsupported: message.reason };
  return observationFromDocument((message as ObservationOf<typeof message>).observation, testCase.before);
}

type ObservationOf<Message> = Extract<Message, { readonly kind: "observation" }>;

function misplaced(id: number, expected: number): AdapterError {
  const what =
    id < expected ? `it answered case ${id} a second time` : `it answered case ${id} before case ${expected}`;
  return invalid(what, "answers come once per case, in the order of the cases");
}

function unasked(message: AdapterMessage, lastId: number): AdapterError {
  if (message.kind === "error") return ownError(message.message, "crashed");
  if (message.kind === "ready") return invalid("it sent ready a second time");
  return invalid(
    message.id <= lastId
      ? `it answered case ${message.id} a second time`
      : `it answered case ${message.id}, which it was never sent`,
    "answers come once per case, in the order of the cases",
  );
}

function ownError(message: string, code: AdapterErrorCode): AdapterError {
  return new AdapterError({ code, message: `it reports an error of its own: ${message}` });
}

function invalid(message: string, hint = ""): AdapterError {
  return new AdapterError({ code: "invalid-response", message, hint });
}
