/** Every finding, once more by a route that does not use the VMCB. */
import { describe, expect, it } from "vitest";
import { CONFIRMATIONS } from "./confirmations.ts";
import { MACHINES, REFERENCES, missing } from "./machines.ts";

for (const confirmation of CONFIRMATIONS) {
  const { processor, vendors, rule, does, experiment, shows, other } = confirmation;
  const otherName = processor === "qemu" ? "bochs" : "qemu";
  describe(`${processor}: ${rule}: ${does}`, () => {
    for (const vendor of vendors) {
      it.skipIf(missing(processor) !== undefined)(`${processor} (${vendor})`, async () => {
        expect(await MACHINES[processor][vendor].run(experiment)).toMatchObject(shows);
      });
      if (other === undefined) continue;
      it.skipIf(missing(otherName) !== undefined)(`as the manual says on ${otherName} (${vendor})`, async () => {
        expect(await REFERENCES[otherName][vendor].run(experiment)).toMatchObject(other);
      });
    }
  });
}
