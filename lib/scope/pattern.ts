// An address becomes a match pattern for exactly one origin.
import { type IsPublicSuffix, isNumber, isRoughlyPublicSuffix } from "./rough-suffix.ts";

/** What exactly is wrong with an address. */
export type AddressProblem =
  | "empty"
  | "not-an-address"
  | "scheme"
  | "credentials"
  /** `<all_urls>` and the like. */
  | "all-sites"
  | "wildcard"
  | "port"
  /** One word, which only `localhost` may be. */
  | "single-word"
  /** A name under which anybody may have a site. */
  | "public-suffix"
  | "trailing-dot";

/** What the person should know of an address that is taken. */
export type AddressNote =
  /** Written in letters that are not ASCII: `host` is what the browser goes to, `written` what was written. */
  | "punycode"
  /** Not encrypted, and not on this machine. */
  | "not-encrypted"
  | "number";

export type AddressCheck =
  | { ok: true; pattern: string; origin: string; host: string; written: string; notes: AddressNote[] }
  | { ok: false; problem: AddressProblem };

/**
 * Turns what a person typed (`https://flows.example:1880/x`, or without a scheme) into one origin's pattern. Total.
 * Whoever adds a tool gives the whole list of public suffixes (public-suffix.ts).
 */
export function checkAddress(
  address: string,
  isPublicSuffix: IsPublicSuffix = isRoughlyPublicSuffix,
): AddressCheck {
  const wrong = (problem: AddressProblem): AddressCheck => ({ ok: false, problem });
  const trimmed = address.trim();
  if (trimmed === "") return wrong("empty");
  if (/^(<all_urls>|(\*|https?|wss?):\/\/\*(\/.*)?|\*)$/i.test(trimmed)) return wrong("all-sites");
  if (/[*\s]/.test(hostPart(trimmed))) return wrong("wildcard");
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (!url) return wrong(badPort.test(hostPart(trimmed)) ? "port" : "not-an-address");
  if (url.protocol !== "http:" && url.protocol !== "https:") return wrong("scheme");
  if (url.username || url.password) return wrong("credentials");
  if (url.port === "0") return wrong("port");
  const { hostname: name, origin, host } = url;
  if (name.endsWith(".")) return wrong("trailing-dot");
  const numeric = isNumber(name);
  if (!numeric && name !== "localhost" && !name.includes(".")) return wrong("single-word");
  if (isPublicSuffix(name)) return wrong("public-suffix");
  // What a pattern can hold: URL lets some signs pass in a host that no site has.
  if (!numeric && !/^[a-z0-9.-]+$/.test(name)) return wrong("not-an-address");
  const notes: AddressNote[] = [];
  const written = hostPart(trimmed).toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (/[^\x00-\x7f]/.test(written) || /(^|\.)xn--/.test(name)) notes.push("punycode");
  if (numeric) notes.push("number");
  if (url.protocol === "http:" && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(name))
    notes.push("not-encrypted");
  return { ok: true, pattern: `${origin}/*`, origin, host, written, notes };
}

/** A host, then what is no port. */
const badPort = /^(\[[^\]]*\]|[^:[\]]+):(\d{5,}|\d*[^\d:]+\d*)$/;

/** Between the scheme and the path. */
const hostPart = (address: string): string =>
  address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").split(/[/?#]/)[0]!;

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
