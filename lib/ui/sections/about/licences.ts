// What is in the extension besides our own code, and by which licence. A test compares with the packages themselves.
export const ownLicence = "Apache-2.0";

export const licences: Readonly<Record<string, string>> = {
  "@wxt-dev/i18n": "MIT",
  dexie: "Apache-2.0",
  fflate: "MIT",
  idb: "ISC",
  preact: "MIT",
  tldts: "MIT",
  "webextension-polyfill": "MPL-2.0",
  wxt: "MIT",
  zod: "MIT",
};
