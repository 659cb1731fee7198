/** Whether two pages are alike. */
import type { Page } from "./model.ts";

/** Whether two pages hold the same at the same place in the same way. */
export function samePage(a: Page, b: Page): boolean {
  return (
    a === b ||
    (a.linear === b.linear &&
      a.user === b.user &&
      a.write === b.write &&
      a.execute === b.execute &&
      a.data.length === b.data.length &&
      a.data.every(({ offset, bytes }, index) => {
        const other = b.data[index];
        return other !== undefined && other.offset === offset && Buffer.compare(bytes, other.bytes) === 0;
      }))
  );
}
