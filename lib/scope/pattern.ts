// An address becomes a match pattern for exactly one origin.

export type PatternProblem = "not-an-address" | "scheme" | "host" | "wildcard" | "credentials";

export type PatternResult =
  | { ok: true; pattern: string; origin: string; host: string }
  | { ok: false; problem: PatternProblem };

/** Turns what a person typed (`https://flows.example:1880/x`, or without a scheme) into one origin's pattern. */
export function patternOf(address: string): PatternResult {
  const trimmed = address.trim();
  if (/[*\s]|<all_urls>/.test(trimmed)) return { ok: false, problem: "wildcard" };
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url) return { ok: false, problem: "not-an-address" };
  if (url.protocol !== "http:" && url.protocol !== "https:") return { ok: false, problem: "scheme" };
  if (url.username || url.password) return { ok: false, problem: "credentials" };
  // One word without a dot is an intranet name only where it is `localhost`; a top level domain is not a tool.
  const named = url.hostname.includes(".") || url.hostname.startsWith("[") || url.hostname === "localhost";
  if (!named || url.hostname.endsWith(".")) return { ok: false, problem: "host" };
  return { ok: true, pattern: `${url.origin}/*`, origin: url.origin, host: url.host };
}

/** The origin a pattern stands for. */
export const originOf = (pattern: string): string => pattern.slice(0, -2);

/** Whether an address lies in a pattern: same scheme, host and port. A port that is not named is the default one. */
export function matches(pattern: string, address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    (url.protocol === "http:" || url.protocol === "https:") &&
    url.origin === originOf(pattern)
  );
}

/**
 * The pattern for the browser. Chromium takes a pattern without a port for any port, so the port is always
 * named there; Firefox has no ports in match patterns (bug 1362809), so there the background refuses other ports.
 */
export function browserPattern(pattern: string, firefox: boolean): string {
  const url = new URL(originOf(pattern));
  if (firefox) return `${url.protocol}//${url.hostname}/*`;
  return `${url.protocol}//${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}/*`;
}
