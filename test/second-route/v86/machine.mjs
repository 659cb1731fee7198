/**
 * Boots the whole of v86, as its package is meant to be used, from a BIOS image on standard input, and prints as JSON
 * what the program left in memory, or what v86 said when it gave up: `node machine.mjs SAID-AT SIZE`.
 */
import { createRequire } from "node:module";
import { V86 } from "v86";

const [saidAt, size] = process.argv.slice(2).map(Number);
const POLL = 5;
const LIMIT = 10_000;
let said = "";

function answer(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`, () => process.exit(0));
}

// v86 prints a panic and throws where nobody catches.
console.error = (text) => {
  said ||= String(text);
};
console.log = () => {};
process.on("uncaughtException", (error) => answer({ gaveUp: said || error.message }));

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const image = Buffer.concat(chunks);
const emulator = new V86({
  wasm_path: createRequire(import.meta.url).resolve("v86/build/v86.wasm"),
  bios: { buffer: image.buffer.slice(image.byteOffset, image.byteOffset + image.length) },
  memory_size: 16 << 20,
  vga_memory_size: 1 << 20,
  disable_keyboard: true,
  disable_mouse: true,
  disable_speaker: true,
  autostart: true,
});
emulator.add_listener("emulator-ready", () => {
  const polls = setInterval(() => {
    const memory = emulator.read_memory(saidAt, size);
    if (memory[0] === 0) return;
    clearInterval(polls);
    const hex = (bytes) => Buffer.from(bytes).toString("hex");
    answer({ memory: hex(memory), bios: hex(emulator.read_memory(0xf0000, 0x10000)) });
  }, POLL);
});
setTimeout(() => answer({ silent: true }), LIMIT);
