// Why a string looks like somebody's data and not like the application's own: the crawler drops such strings, and
// `--check` names those that stand in a vocabulary.
import { isFrameworkMade } from "../../lib/vocabulary/framework-made.ts";
import { isPersonsName } from "./persons-name.ts";

export type Reason =
  | "address"
  | "date or time"
  | "framework-made"
  | "id"
  | "mail"
  | "money"
  | "name of a person"
  | "number"
  | "phone number"
  | "secret";

const patterns: readonly (readonly [Reason, RegExp])[] = [
  ["mail", /\S+@\S+\.\S+/],
  [
    "address",
    /:\/\/|\bwww\.|\b(\d{1,3}\.){3}\d{1,3}\b|\b[\w-]+\.(com|org|net|example|local|internal|corp)\b/i,
  ],
  [
    "secret",
    /\b(sk|pk|ghp|gho|glpat|xox[abp]|AKIA|AIza|npm)[-_]?[A-Za-z0-9-]{16,}|\beyJ[\w-]{10,}\.|-----BEGIN/,
  ],
  [
    "secret",
    /\b(?=[A-Za-z0-9+/_-]*\d)(?=[A-Za-z0-9+/_-]*[a-z])(?=[A-Za-z0-9+/_-]*[A-Z])[A-Za-z0-9+/_-]{20,}={0,2}/,
  ],
  ["phone number", /\+\d[\d ()/.-]{6,}\d|\b\(?0\d{1,4}\)?[ /-]\d{2,}[ \d/-]{3,}/],
  ["money", /[$€£¥]\s?\d|\d\s?(€|£|¥|EUR|USD|GBP|CHF)(?!\w)/],
  ["date or time", /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}:\d{2}\b/],
  ["date or time", /\b\d+ (seconds?|minutes?|hours?|days?|weeks?|months?|years?) ago\b|\bvor \d+ /i],
  ["date or time", /\b\d{1,2}\.? (jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zäé]*\b/i],
  [
    "date or time",
    /\b(january|february|march|april|june|july|august|september|october|november|december) \d/i,
  ],
  ["id", /\b(?=[0-9a-f]*\d)[0-9a-f]{8,}\b|\b[0-9a-f]{8}-[0-9a-f]{4}-/i],
  ["id", /\b[A-Z]{2,}-\d+\b|#\d{2,}\b/],
  ["number", /\d{4,}|\d[.,]\d{3}\b|\d+[./:-]\d+/],
];

/** The first reason that fits a string of the interface, or nothing. */
export function whyTermIsData(text: string): Reason | undefined {
  const found = patterns.find(([, pattern]) => pattern.test(text));
  if (found) return found[0];
  return isPersonsName(text) ? "name of a person" : undefined;
}

const ofAttributes = new Set<Reason>(["mail", "address", "secret", "id"]);

/** The same for an attribute's value, which may be framework-made besides. */
export function whyAttributeIsData(name: string, value: string): Reason | undefined {
  const found = patterns.find(([reason, pattern]) => ofAttributes.has(reason) && pattern.test(value));
  if (found) return found[0];
  if (/\d{4,}/.test(value)) return "number";
  return isFrameworkMade(name, value) ? "framework-made" : undefined;
}

/** A part of a template that is a value of its own. */
export function whyRouteIsData(route: string): Reason | undefined {
  for (const part of route.split(/[/#]/)) {
    if (part === "" || part === "*" || part.startsWith(":")) continue;
    const reason = whyTermIsData(part) ?? (isFrameworkMade("id", part) ? "id" : undefined);
    if (reason) return reason;
  }
  return undefined;
}
