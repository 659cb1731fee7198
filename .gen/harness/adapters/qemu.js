import { emulatorVersion } from "./emulator-binary.js";
import { IDT_FIELDS } from "./idt-fields.js";
import { runWithinImposed } from "./imposed-objection.js";
import { probeProfile } from "./probe-registers.js";
import { QemuRunner } from "./qemu-runner.js";
/** The models that serve both vendors in both address widths. */
export const QEMU_MODELS = [
    "Skylake-Server,+svm",
    "Skylake-Server,+svm,+la57",
    "EPYC",
    "EPYC,+la57",
];
const HINT = "install QEMU, on Debian and Ubuntu: apt-get install qemu-system-x86";
const BATCH = 2000;
/** Starts QEMU. Errors: `start-failed`, with a hint. */
export async function startQemu(options = {}) {
    const binary = options.binary ?? "qemu-system-x86_64";
    const cpu = options.cpu ?? QEMU_MODELS[0];
    const observer = options.observer ?? "svm";
    const version = await emulatorVersion({
        binary,
        args: ["--version"],
        pattern: /QEMU emulator version (\d+(?:\.\d+)*)/,
        hint: HINT,
    });
    const runner = new QemuRunner({
        binary,
        cpu,
        observer,
        accelerator: options.accelerator ?? "tcg",
        timeLimit: options.timeLimit ?? 3000,
        idleLimit: options.idleLimit ?? 600,
        // The program is there: what it does not start with is the model.
        hint: `\`${binary} -cpu help\` lists the models and features of this build`,
    });
    const runAll = (cases) => runner.run(cases);
    const profile = await probeProfile(observer, await runner.greet(), runAll);
    return {
        name: "qemu",
        version,
        model: cpu,
        profile,
        // The VMCB of TCG shows every field with every bit.
        capabilities: {
            fields: observer === "svm" ? new Map() : IDT_FIELDS,
            noOpinion: new Map(),
            batch: BATCH,
        },
        get pid() {
            return runner.pid;
        },
        run: observer === "svm" ? runAll : (cases) => runWithinImposed(profile, cases, runAll),
        close: async () => runner.close(),
    };
}
