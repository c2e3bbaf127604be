// An address becomes a match pattern for exactly one origin.
import { isPublicSuffix } from "./public-suffix.ts";

export type PatternProblem = "not-an-address" | "scheme" | "host" | "wildcard" | "credentials";

/** The same in more words: what exactly is wrong with an address. */
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

export type PatternResult =
  | { ok: true; pattern: string; origin: string; host: string }
  | { ok: false; problem: PatternProblem };

/** Turns what a person typed (`https://flows.example:1880/x`, or without a scheme) into one origin's pattern. Total. */
export function checkAddress(address: string): AddressCheck {
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
  const isNumber = name.startsWith("[") || /^\d+(\.\d+){3}$/.test(name);
  if (!isNumber && name !== "localhost" && !name.includes(".")) return wrong("single-word");
  if (isPublicSuffix(name)) return wrong("public-suffix");
  // What a pattern can hold: URL lets some signs pass in a host that no site has.
  if (!isNumber && !/^[a-z0-9.-]+$/.test(name)) return wrong("not-an-address");
  const notes: AddressNote[] = [];
  const written = hostPart(trimmed).toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (/[^\x00-\x7f]/.test(written) || /(^|\.)xn--/.test(name)) notes.push("punycode");
  if (isNumber) notes.push("number");
  if (url.protocol === "http:" && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(name))
    notes.push("not-encrypted");
  return { ok: true, pattern: `${origin}/*`, origin, host, written, notes };
}

/** A host, then what is no port. */
const badPort = /^(\[[^\]]*\]|[^:[\]]+):(\d{5,}|\d*[^\d:]+\d*)$/;

/** Between the scheme and the path. */
const hostPart = (address: string): string =>
  address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").split(/[/?#]/)[0]!;

/** The same in the words that the page has. */
export function patternOf(address: string): PatternResult {
  // A space or a star anywhere: what was meant cannot be told.
  if (/[*\s]|<all_urls>/.test(address.trim())) return { ok: false, problem: "wildcard" };
  const check = checkAddress(address);
  if (check.ok) return { ok: true, pattern: check.pattern, origin: check.origin, host: check.host };
  return { ok: false, problem: coarse[check.problem] };
}

const coarse: Record<AddressProblem, PatternProblem> = {
  empty: "not-an-address",
  "not-an-address": "not-an-address",
  port: "not-an-address",
  scheme: "scheme",
  credentials: "credentials",
  "all-sites": "wildcard",
  wildcard: "wildcard",
  "single-word": "host",
  "public-suffix": "host",
  "trailing-dot": "host",
};

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
