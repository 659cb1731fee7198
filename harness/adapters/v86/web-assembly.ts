/** The part of WebAssembly's interface that is used here; Node's types leave it to those of browsers. */

/** A compiled module. */
export type WasmModule = object;

/** Functions that a module calls, and a table that it needs. */
export type WasmImports = Record<string, object>;

interface WasmInterface {
  readonly Module: {
    new (bytes: Uint8Array): WasmModule;
    imports(module: WasmModule): readonly { readonly name: string; readonly kind: string }[];
  };
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly env: WasmImports },
  ) => { readonly exports: unknown };
  /** What code that traps throws. */
  readonly RuntimeError: new () => Error;
  readonly Table: new (shape: { readonly element: "anyfunc"; readonly initial: number }) => object;
}

/** WebAssembly as Node has it. */
export const WASM: WasmInterface = (globalThis as unknown as { readonly WebAssembly: WasmInterface })
  .WebAssembly;
