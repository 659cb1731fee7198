/** Every finding on Unicorn, once more by a route that uses nothing but its documented interface. */
import { describe, expect, it } from "vitest";
import { UNICORN_CONFIRMATIONS } from "./findings.ts";
import { missingUnicorn, runPlain } from "./plain-engine.ts";

describe.skipIf(missingUnicorn !== undefined)("confirmed: unicorn", () => {
  const experiments = UNICORN_CONFIRMATIONS.flatMap(({ vendors, ...rest }) =>
    vendors.map((vendor) => ({ vendor, ...rest })),
  );

  it.each(experiments)("$rule: $does ($vendor)", async ({ vendor, experiment, shows }) => {
    expect(await runPlain(vendor, experiment)).toMatchObject(shows);
  });
});
