// What the build defines (wxt.config.ts).

/** The collector's address. */
declare const __COLLECTOR__: string;

/** `production`; `demo` and `tour` have a short review window, `test` a movable clock. */
declare const __BUILD__: "production" | "development" | "demo" | "tour" | "test" | "unit";

/** Vocabularies that a test build brings besides the bundled ones; empty in every other build. */
declare const __VOCABULARIES__: unknown[];

/** Whether a company's policy must come (`required`), may still come (`awaited`), or is taken at once (`none`). */
declare const __POLICY__: "required" | "awaited" | "none";
