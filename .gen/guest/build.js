/** Rebuilds guest/rom.bin: `npm run build && node dist/guest/build.js`. */
import { writeFileSync } from "node:fs";
import { romPath } from "./package-root.js";
import { assembleRom } from "./rom.js";
import { testedMsrs } from "./tested-msrs.js";
const image = assembleRom(testedMsrs());
writeFileSync(romPath(), image);
console.log(`${romPath()}: ${image.length} bytes`);
