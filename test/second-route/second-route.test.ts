/** Every finding, once more by a route that does not use the VMCB. */
import { describe, expect, it } from "vitest";
import type { Confirmation } from "./confirmation.ts";
import { CLEARED, CONFIRMATIONS } from "./confirmations.ts";
import { MACHINES, REFERENCES, missing } from "./machines.ts";

function check(
  heading: string,
  { processor, vendors, rule, does, experiment, shows, other }: Confirmation,
): void {
  const otherName = processor === "qemu" ? "bochs" : "qemu";
  describe(`${heading}: ${processor}: ${rule}: ${does}`, () => {
    for (const vendor of vendors) {
      for (const machine of MACHINES[processor][vendor]) {
        it.skipIf(missing(processor) !== undefined)(
          `${processor}, ${machine.model} (${vendor})`,
          async () => {
            expect(await machine.run(experiment)).toMatchObject(shows);
          },
        );
      }
      if (other === undefined) continue;
      it.skipIf(missing(otherName) !== undefined)(
        `as the manual says on ${otherName} (${vendor})`,
        async () => {
          expect(await REFERENCES[otherName][vendor].run(experiment)).toMatchObject(other);
        },
      );
    }
  });
}

for (const confirmation of CONFIRMATIONS) check("confirmed", confirmation);
for (const confirmation of CLEARED) check("cleared", confirmation);
