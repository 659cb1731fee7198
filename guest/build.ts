/** Rebuilds guest/rom.bin: `npm run build && node dist/guest/build.js`. */
import { writeFileSync } from "node:fs";
import { romPath } from "./package-root.ts";
import { assembleRom } from "./rom.ts";
import { testedMsrs } from "./tested-msrs.ts";

const image = assembleRom(testedMsrs());
writeFileSync(romPath(), image);
console.log(`${romPath()}: ${image.length} bytes`);
