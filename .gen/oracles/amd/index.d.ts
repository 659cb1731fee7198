import type { VendorOracle } from "../vendor.ts";
export declare const amd: VendorOracle;
