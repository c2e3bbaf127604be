// Where this build asks whether recording is stopped, and whose word it believes.
import type { StoreKey } from "../../schemas/company.ts";

/** Null in a build that no company's store signed for: it asks nobody. */
export const stopSource = (): { address: string; key: StoreKey } | null => __STOP__;

/** How often it is asked, in minutes: with the request itself, a stop arrives within 15. */
export const stopEvery = 14;
