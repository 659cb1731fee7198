import type { VendorOracle } from "../vendor.ts";
export declare const intel: VendorOracle;
