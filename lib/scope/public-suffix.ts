// The public suffix list, with its private part (`github.io`): 140 kB that are read when somebody adds a tool.
import { type IsPublicSuffix, isNumber } from "./rough-suffix.ts";

/** Loads the list; what it gives is total. */
export async function loadPublicSuffixes(): Promise<IsPublicSuffix> {
  const { getPublicSuffix } = await import("tldts");
  const options = { allowPrivateDomains: true, extractHostname: false };
  return (host) => !isNumber(host) && host !== "localhost" && getPublicSuffix(host, options) === host;
}
