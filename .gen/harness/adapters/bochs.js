import { BOCHS_FIELDS } from "./bochs-limits.js";
import { BochsRunner } from "./bochs-runner.js";
import { emulatorVersion } from "./emulator-binary.js";
import { IDT_FIELDS } from "./idt-fields.js";
import { runWithinImposed } from "./imposed-objection.js";
import { probeProfile } from "./probe-registers.js";
/** One model per vendor. Only bx_generic takes CPUID options, so it alone can be an Intel part with SVM. */
export const BOCHS_MODELS = ["bx_generic,vmx=0,svm=1,vendor_string=GenuineIntel", "ryzen"];
const HINT = "install Bochs with its internal debugger, on Debian and Ubuntu: apt-get install bochs bochs-term";
const BATCH = 10_000;
/** Starts Bochs. Errors: `start-failed`, with a hint. */
export async function startBochs(options = {}) {
    const binary = options.binary ?? "bochs-bin";
    const model = options.cpu ?? BOCHS_MODELS[0];
    const observer = options.observer ?? "svm";
    const version = await emulatorVersion({
        binary,
        args: ["--help"],
        pattern: /Bochs x86 Emulator (\d+(?:\.\d+)*)/,
        hint: HINT,
    });
    const runner = new BochsRunner({
        binary,
        model,
        observer,
        timeLimit: options.timeLimit ?? 8000,
        batch: BATCH,
        hint: HINT,
    });
    const runAll = (cases) => runner.run(cases);
    const profile = await probeProfile(observer, await runner.greet(), runAll);
    return {
        name: "bochs",
        version,
        model,
        profile,
        capabilities: {
            fields: observer === "svm" ? BOCHS_FIELDS : IDT_FIELDS,
            noOpinion: new Map(),
            batch: BATCH,
        },
        get pids() {
            return runner.pids;
        },
        run: observer === "svm" ? runAll : (cases) => runWithinImposed(profile, cases, runAll),
        close: async () => runner.close(),
    };
}
