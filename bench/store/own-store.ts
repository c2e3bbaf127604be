// The project's own store in a page of the extension, as `store`, with the constants that a build would have.
import { bundleForPage } from "../../scripts/page-bundle.ts";

const constants = {
  __BUILD__: "bench",
  __POLICY__: "none",
  __VOCABULARIES__: [],
  __COLLECTOR__: "http://127.0.0.1:9",
  __ISSUER__: "",
  __RELAY__: "",
  __LEAVES_MACHINE__: false,
};

/** Code to evaluate in the page. */
export const ownStore = async (): Promise<string> =>
  `Object.assign(globalThis, ${JSON.stringify(constants)});${await bundleForPage("bench/store/page.ts", "store")}`;
