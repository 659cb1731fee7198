/** What CPUID says on v86. */
import type { Leaf } from "../../../guest/hello.ts";
import { PLACE, SEGMENTS } from "./layout.ts";
import { Observer } from "./observer.ts";
import type { WasmModule } from "./web-assembly.ts";

const CODE = Observer.free;
/** CPUID, and UD2 behind it. */
const BYTES = [0x0f, 0xa2, 0x0f, 0x0b] as const;

/** Runs CPUID in protected mode without paging. */
export function readCpuid(module: WasmModule, leaf: number, subleaf: number): Leaf {
  const answer = { eax: 0, ebx: 0, ecx: 0, edx: 0 };
  const observer: Observer = new Observer(module, {
    onRaise: () => {
      const { words } = observer.cpu;
      const [eax, ecx, edx, ebx] = [0, 1, 2, 3].map((at) => (words[(PLACE.gprs >> 2) + at] as number) >>> 0);
      Object.assign(answer, { eax, ebx, ecx, edx });
    },
    tick: () => {},
  });
  const { words, bytes, ram, exports } = observer.cpu;
  ram.set(BYTES, CODE);
  words[PLACE.gprs >> 2] = leaf;
  words[(PLACE.gprs >> 2) + 1] = subleaf;
  words[(PLACE.bases >> 2) + SEGMENTS.indexOf("cs")] = 0;
  words[PLACE.instruction >> 2] = CODE;
  bytes[PLACE.code32] = 1;
  exports.update_state_flags();
  observer.run();
  return answer;
}
