// The seam for the public suffix list: under which names anybody may have a site. A pattern for one would be no tool.

// Until a well-kept list is a dependency: one label, the second levels that most countries sell under, and the names
// under which the large hosting services give sites away.
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
export function isPublicSuffix(host: string): boolean {
  if (host === "localhost" || host.startsWith("[") || /^\d+(\.\d+){3}$/.test(host)) return false;
  return !host.includes(".") || secondLevel.test(host) || hosting.has(host);
}
