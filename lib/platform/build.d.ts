// What the build defines (wxt.config.ts).

/** The collector's address. */
declare const __COLLECTOR__: string;

/** Address of the issuer of tokens; empty in the demonstration, which then seals nothing. */
declare const __ISSUER__: string;

/** Address of the relay; empty where there is none. */
declare const __RELAY__: string;

/** Whether services may be on other machines: a company's build, and the attack on its very rules found nothing. */
declare const __LEAVES_MACHINE__: boolean;

/** `production`; `demo` and `tour` have a short review window, `test` a movable clock. */
declare const __BUILD__: "production" | "development" | "demo" | "tour" | "test" | "unit";

/** Vocabularies that a test build brings besides the bundled ones; empty in every other build. */
declare const __VOCABULARIES__: unknown[];

/** Where the store's stop file lies, and the key that signs it; null without a store or its key. */
declare const __STOP__: { address: string; key: { kty: "EC"; crv: "P-256"; x: string; y: string } } | null;

/** The page that opens when the extension was removed: it says what becomes of the data. */
declare const __REMOVED__: string;

/** Whether a company's policy must come (`required`), may still come (`awaited`), or is taken at once (`none`). */
declare const __POLICY__: "required" | "awaited" | "none";
