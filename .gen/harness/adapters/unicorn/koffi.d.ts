/** A type that koffi made. */
export interface TypeObject {
    readonly name: string;
}
/** A function of a library, typed by whoever takes it. */
type Foreign = (...words: unknown[]) => unknown;
interface Koffi {
    load(path: string): {
        func<Function = Foreign>(declaration: string): Function;
    };
    proto(declaration: string): TypeObject;
    pointer(type: TypeObject): TypeObject;
    register(callback: (...words: unknown[]) => unknown, type: TypeObject): unknown;
    unregister(callback: unknown): void;
    view(pointer: unknown, size: number): ArrayBuffer;
}
/** Errors: koffi is not installed, or has no binary for this system. */
export declare const koffi: Koffi;
export {};
