import { type ChildHello } from "./unicorn/messages.ts";
/** How to start it and whom to tell. */
export interface UnicornProcessOptions {
    readonly sharedObject: string;
    /** The model as Unicorn numbers it. */
    readonly model: number;
    /** Bytes of results, in order. */
    readonly onResults: (bytes: Uint8Array) => void;
    /** The process ended by itself, after the last of its results. */
    readonly onEnd: (message: string) => void;
}
/** What a process that can run cases says of itself. */
export type UnicornHello = Exclude<ChildHello, {
    readonly error: string;
}>;
/** A process that has said hello. */
export declare class UnicornProcess {
    #private;
    readonly hello: UnicornHello;
    private constructor();
    /** Starts the process. Errors: an Error that says why it cannot run cases. */
    static start(options: UnicornProcessOptions): Promise<UnicornProcess>;
    get pid(): number;
    /** Sends a batch of case records. */
    send(count: number, records: Uint8Array): void;
    /** Whether a waiting process keeps Node from exiting. */
    hold(held: boolean): void;
    /** Ends the process. */
    release(): void;
}
