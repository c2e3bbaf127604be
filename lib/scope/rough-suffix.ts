// Names under which anybody may have a site, as far as they can be told without the public suffix list.

// One label, the second levels that most countries sell under, and where the large hosting services give sites away.
const secondLevel = /^(ac|co|com|edu|go|gob|gouv|gov|gv|ltd|mil|ne|net|nom|or|org|plc|sch)\.[a-z]{2}$/;
const hosting = new Set([
  "appspot.com",
  "azurewebsites.net",
  "blogspot.com",
  "cloudfront.net",
  "firebaseapp.com",
  "github.io",
  "gitlab.io",
  "herokuapp.com",
  "netlify.app",
  "pages.dev",
  "vercel.app",
  "web.app",
  "workers.dev",
]);

/** Whether a host (as URL writes it: lower case, punycode) is no site of its own but a name that sites lie under. */
export type IsPublicSuffix = (host: string) => boolean;

/** The same at once, for who cannot wait for the list. */
export function isRoughlyPublicSuffix(host: string): boolean {
  if (host === "localhost" || isNumber(host)) return false;
  return !host.includes(".") || secondLevel.test(host) || hosting.has(host);
}

/** An address of the fourth or the sixth version of IP. */
export const isNumber = (host: string): boolean => host.startsWith("[") || /^\d+(\.\d+){3}$/.test(host);
