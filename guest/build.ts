/** Rebuilds guest/rom.bin: `npm run build && node dist/guest/build.js`. */
import { writeFileSync } from "node:fs";
import { romPath } from "./package-root.ts";
import { assembleRom } from "./rom.ts";
import { unknownMsrs } from "./unknown-msrs.ts";

const image = assembleRom(unknownMsrs());
writeFileSync(romPath(), image);
console.log(`${romPath()}: ${image.length} bytes`);
